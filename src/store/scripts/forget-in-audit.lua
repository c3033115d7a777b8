-- Takes a member's name out of the audit log: what was done stays, its doer becomes '', which is nobody's id.
-- KEYS audit
-- ARGV what names the member in a row, what stands there instead
local rows = redis.call('LRANGE', KEYS[1], 0, -1)
for at, row in ipairs(rows) do
  local from, to = string.find(row, ARGV[1], 1, true)
  if from then
    redis.call('LSET', KEYS[1], at - 1, string.sub(row, 1, from - 1) .. ARGV[2] .. string.sub(row, to + 1))
  end
end
return 1
