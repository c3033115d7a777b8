-- Adds what members learned to their lists, of which the latest are kept; nothing for a member who is being erased.
-- KEYS due, then for each thing learned: the member's list
-- ARGV how many are kept, then for each thing learned: entry of the member's erasing, row
local kept = tonumber(ARGV[1])
for i = 2, #KEYS do
  local erasing, row = ARGV[2 * i - 2], ARGV[2 * i - 1]
  if not redis.call('ZSCORE', KEYS[1], erasing) then learn(KEYS[i], row, kept) end
end
