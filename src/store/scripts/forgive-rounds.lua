-- Forgives the misses of rounds of a daily: from then on no answer is counted by an older set, the daily is due to be
-- counted anew, and the audit log says why; nothing happens where all were forgiven before.
-- KEYS forgiven, excused (forgiven for good, whatever becomes of a void), corrections, due, audit
-- ARGV daily, numbers as a text, entry of the due list, time, audit entry, most audit entries kept
-- Returns 1 where a round was not forgiven before.
local function added(key)
  local known, list, new = {}, {}, 0
  for number in string.gmatch(redis.call('HGET', key, ARGV[1]) or '', '%d+') do
    known[number] = true
    list[#list + 1] = tonumber(number)
  end
  for number in string.gmatch(ARGV[2], '%d+') do
    if not known[number] then
      new = 1
      known[number] = true
      list[#list + 1] = tonumber(number)
    end
  end
  table.sort(list)
  if new == 1 then redis.call('HSET', key, ARGV[1], table.concat(list, ' ')) end
  return new
end

added(KEYS[2])
if added(KEYS[1]) == 0 then return 0 end
redis.call('HINCRBY', KEYS[3], ARGV[1], 1)
redis.call('ZADD', KEYS[4], ARGV[4], ARGV[3])
redis.call('LPUSH', KEYS[5], ARGV[5])
redis.call('LTRIM', KEYS[5], 0, tonumber(ARGV[6]) - 1)
return 1
