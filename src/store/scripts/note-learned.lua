-- Adds what a member learned to their list, of which the latest are kept, unless they are being erased.
-- KEYS learned by the member, due
-- ARGV entry of the erasing, how many are kept, what was learned …
if redis.call('ZSCORE', KEYS[2], ARGV[1]) then return 0 end
for i = 3, #ARGV do redis.call('RPUSH', KEYS[1], ARGV[i]) end
redis.call('LTRIM', KEYS[1], -tonumber(ARGV[2]), -1)
return 1
