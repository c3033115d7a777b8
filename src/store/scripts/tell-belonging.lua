-- Takes down that the bot was removed from a community or came back, unless that is known or something later is; what
-- follows is due at once. A community that is being forgotten hears of nothing any more.
-- KEYS belonging, due
-- ARGV 'removed' or 'returned', its time, text to write, entry of the due list
local kind, at = ARGV[1], tonumber(ARGV[2])
local known = redis.call('GET', KEYS[1])
local was, since = string.match(known or 'returned 0', '^(%a+) (%d+)')
if was == kind or was == 'forgetting' or at < tonumber(since) then return 0 end
redis.call('SET', KEYS[1], ARGV[3])
redis.call('ZADD', KEYS[2], at, ARGV[4])
return 1
