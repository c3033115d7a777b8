-- Remembers how many answers the reveal counted; the close is dealt with unless another answer came meanwhile.
-- KEYS round, due, answers
-- ARGV number of answers counted, entry of the due list
redis.call('HSET', KEYS[1], 'revealed', ARGV[1])
if redis.call('HLEN', KEYS[3]) == tonumber(ARGV[1]) then redis.call('ZREM', KEYS[2], ARGV[2]) end
return 1
