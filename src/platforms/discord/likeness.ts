const COMPARED: readonly string[] = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'default_member_permissions',
  'contexts',
  'integration_types',
  'required',
  'autocomplete',
  'choices',
  'value',
  'channel_types',
  'options',
];

/** Commands in a form that can be compared: Discord adds fields, leaves out what is empty, and sorts its own way. */
export function likeness(commands: readonly object[]): string {
  const byName = commands.map((command) => JSON.stringify(compared(command)));
  return byName.sort().join('\n');
}

function compared(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compared);
  if (typeof value !== 'object' || value === null) return value;
  const isText = (key: string): boolean => COMPARED.includes(key) || isLanguage(key);
  const entries = Object.entries({ type: 1, ...value })
    .filter(([key, one]) => isText(key) && !isEmpty(one))
    .map(([key, one]) => [key, compared(one)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `de`, `en-US`; no key of a command looks like one, but for its id. */
const isLanguage = (key: string): boolean => /^[a-z]{2}(-[A-Z]{2})?$/.test(key) && key !== 'id';

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === false ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);
