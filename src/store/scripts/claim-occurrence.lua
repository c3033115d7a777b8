-- Takes an occurrence for sending, unless its row or its round changed, its daily is sending another one, its number is
-- no longer the next or its card is in another open round; and opens its round, because a member may answer before the
-- sender hears that the message stands. A first claim whose reply was lost may come again.
-- KEYS occurrences of the daily, posting, open, round, due, numbers
-- ARGV day, expected row, new row, daily, lease end, entry of the due list, round id, open entry, round data, number,
--      expected open entry ('' before the first send)
local busy = redis.call('HGET', KEYS[2], ARGV[4])
if busy and busy ~= ARGV[1] then return 0 end
local row = redis.call('HGET', KEYS[1], ARGV[1])
if ARGV[11] == '' and row == ARGV[3] then return 1 end
if row ~= ARGV[2] then return 0 end
if (redis.call('HGET', KEYS[3], ARGV[7]) or '') ~= ARGV[11] then return 0 end
if tonumber(redis.call('HGET', KEYS[6], ARGV[4]) or 0) + 1 ~= tonumber(ARGV[10]) then return 0 end
local card = string.match(ARGV[8], ' (%S+)$')
local open = redis.call('HGETALL', KEYS[3])
for i = 1, #open, 2 do
  if open[i] ~= ARGV[7] and string.match(open[i + 1], ' (%S+)$') == card then return 0 end
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
redis.call('HSET', KEYS[2], ARGV[4], ARGV[1])
redis.call('HSET', KEYS[3], ARGV[7], ARGV[8])
redis.call('HSET', KEYS[4], 'data', ARGV[9])
redis.call('ZADD', KEYS[5], ARGV[5], ARGV[6])
return 1
