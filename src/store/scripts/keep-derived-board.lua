-- Puts a derived board that was written under a name of its own in its place, unless the standings changed since its rows
-- were read or another process was faster.
-- KEYS written board, its place, derived, standing-changes
-- ARGV name, standing-changes as read, seconds that it lives
local name, changes, life = ARGV[1], ARGV[2], tonumber(ARGV[3])
local now = tonumber(redis.call('TIME')[1])
local entry = changes .. ' ' .. name
local ends = redis.call('ZSCORE', KEYS[3], entry)
if (redis.call('GET', KEYS[4]) or '0') ~= changes or (ends and tonumber(ends) > now) then
  redis.call('DEL', KEYS[1])
  return 0
end
redis.call('DEL', KEYS[2])
-- An empty board has no key; its entry says that it was worked out.
if redis.call('EXISTS', KEYS[1]) == 1 then
  redis.call('RENAME', KEYS[1], KEYS[2])
  redis.call('EXPIRE', KEYS[2], life + 1)
end
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now)
redis.call('ZADD', KEYS[3], now + life, entry)
return 1
