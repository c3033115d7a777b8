-- Takes a daily's recount off the due list, unless another correction came since the streaks were read.
-- KEYS corrections, due
-- ARGV daily, corrections as read, entry of the due list
if (redis.call('HGET', KEYS[1], ARGV[1]) or '0') ~= ARGV[2] then return 0 end
return redis.call('ZREM', KEYS[2], ARGV[3])
