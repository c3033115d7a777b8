-- Hides a member from all boards or shows it again, unless it is so already or a board came into being meanwhile.
-- KEYS hidden, boards, standing-changes, then each board
-- ARGV member, 'hide' or 'show', number of boards when they were read
-- Returns 1 where this call did it, 0 where it was so already, -1 where the boards must be read again.
local member, hides = ARGV[1], ARGV[2] == 'hide'
if redis.call('SCARD', KEYS[2]) ~= tonumber(ARGV[3]) then return -1 end
if redis.call(hides and 'SADD' or 'SREM', KEYS[1], member) == 0 then return 0 end
for board = 4, #KEYS do
  local score = redis.call('ZSCORE', KEYS[board], member)
  -- Minus the points becomes points + 1, and back.
  if score then redis.call('ZADD', KEYS[board], 1 - tonumber(score), member) end
end
redis.call('INCR', KEYS[3])
return 1
