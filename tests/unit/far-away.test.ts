import { expect, it } from 'vitest';

it('T11 the rules are judged on a machine that stands in another zone than any question', () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('America/St_Johns');
  expect(new Date('2026-01-05T12:00Z').getTimezoneOffset()).toBe(210);
});
