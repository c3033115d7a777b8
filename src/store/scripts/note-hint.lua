-- Notes that a member had a question's hint, unless they have answered it: then it costs nothing.
-- KEYS answers of the question, members who had the hint
-- ARGV member
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then return 0 end
return redis.call('SADD', KEYS[2], ARGV[1])
