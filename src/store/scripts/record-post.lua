-- Records a sent question, unless the claim was lost: the ledger's row, the round's message and number, the card as
-- asked, and when to close, unless an order brought its close forward while it was being sent. One of unknown fate is
-- recorded without a message, and its number joins the forgiven ones; it reminds nobody.
-- KEYS occurrences of the daily, posting, round, due, numbers, asked, rounds of the daily, days posted, forgiven,
--      excused, asked-where
-- ARGV day, expected row, new row, daily, entry of the post, round id, message ('' where nobody knows), number, card,
--      close due time, time of its reminders ('' for none), field of its card, field of its message ('' for none)
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
redis.call('HDEL', KEYS[2], ARGV[4])
if ARGV[7] == '' then
  redis.call('HSET', KEYS[3], 'unknown', 1)
  for key = 9, 10 do
    local numbers = redis.call('HGET', KEYS[key], ARGV[4])
    redis.call('HSET', KEYS[key], ARGV[4], numbers and numbers .. ' ' .. ARGV[8] or ARGV[8])
  end
else
  redis.call('HSET', KEYS[3], 'message', ARGV[7])
end
redis.call('ZREM', KEYS[4], ARGV[5])
redis.call('ZADD', KEYS[4], 'LT', ARGV[10], 'close ' .. ARGV[6])
if ARGV[11] ~= '' then redis.call('ZADD', KEYS[4], ARGV[11], 'remind ' .. ARGV[6]) end
redis.call('HSET', KEYS[5], ARGV[4], ARGV[8])
redis.call('HINCRBY', KEYS[6], ARGV[9], 1)
redis.call('ZADD', KEYS[7], ARGV[8], ARGV[6])
redis.call('HSET', KEYS[8], ARGV[4], ARGV[1])
redis.call('HSET', KEYS[11], ARGV[12], ARGV[6])
if ARGV[13] ~= '' then redis.call('HSET', KEYS[11], ARGV[13], ARGV[6]) end
return 1
