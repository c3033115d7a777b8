-- Records a batch of answers of one community: the first answer of a member to a round wins, and its streak and what
-- it says of the member's memory go with it. An answer to a round that closed meanwhile counts on the boards at once,
-- unless the round is void, and asks for another edit of the reveal.
-- KEYS open, due, forgiven, hidden, then for each round: round, answers, streaks, topics, board of the week, of the
--      month, of all time; then for each answer: what its member learned
-- ARGV number of rounds, how much of what a member learned is kept;
--      for each round: id, expected open entry ('' for closed), topic, time of its close, daily, forgiven rounds of its
--      daily as read ('' for none), how often its key was put right as read;
--      for each answer: place of its round (1 is first), member, row, streak before, streak after, points, credit
--      ('' where the member graded it), what was learned ('' for nothing)
-- Returns for each answer: -1 its member is being erased, 0 stale, 1 recorded, 2 recorded after the close, or the row
-- that was there already.
local hidden = KEYS[4]
local rounds = tonumber(ARGV[1])
local kept = tonumber(ARGV[2])
local first, width = 3 + rounds * 7, 8
local function args_of(r) return 3 + (r - 1) * 7 end
local function keys_of(r) return 5 + (r - 1) * 7 end
local function list_of(i) return KEYS[keys_of(rounds + 1) + (i - first) / width] end

-- Each hash is read and written once, whatever the size of the batch; two rounds of a daily share one of streaks.
local wanted, known, changes = {}, {}, {}
for i = first, #ARGV, width do
  local keys = keys_of(tonumber(ARGV[i]))
  for k = keys + 1, keys + 2 do
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

local stands, void = {}, {}
for r = 1, rounds do
  local at = args_of(r)
  local fields = redis.call('HMGET', KEYS[keys_of(r)], 'void', 'rekeys')
  void[r] = fields[1] == '1'
  stands[r] = (redis.call('HGET', KEYS[1], ARGV[at]) or '') == ARGV[at + 1]
    and (redis.call('HGET', KEYS[3], ARGV[at + 4]) or '') == ARGV[at + 5]
    and (fields[2] or '0') == ARGV[at + 6]
end

local function count_late(r, i)
  local at, keys = args_of(r), keys_of(r)
  redis.call('ZADD', KEYS[2], ARGV[at + 3], 'close ' .. ARGV[at])
  if void[r] then return end
  for board = keys + 4, keys + 6 do score(hidden, KEYS[board], ARGV[i + 1], tonumber(ARGV[i + 5])) end
  if ARGV[i + 6] ~= '' then
    redis.call('HINCRBY', KEYS[keys + 3], ARGV[at + 2] .. ' answers', 1)
    redis.call('HINCRBYFLOAT', KEYS[keys + 3], ARGV[at + 2] .. ' credit', ARGV[i + 6])
  end
end

local results = {}
for i = first, #ARGV, width do
  local r, member = tonumber(ARGV[i]), ARGV[i + 1]
  local answers, streaks = KEYS[keys_of(r) + 1], KEYS[keys_of(r) + 2]
  local result = 0
  if redis.call('ZSCORE', KEYS[2], 'erase ' .. member) then
    result = -1
  elseif known[answers][member] ~= '' then
    result = known[answers][member]
  elseif stands[r] and known[streaks][member] == ARGV[i + 3] then
    write(answers, member, ARGV[i + 2])
    if ARGV[i + 4] ~= ARGV[i + 3] then write(streaks, member, ARGV[i + 4]) end
    if ARGV[i + 7] ~= '' then learn(list_of(i), ARGV[i + 7], kept) end
    result = 1
    if ARGV[args_of(r) + 1] == '' then
      count_late(r, i)
      result = 2
    end
  end
  results[#results + 1] = result
end
for key, fields in pairs(changes) do
  if #fields > 0 then redis.call('HSET', key, unpack(fields)) end
end
return results
