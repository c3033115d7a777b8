-- Takes one member who waits to be told of a decision; they count as told from then on.
-- KEYS members to tell (0: waiting, 1: told)
local member = redis.call('ZRANGEBYSCORE', KEYS[1], 0, 0, 'LIMIT', 0, 1)[1]
if member then redis.call('ZADD', KEYS[1], 1, member) end
return member
