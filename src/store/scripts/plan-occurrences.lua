-- Writes the occurrences of a daily that the ledger does not have yet, unless the daily changed meanwhile.
-- KEYS dailies, occurrences of the daily, due, planned
-- ARGV id, expected text of the daily, planned through, time to plan again at, then day, time and row for each
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
for i = 5, #ARGV, 3 do
  if redis.call('HSETNX', KEYS[2], ARGV[i], ARGV[i + 2]) == 1 then
    redis.call('ZADD', KEYS[3], ARGV[i + 1], 'post ' .. ARGV[1] .. ' ' .. ARGV[i])
  end
end
redis.call('HSET', KEYS[4], ARGV[1], ARGV[3])
redis.call('ZADD', KEYS[3], ARGV[4], 'plan ' .. ARGV[1])
return 1
