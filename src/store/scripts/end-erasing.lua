-- Takes away the mark of a member who was erased, unless it was set anew.
-- KEYS due
-- ARGV entry of the due list, its time as it was read
local at = redis.call('ZSCORE', KEYS[1], ARGV[1])
if at and tonumber(at) == tonumber(ARGV[2]) then redis.call('ZREM', KEYS[1], ARGV[1]) end
return 1
