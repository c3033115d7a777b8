-- Notes members who are to be told of a decision, each once: whoever was told stays so. None where nothing follows from
-- the decision any more, so that no name is left behind.
-- KEYS due, members to tell (0: waiting, 1: told)
-- ARGV entry of what follows, members
if not redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 0 end
for i = 2, #ARGV do redis.call('ZADD', KEYS[2], 'NX', 0, ARGV[i]) end
return 1
