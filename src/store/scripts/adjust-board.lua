-- Adds points to a member's on a board, wherever the member stands.
-- KEYS board, hidden
-- ARGV member, points more
local hidden = KEYS[2]
score(hidden, KEYS[1], ARGV[1], tonumber(ARGV[2]))
return 1
