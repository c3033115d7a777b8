-- Reads a run of rows of a board, most points first, together with what is needed to rank them.
-- KEYS board
-- ARGV first place (0 is the top) or '' for the rows around a member, number of rows or neighbours, member
-- Returns rows of the board, place of the first row, rows above it in points, then member and score for each.
local from, count = tonumber(ARGV[1]), tonumber(ARGV[2])
if not from then
  local place = redis.call('ZRANK', KEYS[1], ARGV[3])
  if not place then return {redis.call('ZCARD', KEYS[1]), 0, 0} end
  from = math.max(0, place - count)
  count = place + count - from + 1
end
local rows = redis.call('ZRANGE', KEYS[1], from, from + count - 1, 'WITHSCORES')
local above = #rows > 0 and redis.call('ZCOUNT', KEYS[1], '-inf', '(' .. rows[2]) or 0
local result = {redis.call('ZCARD', KEYS[1]), from, above}
for i = 1, #rows do result[#result + 1] = rows[i] end
return result
