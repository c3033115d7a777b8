import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { textView } from '../../../src/chat/view.ts';
import { openTranscript } from '../../../src/platforms/terminal/transcript.ts';
import { PlatformFault } from '../../../src/ports/platform.ts';
import { QUESTION } from './open-terminal.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'hypercall-')), 'made', 'here');
  path = join(folder, 'terminal.jsonl');
});

/** Opens, does something and closes, as a run of the program does. */
async function run<Result>(
  what: (transcript: Awaited<ReturnType<typeof openTranscript>>) => Promise<Result>,
): Promise<Result> {
  const transcript = await openTranscript(folder);
  return what(transcript).finally(() => transcript.close());
}

const reveal = textView('news', 'Question 12 is closed');

describe('the transcript', () => {
  it('knows its messages and keys after a restart', async () => {
    const first = await run((transcript) => transcript.post('k1', QUESTION));
    expect(first).toEqual({ number: 1, isNew: true });
    await run(async (transcript) => {
      expect(transcript.asking()).toEqual(QUESTION);
      expect(await transcript.post('k1', QUESTION)).toEqual({ number: 1, isNew: false });
      expect(await transcript.post('k2', QUESTION)).toEqual({ number: 2, isNew: true });
    });
  });

  it('shows the latest question while one is open, and else the latest reveal', async () => {
    await run(async (transcript) => {
      await transcript.post('k1', QUESTION);
      await transcript.post('k2', textView('news', 'Something else'));
      expect(transcript.asking()).toEqual(QUESTION);
      expect(transcript.revealed()).toBeNull();
      expect(await transcript.edit(1, reveal)).toBe(true);
      expect(transcript.asking()).toBeNull();
      expect(await transcript.edit(1, reveal)).toBe(false);
    });
    await run(async (transcript) => expect(transcript.revealed()).toEqual(reveal));
  });

  it('posts a key once, however many ask at once', async () => {
    const posts = await run((transcript) =>
      Promise.all(['k1', 'k1', 'k2', 'k1'].map((key) => transcript.post(key, QUESTION))),
    );
    expect(posts.map(({ number }) => number)).toEqual([1, 1, 2, 1]);
    expect(posts.filter(({ isNew }) => isNew)).toHaveLength(2);
  });

  it('has everything on disk before it says so', async () => {
    await run(async (transcript) => {
      await transcript.post('k1', QUESTION);
      expect(await readFile(path, 'utf8')).toContain('Question 12');
    });
  });

  it('forgets a last line that a crash cut off, and nothing else', async () => {
    await run((transcript) => transcript.post('k1', QUESTION));
    await appendFile(path, '{"kind":"post","number":2,"key":"k2","vi');
    await run(async (transcript) => {
      expect(transcript.unreadable).toBe(0);
      expect(await transcript.post('k2', reveal)).toEqual({ number: 2, isNew: true });
    });
    await run(async (transcript) => {
      expect(transcript.unreadable).toBe(0);
      expect(await transcript.post('k1', QUESTION)).toEqual({ number: 1, isNew: false });
      expect(await transcript.post('k2', QUESTION)).toEqual({ number: 2, isNew: false });
    });
  });

  it('counts lines that it cannot read', async () => {
    await run((transcript) => transcript.post('k1', QUESTION));
    const good = await readFile(path, 'utf8');
    const bad = ['garbage', 'null', '{"kind":"edit","number":9,"view":{}}', '{"kind":"post"}'];
    await writeFile(path, `${bad.join('\n')}\n${good}`);
    await run(async (transcript) => {
      expect(transcript.unreadable).toBe(4);
      expect(transcript.asking()).toEqual(QUESTION);
    });
  });

  it('gives up old messages but never a key', async () => {
    await run(async (transcript) => {
      for (let at = 1; at <= 203; at++) await transcript.post(`k${at}`, QUESTION);
    });
    await run(async (transcript) => {
      expect(await transcript.post('k1', QUESTION)).toEqual({ number: 1, isNew: false });
      expect(await transcript.edit(4, reveal)).toBe(true);
      await expect(transcript.edit(3, reveal)).rejects.toBeInstanceOf(PlatformFault);
      expect(await transcript.post('k204', QUESTION)).toEqual({ number: 204, isNew: true });
    });
  });

  it('takes nothing after it is closed, and says that trying again may help', async () => {
    const transcript = await openTranscript(folder);
    await transcript.close();
    await expect(transcript.post('k1', QUESTION)).rejects.toMatchObject({ repeat: 'later' });
  });
});
