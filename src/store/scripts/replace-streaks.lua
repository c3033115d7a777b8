-- Writes streaks that were counted anew from the log: each one only where it still stands as it was read before the
-- log was, and none where a correction came since, because then they were counted by an older log.
-- KEYS streaks of the daily, corrections
-- ARGV daily, corrections as read, then for each: member, streak as read, new streak ('' for none)
-- Returns how many were left as they are.
local count = (#ARGV - 2) / 3
if (redis.call('HGET', KEYS[2], ARGV[1]) or '0') ~= ARGV[2] then return count end
local stale = 0
for i = 3, #ARGV, 3 do
  if (redis.call('HGET', KEYS[1], ARGV[i]) or '') ~= ARGV[i + 1] then
    stale = stale + 1
  elseif ARGV[i + 2] == '' then
    redis.call('HDEL', KEYS[1], ARGV[i])
  else
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 2])
  end
end
return stale
