-- Adds what a member learned to their list, of which the latest are kept.
local function learn(list, row, kept)
  if redis.call('RPUSH', list, row) > kept then redis.call('LTRIM', list, -kept, -1) end
end
