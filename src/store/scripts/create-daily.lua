-- Writes a new daily and when to plan it, unless its id was taken since it was looked up. Its name was looked up with
-- it, and whoever takes a name takes an id.
-- KEYS dailies, dailies-made, due, named
-- ARGV id, text, dailies made so far as read ('' where an earlier daily is continued), time to plan at,
--      entry of the due list, name ('' none)
local id, made, name = ARGV[1], ARGV[3], ARGV[6]
if redis.call('HEXISTS', KEYS[1], id) == 1 then return 0 end
if made ~= '' and (redis.call('GET', KEYS[2]) or '0') ~= made then return 0 end
if name ~= '' then redis.call('HSET', KEYS[4], name, id) end
if made ~= '' then redis.call('INCR', KEYS[2]) end
redis.call('HSET', KEYS[1], id, ARGV[2])
redis.call('ZADD', KEYS[3], ARGV[4], ARGV[5])
return 1
