-- Notes that a member had a question's hint while its quiz goes on, unless they have answered it: then it costs nothing.
-- KEYS quiz, answers of the question, members who had the hint
-- ARGV member
if not goes_on(KEYS[1]) or redis.call('HEXISTS', KEYS[2], ARGV[1]) == 1 then return 0 end
return redis.call('SADD', KEYS[3], ARGV[1])
