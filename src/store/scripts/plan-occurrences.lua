-- Writes the occurrences of a daily that the ledger does not have yet, unless the daily changed meanwhile. A day that
-- was skipped is planned anew where an edit gave it a later time.
-- KEYS dailies, occurrences of the daily, due, planned
-- ARGV id, expected text of the daily, planned through, time to plan again at, then day, time and row for each
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
for i = 5, #ARGV, 3 do
  local row = redis.call('HGET', KEYS[2], ARGV[i])
  if not row or string.find(row, '"state":{"kind":"skipped"', 1, true) then
    redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 2])
    redis.call('ZADD', KEYS[3], ARGV[i + 1], 'post ' .. ARGV[1] .. ' ' .. ARGV[i])
  end
end
redis.call('HSET', KEYS[4], ARGV[1], ARGV[3])
redis.call('ZADD', KEYS[3], ARGV[4], 'plan ' .. ARGV[1])
return 1
