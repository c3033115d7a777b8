-- Puts a member's session in place of the one that was read, unless it changed since or they are being erased.
-- KEYS session of the member, due
-- ARGV session as read ('' for none), new session, entry of the erasing, how long it is kept (seconds)
if redis.call('ZSCORE', KEYS[2], ARGV[3]) then return 0 end
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[4])
return 1
