-- Records answers to a question of a quiz that was asked, until the quiz ends: the first answer of a member wins, whoever
-- answers has joined, and where the question stands is noted where nobody knew.
-- KEYS quiz, answers of the question, members of the quiz, due, members who had the hint
-- ARGV question, field of its message; for each answer: member, row ('' to look only for an earlier one), where the question stands ('' if unknown)
-- Returns for each answer: -1 its member is being erased, 0 the question takes none, 1 recorded, 2 recorded and joined
-- by it, or the row that was there already; and 1 where its member had the hint, else 0; then how many answers the
-- question has, and how many members the quiz
local latest = tonumber(redis.call('HGET', KEYS[1], 'open') or '') or 0
local open = latest >= tonumber(ARGV[1])
local results = {}
for i = 3, #ARGV, 3 do
  local member = ARGV[i]
  local known = redis.call('HGET', KEYS[2], member)
  if redis.call('ZSCORE', KEYS[4], 'erase ' .. member) then
    results[#results + 1] = -1
  elseif known then
    results[#results + 1] = known
  elseif not open or ARGV[i + 1] == '' then
    results[#results + 1] = 0
  else
    redis.call('HSET', KEYS[2], member, ARGV[i + 1])
    if ARGV[i + 2] ~= '' then redis.call('HSETNX', KEYS[1], ARGV[2], ARGV[i + 2]) end
    results[#results + 1] = 1 + redis.call('ZADD', KEYS[3], 'NX', ARGV[1], member)
  end
  results[#results + 1] = redis.call('SISMEMBER', KEYS[5], member)
end
results[#results + 1] = redis.call('HLEN', KEYS[2])
results[#results + 1] = redis.call('ZCARD', KEYS[3])
return results
