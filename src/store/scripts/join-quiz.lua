-- Lets a member join a quiz that goes on, once, unless everything about them is being erased.
-- KEYS quiz, members of the quiz, due
-- ARGV member, question at which they join
if redis.call('ZSCORE', KEYS[3], 'erase ' .. ARGV[1]) then return -1 end
if not goes_on(KEYS[1]) then return -2 end
return redis.call('ZADD', KEYS[2], 'NX', ARGV[2], ARGV[1])
