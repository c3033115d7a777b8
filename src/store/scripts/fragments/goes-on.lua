-- True until a quiz is over: then all that is kept of it goes in a while, and what is added would stay.
local function goes_on(quiz) return redis.call('TTL', quiz) == -1 end
