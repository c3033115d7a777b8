-- Writes a member's schedules and strikes out what they were made from, where the book still stands as it was read.
-- KEYS review of the member, learned by the member, due
-- ARGV version as read, entry of the erasing, the latest learned as read, how many were read, card and schedule …
--   An empty schedule takes the card out.
if redis.call('ZSCORE', KEYS[3], ARGV[2]) then return 1 end
if (redis.call('HGET', KEYS[1], 'version') or '0') ~= ARGV[1] then return 0 end
local read = tonumber(ARGV[4])
if read > 0 then
  -- The oldest may have been dropped for newer ones since.
  if redis.call('LINDEX', KEYS[2], read - 1) ~= ARGV[3] then return 0 end
  redis.call('LTRIM', KEYS[2], read, -1)
end
for i = 5, #ARGV, 2 do
  if ARGV[i + 1] == '' then
    redis.call('HDEL', KEYS[1], ARGV[i])
  else
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
  end
end
redis.call('HINCRBY', KEYS[1], 'version', 1)
return 1
