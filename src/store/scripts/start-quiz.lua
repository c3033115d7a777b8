-- Begins a quiz, unless its channel has one that is not over.
-- KEYS live quizzes by channel, kept quizzes, quiz, due
-- ARGV channel, quiz id, plan, state, starter, entry of the due list, due, when it began, quizzes that began by then
--      are gone
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', ARGV[9])
redis.call('ZADD', KEYS[2], ARGV[8], ARGV[2])
redis.call('HSET', KEYS[3], 'plan', ARGV[3], 'state', ARGV[4], 'starter', ARGV[5])
redis.call('ZADD', KEYS[4], ARGV[7], ARGV[6])
return 1
