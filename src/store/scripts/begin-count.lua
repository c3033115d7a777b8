-- Begins an edit of an open round's message and tells how many answers it has; of a round that stands differently the
-- count is due no more, and its reveal is due again where an edit was begun and never ended.
-- KEYS open, round, answers, due
-- ARGV round id, expected open entry, entry of the count, entry of the close
-- Returns the number of answers, or -1.
if (redis.call('HGET', KEYS[1], ARGV[1]) or '') == ARGV[2] and ARGV[2] ~= '' then
  redis.call('HSET', KEYS[2], 'counting', 1)
  return redis.call('HLEN', KEYS[3])
end
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then return -1 end
redis.call('ZREM', KEYS[4], ARGV[3])
if redis.call('HDEL', KEYS[2], 'counting') == 1 then
  redis.call('HDEL', KEYS[2], 'revealed')
  redis.call('HINCRBY', KEYS[2], 'edition', 1)
  redis.call('ZADD', KEYS[4], redis.call('HGET', KEYS[2], 'closesAt') or 0, ARGV[4])
end
return -1
