-- Moves an occurrence on without a post (given back, skipped), unless its row changed meanwhile or its round has an
-- answer, which proves that it stands; the round that it had opened goes, and with it the close that an order may have
-- set for it.
-- KEYS occurrences of the daily, posting, open, round, due, answers of the round
-- ARGV day, expected row, new row, daily, next due time ('' for none), entry of the due list, round id or ''
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
if ARGV[7] ~= '' and redis.call('EXISTS', KEYS[6]) == 1 then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
if redis.call('HGET', KEYS[2], ARGV[4]) == ARGV[1] then redis.call('HDEL', KEYS[2], ARGV[4]) end
if ARGV[7] ~= '' then
  redis.call('HDEL', KEYS[3], ARGV[7])
  redis.call('DEL', KEYS[4])
  redis.call('ZREM', KEYS[5], 'close ' .. ARGV[7])
end
if ARGV[5] == '' then
  redis.call('ZREM', KEYS[5], ARGV[6])
else
  redis.call('ZADD', KEYS[5], ARGV[5], ARGV[6])
end
return 1
