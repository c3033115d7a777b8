-- Closes a round once: every answer's points go to the boards, and its topic learns how the group did; a void one
-- gives and teaches nothing.
-- KEYS open, round, answers, closed, topics, hidden, boards, board of the week, of the month, of all time
-- ARGV round id, expected open entry, time of the close, daily, number, topic, names of the three boards
-- Returns 1 where this call closed it, 0 where it stands differently from what was read.
local hidden = KEYS[6]

if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HSET', KEYS[2], 'closesAt', ARGV[3])
local latest = tonumber(redis.call('HGET', KEYS[4], ARGV[4]) or '0')
if tonumber(ARGV[5]) > latest then redis.call('HSET', KEYS[4], ARGV[4], ARGV[5]) end
-- A void one may count again later, and its points must find their boards known.
redis.call('SADD', KEYS[7], ARGV[7], ARGV[8], ARGV[9])
if redis.call('HGET', KEYS[2], 'void') == '1' then return 1 end

local answers = redis.call('HGETALL', KEYS[3])
local graded, credit = 0, 0
for i = 1, #answers, 2 do
  local row = cjson.decode(answers[i + 1])
  if row.m ~= 'noted' then graded, credit = graded + 1, credit + row.c end
  for board = 8, 10 do score(hidden, KEYS[board], answers[i], row.p) end
end
if graded > 0 then
  redis.call('HINCRBY', KEYS[5], ARGV[6] .. ' answers', graded)
  redis.call('HINCRBYFLOAT', KEYS[5], ARGV[6] .. ' credit', credit)
end
return 1
