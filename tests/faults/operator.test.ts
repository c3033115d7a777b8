import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dataFolder } from './hypercall-process.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OPERATOR = join(ROOT, 'dist', 'cli', 'hypercall.js');

/** `npm run hypercall -- <words>`: how it ended and what it said, on either stream. */
async function orders(...words: string[]): Promise<{ code: number; said: string }> {
  const env = { PATH: process.env['PATH'], HYPERCALL_FOLDER: await dataFolder() };
  return new Promise((ended) => {
    execFile(process.execPath, [OPERATOR, ...words], { cwd: ROOT, env }, (error, out, err) => {
      ended({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err });
    });
  });
}

describe('the operator commands', () => {
  it('print the settings, and no dead letters where there are none', async () => {
    expect(await orders('settings')).toMatchObject({
      code: 0,
      said: expect.stringMatching('catchUp: 6h'),
    });
    expect(await orders('dead-letters')).toEqual({ code: 0, said: 'No job failed for good.\n' });
  });

  it.each(['toString', 'constructor', 'setings'])('refuse %s', async (word) => {
    const { code, said } = await orders(word);
    expect(code).toBe(1);
    expect(said).toContain(`There is no command ${word}.`);
  });

  it('refuse to replay what is no dead letter', async () => {
    const { code, said } = await orders('dead-letters', 'replay', 'close-round/nope');
    expect(code).toBe(1);
    expect(said).toContain('There is no dead letter close-round/nope');
  });

  it('verify what was counted, and print what was changed', async () => {
    expect(await orders('verify')).toEqual({
      code: 0,
      said: '0 answers of 0 communities: 0 differences, 0 repaired.\n',
    });
    expect(await orders('verify', '--json', '--repair')).toEqual({
      code: 0,
      said: '{"communities":0,"answers":0,"repaired":0,"differences":[]}\n',
    });
    expect(await orders('verify', '--everything')).toMatchObject({ code: 1 });
    expect(await orders('audit', 'terminal:local')).toEqual({
      code: 0,
      said: 'Nothing was changed in terminal:local yet.\n',
    });
    expect(await orders('audit')).toMatchObject({ code: 1 });
  });
});
