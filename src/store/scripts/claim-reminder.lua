-- Takes the one reminder that a member gets for a round: while its reminders are due, for who wants them and has not
-- answered. It is taken before it is sent, so that a crash costs a reminder and never doubles one.
-- KEYS due, members who want reminders, answers of the round, members reminded of the round
-- ARGV entry of the due list, member
if not redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 0 end
if redis.call('SISMEMBER', KEYS[2], ARGV[2]) == 0 then return 0 end
if redis.call('HEXISTS', KEYS[3], ARGV[2]) == 1 then return 0 end
return redis.call('SADD', KEYS[4], ARGV[2])
