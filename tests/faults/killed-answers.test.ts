import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from '../conversations/study-group.ts';

const GATEWAY = fileURLToPath(new URL('./gateway-process.ts', import.meta.url));

/** Lets a process take the members' answers, and kills it as soon as it has said the words. */
async function killedAfter(
  words: (said: readonly string[]) => boolean,
  mode: 'accept' | 'hang',
  group: StudyGroup,
  prefix: string,
  members: readonly string[],
): Promise<string[]> {
  const round = group.latest().ask?.round;
  const args = [
    inject('redisSocket'),
    prefix,
    mode,
    `${round}`,
    `${group.clock.now()}`,
    ...members,
  ];
  const child = spawn(process.execPath, ['--import', 'tsx', GATEWAY, ...args]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let trouble = '';
  child.stderr.on('data', (text) => {
    trouble += text;
  });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (words(said)) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  expect(child.signalCode, trouble).toBe('SIGKILL');
  return said;
}

/** A group whose bot is stopped while its question is open. */
async function groupWithoutBot(): Promise<{ group: StudyGroup; prefix: string }> {
  const prefix = `t${randomBytes(6).toString('hex')}`;
  const group = await studyGroup({ now: '2026-11-23 08:00', more: { prefix } });
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  await group.bot.stop();
  return { group, prefix };
}

async function backToLife(group: StudyGroup, prefix: string): Promise<StudyGroup> {
  const now = '2026-11-23 09:10';
  return studyGroup({ now, more: { prefix }, recorder: group.recorder });
}

const MEMBERS = Array.from({ length: 20 }, (_, at) => `m${at}`);

describe('a process killed with SIGKILL', () => {
  it('between an accepted answer and its work loses nothing and counts nothing twice', async () => {
    const { group, prefix } = await groupWithoutBot();
    const said = await killedAfter(
      (words) => words.includes('all'),
      'accept',
      group,
      prefix,
      MEMBERS,
    );
    expect(said.filter((word) => word.startsWith('accepted'))).toHaveLength(20);

    const after = await backToLife(group, prefix);
    await after.bot.jobs.settled();
    expect(await after.member('m7').next()).toMatchObject({
      title: expect.stringMatching(/Right|Not/),
    });
    await after.at('2026-11-24 09:01');
    expect(after.messages()[0]?.footer).toContain('20 members answered');
    for (const member of ['m0', 'm19']) {
      expect(await after.member(member).types('/streak')).toMatchObject({
        view: { title: 'Streak: 1 round' },
      });
    }
  });

  it('between the commit and the verdict counts it once and gives the verdict after all', async () => {
    const { group, prefix } = await groupWithoutBot();
    const verdict = (words: readonly string[]): boolean =>
      words.some((word) => word.startsWith('verdict'));
    await killedAfter(verdict, 'hang', group, prefix, ['ada']);

    const after = await backToLife(group, prefix);
    const ada = after.member('ada');
    const view = await ada.next();
    expect(plainText(view, { member: (id) => id })).not.toContain('your first answer counts');
    await after.at('2026-11-24 09:01');
    expect(after.messages()[0]?.footer).toContain('1 member answered');
    expect(await ada.types('/streak')).toMatchObject({ view: { title: 'Streak: 1 round' } });
  });

  it('in the middle of taking answers: each accepted one counts once, no other counts', async () => {
    const { group, prefix } = await groupWithoutBot();
    const said = await killedAfter((words) => words.length === 8, 'accept', group, prefix, MEMBERS);
    const accepted = said.flatMap((word) => (word.startsWith('accepted ') ? [word.slice(9)] : []));
    expect(accepted.length).toBeGreaterThanOrEqual(8);

    const after = await backToLife(group, prefix);
    await after.bot.jobs.settled();
    const { store } = after.bot.parts;
    const round = group.latest().ask?.round;
    if (!round) throw new Error('no question');
    const counted = await store.answers.ofRound(COMMUNITY, round);
    const names = counted.map(({ member }) => member as string).sort();
    expect(new Set(names).size).toBe(names.length);
    for (const member of accepted) expect(names).toContain(member);
    // One more may have been on its way: taken by the queue, its sender killed before he could say so.
    expect(names.length - accepted.length).toBeLessThanOrEqual(1);
  });
});
