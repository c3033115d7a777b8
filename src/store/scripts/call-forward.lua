-- Makes a day's occurrence due at the time given, unless it was posted or may have been; one that was skipped gets
-- another chance. The daily's open round closes by then, because the next one falls due.
-- KEYS occurrences of the daily, due, open
-- ARGV day, pending row, due time, entry of the due list, daily, milliseconds a close waits for stragglers
local row = redis.call('HGET', KEYS[1], ARGV[1])
local function is(kind) return string.find(row, '"state":{"kind":"' .. kind .. '"', 1, true) end
if row and not is('pending') and not is('skipped') then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[4])

local open = redis.call('HGETALL', KEYS[3])
for i = 1, #open, 2 do
  local was, daily, card = string.match(open[i + 1], '^(%d+) (%S+) (%S+)$')
  if daily == ARGV[5] and tonumber(was) > tonumber(ARGV[3]) then
    redis.call('HSET', KEYS[3], open[i], ARGV[3] .. ' ' .. daily .. ' ' .. card)
    redis.call('ZADD', KEYS[2], tonumber(ARGV[3]) + tonumber(ARGV[6]), 'close ' .. open[i])
  end
end
return 1
