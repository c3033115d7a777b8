-- Takes a member out of an appeal; an open one that nobody else made goes with them.
-- KEYS known appeals, appeals, open appeals, members who appealed, members to tell
-- ARGV name of the answer, number, member
redis.call('SREM', KEYS[5], ARGV[3])
if redis.call('SREM', KEYS[4], ARGV[3]) == 0 then return 0 end
if redis.call('SCARD', KEYS[4]) > 0 or not redis.call('ZSCORE', KEYS[3], ARGV[2]) then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[2])
redis.call('ZREM', KEYS[3], ARGV[2])
return 1
