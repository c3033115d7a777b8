-- Lets a member join a quiz, once, unless everything about them is being erased.
-- KEYS members of the quiz, due
-- ARGV member, question at which they join
if redis.call('ZSCORE', KEYS[2], 'erase ' .. ARGV[1]) then return -1 end
return redis.call('ZADD', KEYS[1], 'NX', ARGV[2], ARGV[1])
