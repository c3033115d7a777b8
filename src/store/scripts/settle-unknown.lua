-- Settles an occurrence of unknown fate, unless its row changed: as posted, or, where nobody has answered it, as not
-- there: then its round and close go, and the day that counts as posted last is the one before it.
-- KEYS occurrences of the daily, round, answers, open, due, days posted, rounds of the daily
-- ARGV day, expected row, new row, daily, round id, 'missing' or ''
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
if ARGV[6] == '' then
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
  return 1
end
if redis.call('EXISTS', KEYS[3]) == 1 then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
redis.call('DEL', KEYS[2])
redis.call('HDEL', KEYS[4], ARGV[5])
redis.call('ZREM', KEYS[5], 'close ' .. ARGV[5])
redis.call('ZREM', KEYS[7], ARGV[5])
if redis.call('HGET', KEYS[6], ARGV[4]) == ARGV[1] then
  local last
  local rows = redis.call('HGETALL', KEYS[1])
  for i = 1, #rows, 2 do
    local done = string.find(rows[i + 1], '"state":{"kind":"posted"', 1, true)
      or string.find(rows[i + 1], '"state":{"kind":"unknown"', 1, true)
    if done and (not last or rows[i] > last) then last = rows[i] end
  end
  if last then redis.call('HSET', KEYS[6], ARGV[4], last) else redis.call('HDEL', KEYS[6], ARGV[4]) end
end
return 1
