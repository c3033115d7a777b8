-- Replaces answers to a question of a quiz by what a ruling makes of them, each one only where it stands as it was read.
-- KEYS answers of the question
-- ARGV for each answer: member, row as read, new row
-- Returns how many were replaced.
local done = 0
for i = 1, #ARGV, 3 do
  if redis.call('HGET', KEYS[1], ARGV[i]) == ARGV[i + 1] then
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 2])
    done = done + 1
  end
end
return done
