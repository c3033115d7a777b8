-- Records a batch of answers of one community: the first answer of a member to a round wins, and its streak
-- goes with it. An answer to a round that closed meanwhile counts on the boards at once and asks for another
-- edit of the reveal.
-- KEYS open, due, then for each round: answers, streaks, topics, board of the week, of the month, of all time
-- ARGV number of rounds; for each round: id, expected open entry ('' for closed), topic, time of its close;
--      for each answer: place of its round (1 is first), member, row, streak before, streak after, points, credit
--      ('' where the member graded it)
-- Returns for each answer: -1 its member is being erased, 0 stale, 1 recorded, 2 recorded after the close, or the row
-- that was there already.
local rounds = tonumber(ARGV[1])
local first = 2 + rounds * 4

-- Each hash is read and written once, whatever the size of the batch; two rounds of a daily share one of streaks.
local wanted, known, changes = {}, {}, {}
for i = first, #ARGV, 7 do
  local keys = 3 + (tonumber(ARGV[i]) - 1) * 6
  for k = keys, keys + 1 do
    local key = KEYS[k]
    wanted[key] = wanted[key] or {}
    table.insert(wanted[key], ARGV[i + 1])
  end
end
for key, members in pairs(wanted) do
  local values = redis.call('HMGET', key, unpack(members))
  known[key], changes[key] = {}, {}
  for at = 1, #members do known[key][members[at]] = values[at] or '' end
end
local function write(key, member, value)
  known[key][member] = value
  table.insert(changes[key], member)
  table.insert(changes[key], value)
end

local stands = {}
for r = 1, rounds do
  local at = 2 + (r - 1) * 4
  stands[r] = (redis.call('HGET', KEYS[1], ARGV[at]) or '') == ARGV[at + 1]
end

local function count_late(at, keys, i)
  for board = keys + 3, keys + 5 do redis.call('ZINCRBY', KEYS[board], ARGV[i + 5], ARGV[i + 1]) end
  if ARGV[i + 6] ~= '' then
    redis.call('HINCRBY', KEYS[keys + 2], ARGV[at + 2] .. ' answers', 1)
    redis.call('HINCRBYFLOAT', KEYS[keys + 2], ARGV[at + 2] .. ' credit', ARGV[i + 6])
  end
  redis.call('ZADD', KEYS[2], ARGV[at + 3], 'close ' .. ARGV[at])
end

local results = {}
for i = first, #ARGV, 7 do
  local r, member = tonumber(ARGV[i]), ARGV[i + 1]
  local at, keys = 2 + (r - 1) * 4, 3 + (r - 1) * 6
  local answers, streaks = KEYS[keys], KEYS[keys + 1]
  local result = 0
  if redis.call('ZSCORE', KEYS[2], 'erase ' .. member) then
    result = -1
  elseif known[answers][member] ~= '' then
    result = known[answers][member]
  elseif stands[r] and known[streaks][member] == ARGV[i + 3] then
    write(answers, member, ARGV[i + 2])
    if ARGV[i + 4] ~= ARGV[i + 3] then write(streaks, member, ARGV[i + 4]) end
    result = 1
    if ARGV[at + 1] == '' then
      count_late(at, keys, i)
      result = 2
    end
  end
  results[#results + 1] = result
end
for key, fields in pairs(changes) do
  if #fields > 0 then redis.call('HSET', key, unpack(fields)) end
end
return results
