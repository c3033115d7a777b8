-- Replaces the text of a daily, unless it changed meanwhile: only who set it up is forgotten, so that what is planned
-- stays planned.
-- KEYS dailies
-- ARGV id, expected text, new text
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1
