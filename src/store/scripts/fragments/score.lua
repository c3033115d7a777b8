-- Adds points to a member's on a board. A hidden member stands behind zero with points + 1; everybody else before it
-- with minus the points.
local function score(hidden, board, member, points)
  if redis.call('SISMEMBER', hidden, member) == 1 then
    if not redis.call('ZSCORE', board, member) then redis.call('ZADD', board, 1, member) end
    redis.call('ZINCRBY', board, points, member)
  else
    redis.call('ZINCRBY', board, -points, member)
  end
end
