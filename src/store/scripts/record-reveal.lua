-- Remembers how many answers the reveal counted, unless a correction came since its round was read; the close is
-- dealt with unless another answer came meanwhile.
-- KEYS round, due, answers
-- ARGV number of answers counted, entry of the due list, edition of the round as read
-- Returns 0 where the reveal has to show a correction yet.
if (redis.call('HGET', KEYS[1], 'edition') or '0') ~= ARGV[3] then return 0 end
redis.call('HSET', KEYS[1], 'revealed', ARGV[1])
if redis.call('HLEN', KEYS[3]) == tonumber(ARGV[1]) then redis.call('ZREM', KEYS[2], ARGV[2]) end
return 1
