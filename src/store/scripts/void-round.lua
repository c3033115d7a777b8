-- Makes a round void or takes that back, once: its miss is forgiven or counts again, the points of a closed one leave
-- the boards or return to them with what its topic learnt, and the daily is due to be counted anew.
-- KEYS open, round, answers, forgiven, excused (forgiven for good, whatever becomes of a void), corrections, due,
--      hidden, topics, board of the week, of the month, of all time
-- ARGV round id, '1' for void or '0' for not, daily, number, topic, time, entry of the recount, entry of the close
-- Returns answers and points moved, or nothing where it stood so already.
local hidden = KEYS[8]
local function has(key, number)
  return string.find(' ' .. (redis.call('HGET', key, ARGV[3]) or '') .. ' ', ' ' .. number .. ' ', 1, true)
end
local function set_forgiven(number, is_forgiven)
  local list = is_forgiven and {tonumber(number)} or {}
  for other in string.gmatch(redis.call('HGET', KEYS[4], ARGV[3]) or '', '%d+') do
    if other ~= number then list[#list + 1] = tonumber(other) end
  end
  table.sort(list)
  redis.call('HSET', KEYS[4], ARGV[3], table.concat(list, ' '))
end

if (redis.call('HGET', KEYS[2], 'void') or '0') == ARGV[2] then return {} end
local sign = ARGV[2] == '1' and -1 or 1
redis.call('HSET', KEYS[2], 'void', ARGV[2])
redis.call('HINCRBY', KEYS[2], 'edition', 1)
set_forgiven(ARGV[4], sign == -1 or has(KEYS[5], ARGV[4]))
redis.call('HINCRBY', KEYS[6], ARGV[3], 1)
redis.call('ZADD', KEYS[7], ARGV[6], ARGV[7])

local answers = redis.call('HGETALL', KEYS[3])
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then return {#answers / 2, 0} end
local moved, graded, credit = 0, 0, 0
for i = 1, #answers, 2 do
  local row = cjson.decode(answers[i + 1])
  moved = moved + row.p
  if row.m ~= 'noted' then graded, credit = graded + 1, credit + row.c end
  for board = 10, 12 do score(hidden, KEYS[board], answers[i], sign * row.p) end
end
if graded > 0 then
  redis.call('HINCRBY', KEYS[9], ARGV[5] .. ' answers', sign * graded)
  redis.call('HINCRBYFLOAT', KEYS[9], ARGV[5] .. ' credit', sign * credit)
end
redis.call('HDEL', KEYS[2], 'revealed')
redis.call('ZADD', KEYS[7], ARGV[6], ARGV[8])
return {#answers / 2, moved}
