-- Puts off the next turn of a row where it falls due sooner than asked for.
-- KEYS the row, as next-turn keeps it
-- ARGV the milliseconds in which no turn may come
local time = redis.call('TIME')
local free = time[1] * 1000 + time[2] / 1000 + ARGV[1]
local row = redis.call('GET', KEYS[1]) or ''
local due, turns = string.match(row, '^(%S+)(.*)$')
if due and tonumber(due) >= free then return 0 end
redis.call('SET', KEYS[1], string.format('%.3f', free) .. (turns or ''), 'PX', math.ceil(ARGV[1]) + 60000)
return 1
