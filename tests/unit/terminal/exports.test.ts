import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Reply, textView, type View } from '../../../src/chat/view.ts';
import { openTerminal } from './open-terminal.ts';

const copy = (name = 'copy.json'): View => ({
  ...textView('news', 'Your copy'),
  blocks: [{ kind: 'file', name, mime: 'application/json', text: '{"points":10}' }],
});

const reply = async (): Promise<Reply> => ({ kind: 'view', view: copy(), seenBy: 'only me' });

describe('a file in a view', () => {
  it('is written for nobody but this user to read, and the reader is told where', async () => {
    const terminal = await openTerminal({ receive: reply, columns: () => 200 });
    terminal.type('/streak');
    const path = join(terminal.folder, 'exports', 'copy.json');
    await terminal.until(path);
    expect(await readFile(path, 'utf8')).toBe('{"points":10}');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(terminal.folder, 'exports'))).mode & 0o777).toBe(0o700);
  });

  it('replaces one that others could read', async () => {
    const terminal = await openTerminal({ receive: reply, columns: () => 200 });
    const path = join(terminal.folder, 'exports', 'copy.json');
    await mkdir(join(terminal.folder, 'exports'));
    await writeFile(path, 'old');
    await chmod(path, 0o644);
    terminal.type('/streak');
    await terminal.until(path);
    expect(await readFile(path, 'utf8')).toBe('{"points":10}');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('never leaves its folder, whatever its name', async () => {
    const receive = async (): Promise<Reply> => ({
      kind: 'view',
      view: copy('../../escaped.json'),
      seenBy: 'only me',
    });
    const terminal = await openTerminal({ receive, columns: () => 200 });
    terminal.type('/streak');
    await terminal.until(join(terminal.folder, 'exports', 'escaped.json'));
  });

  it('that cannot be written is said, and the talk goes on', async () => {
    const terminal = await openTerminal({ receive: reply, columns: () => 200 });
    await writeFile(join(terminal.folder, 'exports'), 'in the way');
    terminal.type('/streak');
    await terminal.until('cannot be written');
    terminal.type('/quit');
    await terminal.left;
  });
});
