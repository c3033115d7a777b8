-- Takes down where a round's message stands, unless that is known or the round is gone; no reveal was shown there yet.
-- KEYS round, asked-where
-- ARGV message, field of the message, round id
if redis.call('HEXISTS', KEYS[1], 'data') == 0 then return 0 end
if redis.call('HSETNX', KEYS[1], 'message', ARGV[1]) == 0 then return 0 end
redis.call('HSET', KEYS[2], ARGV[2], ARGV[3])
redis.call('HDEL', KEYS[1], 'revealed')
return 1
