import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textView } from '../../../src/chat/view.ts';
import { openTerminal, QUESTION } from './open-terminal.ts';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const UP = '\u001b[A';
const ONE_UP = '\u001b[1A';
const ERASE_BELOW = '\u001b[0J';

describe('at a keyboard', () => {
  it('shows a message above the line that is being typed', async () => {
    const terminal = await openTerminal({ isTty: true });
    terminal.keys('/str');
    await terminal.until('/str');
    await terminal.post(QUESTION);
    const shown = terminal.shown();
    const question = shown.indexOf('Question 12');
    expect(shown.lastIndexOf(ERASE_BELOW, question)).toBeGreaterThan(shown.indexOf('/str'));
    expect(shown.slice(question)).toContain('you › /str');
    terminal.keys('eak\n');
    await terminal.until('Fine');
    expect(terminal.intents).toMatchObject([{ command: 'streak' }]);
  });

  it('leaves alone what is shown while a line of several rows is typed', async () => {
    const terminal = await openTerminal({ isTty: true });
    const long = `/help ${'x'.repeat(100)}`;
    // One key at a time: the editor treats a burst as pasted.
    for (const key of long) {
      terminal.keys(key);
      await new Promise(setImmediate);
    }
    await terminal.post(QUESTION);
    const shown = terminal.shown();
    const question = shown.indexOf('Question 12');
    expect(shown.slice(0, question)).toContain(ONE_UP);
    expect(shown.slice(question)).not.toContain(ONE_UP);
    expect(shown.slice(question)).toContain(long);
  });

  it.each([true, false])('leaves where the window is gone (TTY: %s)', async (isTty) => {
    const terminal = await openTerminal({ isTty });
    terminal.hangUp();
    await terminal.left;
    expect(terminal.leaves()).toBe(1);
  });

  it('leaves once at Ctrl-C, and lets the line under way finish', async () => {
    let finish = () => {};
    const terminal = await openTerminal({
      isTty: true,
      receive: () =>
        new Promise((resolve) => {
          finish = () =>
            resolve({ kind: 'view', view: textView('news', 'At last'), seenBy: 'only me' });
        }),
    });
    terminal.type('/streak', '/streak');
    await terminal.intent(0);
    terminal.keys(CTRL_C);
    await terminal.left;
    const stopped = terminal.platform.stop();
    finish();
    await stopped;
    expect(terminal.shown()).toContain('At last');
    expect(terminal.intents).toHaveLength(1);
    expect(terminal.leaves()).toBe(1);
  });

  it('leaves at Ctrl-D', async () => {
    const terminal = await openTerminal({ isTty: true });
    terminal.keys(CTRL_D);
    await terminal.left;
    expect(terminal.leaves()).toBe(1);
  });

  it('completes commands', async () => {
    const terminal = await openTerminal({ isTty: true });
    terminal.keys('/stre\t');
    await terminal.until('/streak');
    terminal.keys('\n');
    await terminal.until('Fine');
    expect(terminal.intents).toMatchObject([{ command: 'streak' }]);
  });

  it('remembers what was typed over a restart, at most 500 lines', async () => {
    const before = await openTerminal({ isTty: true });
    before.type('/streak');
    await before.until('Fine');
    await before.platform.stop();
    const path = join(before.folder, 'history');
    expect(await readFile(path, 'utf8')).toBe('/streak\n');
    const many = Array.from({ length: 600 }, (_, at) => `line ${at}\n`).join('');
    await writeFile(path, `${many}/streak\n`);
    const after = await openTerminal({ isTty: true, folder: before.folder });
    after.keys(`${UP}\n`);
    await after.until('Fine');
    expect(after.intents).toMatchObject([{ command: 'streak' }]);
    expect((await readFile(path, 'utf8')).split('\n').slice(0, 1)).toEqual(['line 101']);
  });

  it('asks for the fields of a form in its prompts', async () => {
    const field = { name: 'at', label: 'Time of day', hint: '', value: '09:00' };
    const form = { name: 'daily-setup', subject: null, title: 'Set up', fields: [field] } as const;
    const terminal = await openTerminal({
      isTty: true,
      receive: async (intent) =>
        intent.kind === 'form'
          ? { kind: 'view', view: textView('news', intent.values['at'] ?? ''), seenBy: 'only me' }
          : { kind: 'form', form },
    });
    terminal.type('/daily setup');
    await terminal.until('Time of day [09:00] › ');
    terminal.type('10:30');
    await terminal.until('• 10:30');
  });
});
