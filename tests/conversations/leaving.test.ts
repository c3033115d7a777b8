import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply } from '../../src/chat/view.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';
import { tracesOf } from './traces.ts';

const read = (reply: Reply): string =>
  reply.kind === 'view' ? plainText(reply.view, { member: (id) => `@${id}` }) : reply.kind;

const DAY = 24 * 3_600_000;

/** Closes the open question, and lets the wait for stragglers pass. */
async function closed(group: StudyGroup): Promise<void> {
  await group.member('ada', true).types('/daily pause');
  group.clock.moveTo(group.clock.now() + 6_000);
  await group.settle();
}

/** Ada and Bob answered the question of a daily that is closed; looking members up is due now. */
async function groupOnABoard(names = ['ada', 'bob']): Promise<StudyGroup> {
  const group = await studyGroup({ now: '2026-11-23 08:00' });
  await group.member('ada', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  const right = group.latest().ask;
  const at = right?.kind === 'picks' ? right.options.indexOf('right one') : 0;
  for (const name of names) await group.member(name).picks('ABCD'.charAt(at));
  await group.settle();
  await closed(group);
  await group.bot.parts.store.presence.plan(COMMUNITY, group.clock.now());
  return group;
}

async function pass(group: StudyGroup, days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    group.clock.moveTo(group.clock.now() + DAY);
    await group.settle();
  }
}

const board = async (group: StudyGroup): Promise<string[]> =>
  (read(await group.member('ada').types('/leaderboard all')).match(/@\w+/g) ?? []).sort();

/** Who was looked up, in order. */
function lookUpsOf({ recorder }: StudyGroup): string[] {
  const asked: string[] = [];
  const { knows } = recorder;
  recorder.knows = async (community, member) => {
    if (member !== null) asked.push(member);
    return knows(community, member);
  };
  return asked;
}

describe('a member who left', () => {
  it('is off the leaderboards after thirty days, and keeps everything', async () => {
    const group = await groupOnABoard();
    const bob = group.member('bob').id;
    group.recorder.absent.add(bob);
    await group.settle();
    await pass(group, 29);
    expect(await board(group)).toEqual(['@ada', '@bob']);
    await pass(group, 8);
    expect(await board(group)).toEqual(['@ada']);
    const kept = await group.bot.parts.store.members.kept(COMMUNITY, bob);
    expect(kept.answers).toHaveLength(1);
    expect(kept.scores.map(({ points }) => points)).toEqual([10, 10, 10]);
  });

  it('is shown again when they are found, and the thirty days begin anew', async () => {
    const group = await groupOnABoard();
    const bob = group.member('bob').id;
    group.recorder.absent.add(bob);
    await group.settle();
    await pass(group, 21);
    group.recorder.absent.delete(bob);
    await pass(group, 7);
    group.recorder.absent.add(bob);
    await pass(group, 28);
    expect(await board(group)).toEqual(['@ada', '@bob']);
    await pass(group, 14);
    expect(await board(group)).toEqual(['@ada']);
    group.recorder.absent.delete(bob);
    await pass(group, 7);
    expect(await board(group)).toEqual(['@ada', '@bob']);
  });

  it('is back with the question that they answer, without waiting to be looked up', async () => {
    const group = await groupOnABoard();
    const bob = group.member('bob');
    group.recorder.absent.add(bob.id);
    await group.settle();
    await pass(group, 37);
    expect(await board(group)).toEqual(['@ada']);
    await group.member('ada', true).types('/daily resume');
    await pass(group, 1);
    await bob.picks('A');
    await group.settle();
    await closed(group);
    expect(await board(group)).toEqual(['@ada', '@bob']);
  });

  it('stays hidden after a return where that was their own wish', async () => {
    const group = await groupOnABoard();
    const bob = group.member('bob');
    await bob.types('/me hide');
    group.recorder.absent.add(bob.id);
    await group.settle();
    await pass(group, 37);
    group.recorder.absent.delete(bob.id);
    await pass(group, 7);
    expect(await board(group)).toEqual(['@ada']);
    expect(read(await bob.types('/me show'))).toContain('leaderboards');
    expect(await board(group)).toEqual(['@ada', '@bob']);
  });

  it('X16 is exported with what is known of their leaving, which goes with their erasure', async () => {
    const group = await groupOnABoard();
    const bob = group.member('bob');
    group.recorder.absent.add(bob.id);
    await group.settle();
    await pass(group, 37);
    const reply = await bob.types('/me export');
    const file = reply.kind === 'view' ? reply.view.blocks.find((b) => b.kind === 'file') : null;
    if (file?.kind !== 'file') throw new Error(read(reply));
    expect(JSON.parse(file.text)).toMatchObject({
      settings: { hidden: true },
      goneSince: '2026-11-23T09:00:06Z',
      lookedUpNext: '2027-01-04T09:00:06Z',
    });
    const asked = await bob.types('/me erase');
    const press = asked.kind === 'view' ? asked.view.actions[0]?.press : undefined;
    if (!press) throw new Error(read(asked));
    await bob.presses(press);
    await pass(group, 8);
    expect(await tracesOf(group.prefix, 'bob')).toEqual([]);
  });

  it('can say so themselves before they are found', async () => {
    const group = await groupOnABoard();
    const bob = group.member('bob');
    group.recorder.absent.add(bob.id);
    await group.settle();
    await pass(group, 37);
    await bob.types('/me hide');
    group.recorder.absent.delete(bob.id);
    await pass(group, 7);
    expect(await board(group)).toEqual(['@ada']);
  });
});

describe('looking members up', () => {
  it('asks of each at most once a week', async () => {
    const group = await groupOnABoard();
    const asked = lookUpsOf(group);
    await group.settle();
    expect(asked.sort()).toEqual(['ada', 'bob']);
    await pass(group, 6);
    expect(asked).toHaveLength(2);
    await pass(group, 1);
    expect(asked).toHaveLength(4);
  });

  it('asks of at most ten in a minute', async () => {
    const names = Array.from({ length: 23 }, (_, at) => `m${at}`);
    const group = await groupOnABoard(names);
    const asked = lookUpsOf(group);
    for (const count of [10, 20, 23, 23]) {
      await group.settle();
      await group.settle();
      expect(asked).toHaveLength(count);
      group.clock.moveTo(group.clock.now() + 60_000);
    }
    expect(new Set(asked).size).toBe(23);
  });

  it('holds nothing against those of whom nobody can tell', async () => {
    const group = await groupOnABoard();
    group.recorder.absent.add(group.member('bob').id);
    const { knows } = group.recorder;
    group.recorder.knows = async (community, member) =>
      member === null ? knows(community, member) : 'cannot tell';
    await group.settle();
    await pass(group, 40);
    expect(await board(group)).toEqual(['@ada', '@bob']);
  });

  it('believes what it knew while nobody can tell', async () => {
    const group = await groupOnABoard();
    group.recorder.absent.add(group.member('bob').id);
    await group.settle();
    await pass(group, 37);
    const { knows } = group.recorder;
    group.recorder.knows = async (community, member) =>
      member === null ? knows(community, member) : 'cannot tell';
    await pass(group, 14);
    expect(await board(group)).toEqual(['@ada']);
  });

  it('is planned with the night that holds the books against the log, within a week', async () => {
    const group = await groupOnABoard();
    const { presence } = group.bot.parts.store;
    await presence.dueAgain(COMMUNITY, null);
    const asked = lookUpsOf(group);
    await pass(group, 9);
    expect(asked.length).toBeGreaterThan(0);
  });

  it('X17 notices a removal that no process heard of', async () => {
    const group = await groupOnABoard();
    group.recorder.absent.add(COMMUNITY);
    await group.settle();
    await group.settle();
    expect(await group.bot.parts.store.belonging.place(COMMUNITY)).toMatchObject({
      kind: 'removed',
    });
  });
});
