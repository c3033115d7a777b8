-- Moves a quiz on, unless it moved since it was read; one that is over leaves its channel free and goes in a while.
-- KEYS quiz, due, live quizzes by channel; then, of one that is over, every key of it
-- ARGV expected state, new state, entry of the due list, due ('' when it is over), question that takes answers ('' for
--      none), channel, quiz id, field of a message ('' for none), message, seconds until one that is over goes
if redis.call('HGET', KEYS[1], 'state') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'state', ARGV[2], 'open', ARGV[5])
if ARGV[8] ~= '' then redis.call('HSET', KEYS[1], ARGV[8], ARGV[9]) end
if ARGV[4] ~= '' then
  redis.call('ZADD', KEYS[2], ARGV[4], ARGV[3])
  return 1
end
redis.call('ZREM', KEYS[2], ARGV[3])
if redis.call('HGET', KEYS[3], ARGV[6]) == ARGV[7] then redis.call('HDEL', KEYS[3], ARGV[6]) end
for i = 4, #KEYS do redis.call('EXPIRE', KEYS[i], ARGV[10]) end
return 1
