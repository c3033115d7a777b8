-- Ends an edit of an open round's message: its count is due again where answers came meanwhile, and its reveal is due
-- again where the round was closed meanwhile, since this edit may have overwritten it.
-- KEYS open, round, answers, due
-- ARGV round id, answers shown, entry of the count, time of the next count ('' for none), entry of the close
-- Returns 1, or 0 where the round was closed meanwhile.
redis.call('HDEL', KEYS[2], 'counting')
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then
  if ARGV[4] ~= '' and redis.call('HLEN', KEYS[3]) ~= tonumber(ARGV[2]) then
    redis.call('ZADD', KEYS[4], ARGV[4], ARGV[3])
  else
    redis.call('ZREM', KEYS[4], ARGV[3])
  end
  return 1
end
redis.call('ZREM', KEYS[4], ARGV[3])
if redis.call('HEXISTS', KEYS[2], 'data') == 0 then return 1 end
redis.call('HDEL', KEYS[2], 'revealed')
redis.call('HINCRBY', KEYS[2], 'edition', 1)
redis.call('ZADD', KEYS[4], redis.call('HGET', KEYS[2], 'closesAt') or 0, ARGV[5])
return 0
