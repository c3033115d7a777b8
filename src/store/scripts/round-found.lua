-- Takes down where a round's message stands, unless that is known or the round is gone; no reveal was shown there yet.
-- KEYS round
-- ARGV message
if redis.call('HEXISTS', KEYS[1], 'data') == 0 then return 0 end
if redis.call('HSETNX', KEYS[1], 'message', ARGV[1]) == 0 then return 0 end
redis.call('HDEL', KEYS[1], 'revealed')
return 1
