-- Notes a vote to skip a question while its quiz goes on.
-- KEYS quiz, members who want to skip the question
-- ARGV member
-- Returns how many want to.
if goes_on(KEYS[1]) then redis.call('SADD', KEYS[2], ARGV[1]) end
return redis.call('SCARD', KEYS[2])
