-- Writes what became of the bot's place in a community and when to look at it again, unless another word came since it
-- was read.
-- KEYS belonging, due
-- ARGV expected text, new text, entry of the due list, its time ('' takes it off)
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
if ARGV[4] == '' then
  redis.call('ZREM', KEYS[2], ARGV[3])
else
  redis.call('ZADD', KEYS[2], ARGV[4], ARGV[3])
end
return 1
