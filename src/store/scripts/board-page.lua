-- Reads a run of a board's visible rows, best first, together with what is needed to rank them. A visible row has minus
-- its value as score, a hidden one its value + 1, so that the visible ones are those up to zero.
-- KEYS board; for a derived one also: derived, standing-changes
-- ARGV kind of run, number of rows or neighbours, place or score or number of leaders, member, name of the derived board.
--      The runs: 'place' the rows from a place (0 is the top), 'after' and 'before' those on one side of a score and member
--      whether or not it still stands there, 'around' a member with the neighbours on both sides, and the leaders
-- Returns nothing where a derived board is not there or is out of date; else the number of visible rows, the place of the
-- first row, the number of rows with a better score than that, and member and score of each row; around a member also
-- the leaders and, of a hidden one, its score, the place that it would have and the number of rows better than its own.
local board, kind, count = KEYS[1], ARGV[1], tonumber(ARGV[2])

if KEYS[2] then
  local changes = redis.call('GET', KEYS[3]) or '0'
  local ends = redis.call('ZSCORE', KEYS[2], changes .. ' ' .. ARGV[5])
  if not ends or tonumber(ends) <= tonumber(redis.call('TIME')[1]) then return false end
end

-- Redis orders equals by their bytes; < would go by the language of the server.
local function precedes(one, other)
  for at = 1, math.min(#one, #other) do
    local a, b = string.byte(one, at), string.byte(other, at)
    if a ~= b then return a < b end
  end
  return #one < #other
end

local function better_than(score) return redis.call('ZCOUNT', board, '-inf', '(' .. score) end

-- The number of rows that stand before a score and member.
local function place_of(score, member)
  local low = better_than(score)
  local high = low + redis.call('ZCOUNT', board, score, score)
  while low < high do
    local middle = math.floor((low + high) / 2)
    if precedes(redis.call('ZRANGE', board, middle, middle)[1], member) then
      low = middle + 1
    else
      high = middle
    end
  end
  return low
end

-- From the far end, because most boards hide nobody: then there is nothing to count.
local total = redis.call('ZCARD', board) - redis.call('ZCOUNT', board, 1, '+inf')

local from, to, leaders, shadow
if kind == 'place' then
  from = tonumber(ARGV[3])
  to = from + count - 1
elseif kind == 'around' then
  local place = redis.call('ZRANK', board, ARGV[4])
  if not place then return {total, 0, 0, {}, {}} end
  to = place + count
  if place >= total then
    local own = redis.call('ZSCORE', board, ARGV[4])
    local score = 1 - tonumber(own)
    place = place_of(score, ARGV[4])
    shadow = {own, place, better_than(score)}
    to = place + count - 1
  end
  from = math.max(0, place - count)
  leaders = math.min(tonumber(ARGV[3]), total)
else
  local place = place_of(ARGV[3], ARGV[4])
  if kind == 'after' then
    local stands = redis.call('ZSCORE', board, ARGV[4])
    from = place + ((stands and tonumber(stands) == tonumber(ARGV[3])) and 1 or 0)
    to = from + count - 1
  else
    from, to = math.max(0, place - count), place - 1
  end
end

to = math.min(to, total - 1)
local rows = from <= to and redis.call('ZRANGE', board, from, to, 'WITHSCORES') or {}
local result = {total, from, (from > 0 and #rows > 0) and better_than(rows[2]) or 0, rows}
if leaders then
  result[5] = leaders > 0 and redis.call('ZRANGE', board, 0, leaders - 1, 'WITHSCORES') or {}
  for i = 1, shadow and 3 or 0 do result[5 + i] = shadow[i] end
end
return result
