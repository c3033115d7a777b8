-- Books the next turn of a row and says how many milliseconds it is until then; one that is too far off is not booked.
-- KEYS the row: when its next turn falls due, then its latest turns from the first on, in milliseconds
-- ARGV the gap between turns, the rest that may be made up for, the most turns in a window, the window, the longest wait
local gap, saved, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local window, longest = tonumber(ARGV[4]), tonumber(ARGV[5])
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000

local due, turns = now - saved, {}
for written in string.gmatch(redis.call('GET', KEYS[1]) or '', '%S+') do
  turns[#turns + 1] = tonumber(written)
end
if #turns > 0 then due = math.max(due, table.remove(turns, 1)) end

local at = math.max(due, now)
if #turns >= most then at = math.max(at, turns[#turns - most + 1] + window) end
local wait = math.ceil(at - now)
if wait > longest then return wait end

turns[#turns + 1] = at
while #turns > most do table.remove(turns, 1) end
local row = { string.format('%.3f', due + gap) }
for _, turn in ipairs(turns) do row[#row + 1] = string.format('%.3f', turn) end
redis.call('SET', KEYS[1], table.concat(row, ' '), 'PX', wait + window + saved + 1000)
return wait
