-- Takes a member's answer out of a round; where the round is closed and not void, out of how the group did on its topic
-- too, so that the record is still what the log adds up to.
-- KEYS answers of the round, open, topics, round
-- ARGV member, round id, topic
local text = redis.call('HGET', KEYS[1], ARGV[1])
if not text then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
local row = cjson.decode(text)
local counts = redis.call('HEXISTS', KEYS[2], ARGV[2]) == 0 and redis.call('HGET', KEYS[4], 'void') ~= '1'
if counts and row.m ~= 'noted' then
  redis.call('HINCRBY', KEYS[3], ARGV[3] .. ' answers', -1)
  redis.call('HINCRBYFLOAT', KEYS[3], ARGV[3] .. ' credit', -row.c)
end
return 1
