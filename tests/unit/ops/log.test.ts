import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLog } from '../../../src/ops/log.ts';

describe('the log', () => {
  it('keeps out what a failed Redis command carried', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hypercall-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'log');
    const command = { name: 'evalsha', args: ['sha', '{"replyTo":"CANARY","picks":[1]}'] };
    const refusal = Object.assign(new Error('OOM command not allowed'), { command });
    openLog('info', file).warn({ err: refusal }, 'a job failed and will be tried again');
    const text = await readFile(file, 'utf8');
    expect(text).toContain('OOM command not allowed');
    expect(text).not.toContain('CANARY');
  });
});
