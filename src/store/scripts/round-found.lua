-- Takes down where a round's message stands, unless that is known or the round is gone.
-- KEYS round
-- ARGV message
if redis.call('HEXISTS', KEYS[1], 'data') == 0 then return 0 end
return redis.call('HSETNX', KEYS[1], 'message', ARGV[1])
