-- Writes what a member says of a card, in place of what they said before, unless they are being erased.
-- KEYS reports, due
-- ARGV card and member, report, entry of the erasing
if redis.call('ZSCORE', KEYS[2], ARGV[3]) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1
