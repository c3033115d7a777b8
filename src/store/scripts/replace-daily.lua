-- Replaces or removes a daily unless somebody changed it meanwhile: its pending occurrences go, its rounds that
-- still take answers close at the time given, earlier or later than before, and planning starts anew. A close that
-- was worked out for one round is not another's that was opened since.
-- KEYS dailies, occurrences of the daily, due, planned, open
-- ARGV id, expected text, new text ('' removes), closing time ('' leaves it), milliseconds a close waits for
--      stragglers, time of the change, which is when to plan, the only round whose close that is ('' all)
local id, expected, changed, closes_at, now = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[6]
if redis.call('HGET', KEYS[1], id) ~= expected then return 0 end

local occurrences = redis.call('HGETALL', KEYS[2])
for i = 1, #occurrences, 2 do
  if string.find(occurrences[i + 1], '"state":{"kind":"pending"', 1, true) then
    redis.call('HDEL', KEYS[2], occurrences[i])
    redis.call('ZREM', KEYS[3], 'post ' .. id .. ' ' .. occurrences[i])
  end
end

if closes_at ~= '' then
  local open = redis.call('HGETALL', KEYS[5])
  for i = 1, #open, 2 do
    local was, daily, card = string.match(open[i + 1], '^(%d+) (%S+) (%S+)$')
    local is_meant = daily == id and (ARGV[7] == '' or ARGV[7] == open[i])
    if is_meant and tonumber(was) > tonumber(now) then
      redis.call('HSET', KEYS[5], open[i], closes_at .. ' ' .. daily .. ' ' .. card)
      redis.call('ZADD', KEYS[3], tonumber(closes_at) + tonumber(ARGV[5]), 'close ' .. open[i])
      -- Reminders go by the close: they are looked at again.
      redis.call('ZADD', KEYS[3], 'XX', now, 'remind ' .. open[i])
    end
  end
end

redis.call('HDEL', KEYS[4], id)
if changed == '' then
  redis.call('HDEL', KEYS[1], id)
  redis.call('ZREM', KEYS[3], 'plan ' .. id)
else
  redis.call('HSET', KEYS[1], id, changed)
  redis.call('ZADD', KEYS[3], now, 'plan ' .. id)
end
return 1
