-- Takes a member's name off what the audit log says that they did; the deeds stay.
-- KEYS audit
-- ARGV member
local entries = redis.call('LRANGE', KEYS[1], 0, -1)
local by = '"by":"' .. ARGV[1] .. '"'
for i = 1, #entries do
  local from, to = string.find(entries[i], by, 1, true)
  if from then
    local kept = string.sub(entries[i], 1, from - 1) .. '"by":null,"erased":true' .. string.sub(entries[i], to + 1)
    redis.call('LSET', KEYS[1], i - 1, kept)
  end
end
return 1
