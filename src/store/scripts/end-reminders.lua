-- Ends the reminders of a round in one step: without its entry nobody can take one any more, so who had one need not
-- be known.
-- KEYS due, members reminded of the round
-- ARGV entry of the due list
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('DEL', KEYS[2])
return 1
