-- Takes a member's name off what the audit log says that they did, and off their appointment; the deeds stay.
-- KEYS audit
-- ARGV member
local entries = redis.call('LRANGE', KEYS[1], 0, -1)
local by = '"by":"' .. ARGV[1] .. '"'
local named = '=' .. ARGV[1] .. ' '
for i = 1, #entries do
  local kept = entries[i]
  local from, to = string.find(kept, by, 1, true)
  if from then
    kept = string.sub(kept, 1, from - 1) .. '"by":null,"erased":true' .. string.sub(kept, to + 1)
  end
  if string.find(kept, '"/daily organisers ', 1, true) then
    from, to = string.find(kept, named, 1, true)
    if from then kept = string.sub(kept, 1, from) .. '(erased) ' .. string.sub(kept, to + 1) end
  end
  if kept ~= entries[i] then redis.call('LSET', KEYS[1], i - 1, kept) end
end
return 1
