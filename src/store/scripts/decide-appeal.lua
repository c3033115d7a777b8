-- Decides an open appeal, unless somebody decided it before; those who appealed wait to be told, and what follows from
-- it is due. An accepted one is found by its deck from then on.
-- KEYS appeals, open appeals, members who appealed, members to tell, due, accepted ones of the deck
-- ARGV number, row as read, new row, time, entry of what follows, '1' where it is accepted
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('SUNIONSTORE', KEYS[4], KEYS[3], KEYS[4])
redis.call('DEL', KEYS[3])
if ARGV[6] == '1' then redis.call('HSET', KEYS[6], ARGV[1], ARGV[3]) end
redis.call('ZADD', KEYS[5], ARGV[4], ARGV[5])
return 1
