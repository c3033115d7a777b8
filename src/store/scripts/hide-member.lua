-- Hides a member from all boards or shows it again, by its own wish or for having left the community, unless it is so
-- already or a board came into being meanwhile. Its own wish goes before: who hid by themselves is not shown for coming
-- back.
-- KEYS hidden, boards, standing-changes, left, then each board
-- ARGV member, 'hide', 'show', 'leave' or 'return', number of boards when they were read
-- Returns 1 where this call did it, 0 where it was so already, -1 where the boards must be read again.
local member, deed = ARGV[1], ARGV[2]
local hides = deed == 'hide' or deed == 'leave'
if redis.call('SCARD', KEYS[2]) ~= tonumber(ARGV[3]) then return -1 end
local is_hidden = redis.call('SISMEMBER', KEYS[1], member) == 1
if deed == 'leave' then
  if not is_hidden then redis.call('SADD', KEYS[4], member) end
else
  local had_left = redis.call('SREM', KEYS[4], member) == 1
  if deed == 'hide' and had_left then return 1 end
  if deed == 'return' and not had_left then return 0 end
end
if hides == is_hidden then return 0 end
redis.call(hides and 'SADD' or 'SREM', KEYS[1], member)
for board = 5, #KEYS do
  local score = redis.call('ZSCORE', KEYS[board], member)
  -- Minus the points becomes points + 1, and back.
  if score then redis.call('ZADD', KEYS[board], 1 - tonumber(score), member) end
end
redis.call('INCR', KEYS[3])
return 1
