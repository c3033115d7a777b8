-- Gives a round a card whose key was put right, unless that happened meanwhile: from then on no answer goes in that
-- was graded by the old one, and its daily is due to be graded and counted anew.
-- KEYS round, corrections, due
-- ARGV how often its key was put right as read, card, daily, time, entry of the recount
if (redis.call('HGET', KEYS[1], 'rekeys') or '0') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'card', ARGV[2])
redis.call('HINCRBY', KEYS[1], 'rekeys', 1)
redis.call('HINCRBY', KEYS[1], 'edition', 1)
redis.call('HINCRBY', KEYS[2], ARGV[3], 1)
redis.call('ZADD', KEYS[3], ARGV[4], ARGV[5])
return 1
