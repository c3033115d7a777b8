-- Gives a claim back if it is still held by the one who took it.
-- KEYS the claim
-- ARGV the holder's token
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
