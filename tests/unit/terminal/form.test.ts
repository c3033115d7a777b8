import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/chat/view.ts';
import { only, openTerminal } from './open-terminal.ts';

const FORM: Form = {
  name: 'daily-setup',
  subject: 'd1',
  title: 'Set up a daily question',
  fields: [
    { name: 'at', label: 'Time of day', hint: 'such as 09:00', value: '09:00' },
    { name: 'days', label: 'Days', hint: '', value: 'weekdays' },
  ],
};

/** Answers `/daily setup` with a form, and tells what was filled in. */
const withForm = {
  receive: async (intent: { kind: string; values?: object }) =>
    intent.kind === 'command'
      ? ({ kind: 'form', form: FORM } as const)
      : only(JSON.stringify(intent.values ?? null)),
};

describe('a form', () => {
  it('is filled in line by line', async () => {
    const terminal = await openTerminal(withForm);
    terminal.type('/daily setup', '10:30', '', '/quit');
    await terminal.left;
    expect(terminal.intents[1]).toMatchObject({
      kind: 'form',
      form: 'daily-setup',
      subject: 'd1',
      values: { at: '10:30', days: 'weekdays' },
    });
    expect(terminal.shown()).toContain('Time of day [09:00] › 10:30\nDays [weekdays] › \n');
  });

  it('takes no other command, and can be left', async () => {
    const terminal = await openTerminal(withForm);
    terminal.type('/daily setup', '/streak', '/cancel', '/streak');
    terminal.end();
    await terminal.left;
    expect(terminal.shown()).toContain('A form is open: type a value, or /cancel to leave it.');
    expect(terminal.shown()).toContain('You left the form; nothing has changed.');
    expect(terminal.intents.map(({ kind }) => kind)).toEqual(['command', 'command']);
  });

  it.each([
    ['/quit', ['/quit', '/streak']],
    ['the end of the input', []],
  ])('ends with %s', async (_, lines) => {
    const terminal = await openTerminal(withForm);
    terminal.type('/daily setup', '10:30', ...lines);
    terminal.end();
    await terminal.left;
    expect(terminal.intents).toHaveLength(1);
  });
});
