-- Replaces answers by what a key put right makes of them, each one only where it still stands as it was read, and
-- none where the key was put right again; what a closed round gave and taught goes with them, unless it is void.
-- KEYS open, round, answers, due, hidden, topics, board of the week, of the month, of all time
-- ARGV round id, how often its key was put right, topic, time, entry of the close, then for each: member, answer as
--      read, new answer, points more, credit more
-- Returns how many were left as they are.
local hidden = KEYS[5]
if (redis.call('HGET', KEYS[2], 'rekeys') or '0') ~= ARGV[2] then return (#ARGV - 5) / 5 end
local is_closed = redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0
local counts = is_closed and redis.call('HGET', KEYS[2], 'void') ~= '1'
local left, credit = 0, 0
for i = 6, #ARGV, 5 do
  local member = ARGV[i]
  if redis.call('HGET', KEYS[3], member) ~= ARGV[i + 1] then
    left = left + 1
  else
    redis.call('HSET', KEYS[3], member, ARGV[i + 2])
    if counts and ARGV[i + 3] ~= '0' then
      for board = 7, 9 do score(hidden, KEYS[board], member, tonumber(ARGV[i + 3])) end
    end
    credit = credit + tonumber(ARGV[i + 4])
  end
end
if counts and credit ~= 0 then
  redis.call('HINCRBYFLOAT', KEYS[6], ARGV[3] .. ' credit', credit)
end
if is_closed then
  redis.call('HDEL', KEYS[2], 'revealed')
  redis.call('HINCRBY', KEYS[2], 'edition', 1)
  redis.call('ZADD', KEYS[4], ARGV[4], ARGV[5])
end
return left
