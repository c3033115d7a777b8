-- Opens the appeal on an answer under a number that was kept for it, unless one is known already: then the member
-- joins that one for as long as it is open.
-- KEYS known appeals, appeals, open appeals, members who appealed, due
-- ARGV name of the answer, number, row of a new appeal, member, time, entry of the erasing
-- Returns nothing where the member is being erased, the other number where the answer has another one, or what
-- happened with the row as it stands.
if redis.call('ZSCORE', KEYS[5], ARGV[6]) then return {} end
local known = redis.call('HGET', KEYS[1], ARGV[1])
if known and known ~= ARGV[2] then return { known } end
if not known then
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
  redis.call('HSET', KEYS[2], ARGV[2], ARGV[3])
  redis.call('ZADD', KEYS[3], ARGV[5], ARGV[2])
  redis.call('SADD', KEYS[4], ARGV[4])
  return { 'opened', ARGV[3] }
end
local row = redis.call('HGET', KEYS[2], ARGV[2])
if not redis.call('ZSCORE', KEYS[3], ARGV[2]) then return { 'decided', row } end
redis.call('SADD', KEYS[4], ARGV[4])
return { 'joined', row }
