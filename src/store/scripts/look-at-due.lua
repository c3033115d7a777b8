-- Reads what is due in a community by a time, its earliest due time, and of each daily that is due to be planned its
-- text, the time through which it is planned and the study day that was posted last.
-- KEYS due, dailies, planned, days-posted
-- ARGV time, most entries
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'WITHSCORES', 'LIMIT', 0, ARGV[2])
local first = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2]
local dailies = {}
for i = 1, #due, 2 do
  local id = string.match(due[i], '^plan (.+)$')
  local text = id and redis.call('HGET', KEYS[2], id)
  if text then
    dailies[#dailies + 1] = { text, redis.call('HGET', KEYS[3], id), redis.call('HGET', KEYS[4], id) }
  end
end
return { due, first or false, dailies }
