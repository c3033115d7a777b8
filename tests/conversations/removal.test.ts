import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply } from '../../src/chat/view.ts';
import { communityId } from '../../src/core/ids.ts';
import { PlatformFault } from '../../src/ports/platform.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';
import { tracesOf } from './traces.ts';

const read = (reply: Reply): string =>
  reply.kind === 'view' ? plainText(reply.view, { member: (id) => `@${id}` }) : reply.kind;

/** A daily at nine that asked once and that Bob answered. */
async function groupWithADaily(): Promise<StudyGroup> {
  const group = await studyGroup({ now: '2026-11-23 08:00' });
  await group.member('ada', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  await group.member('bob').picks('A');
  await group.settle();
  return group;
}

/** What the platform says, and everything that follows. */
async function told({ recorder, settle }: StudyGroup, isThere: boolean, at?: number) {
  await recorder.moves(COMMUNITY, isThere, at);
  await settle();
}

const dailies = ({ bot }: StudyGroup) => bot.parts.store.dailies.list(COMMUNITY);
const list = async (group: StudyGroup): Promise<string> =>
  read(await group.member('ada', true).types('/daily list'));
/** What names the community, but for the queues' record of the jobs that they had. */
const keysOf = async ({ prefix }: StudyGroup): Promise<string[]> =>
  (await tracesOf(prefix, 'recorder:group')).filter((trace) => !trace.includes(':events: '));
const DAY = 24 * 3_600_000;

describe('a bot that was removed', () => {
  it('P10 asks nothing more, says why, and deletes nothing', async () => {
    const group = await groupWithADaily();
    await told(group, false);
    expect(await list(group)).toContain('(paused: the bot was removed from the community)');
    const before = group.recorder.log.filter(({ kind }) => kind === 'post').length;
    await group.at('2026-11-24 09:00');
    await group.at('2026-12-20 09:00');
    expect(group.recorder.log.filter(({ kind }) => kind === 'post')).toHaveLength(before);
    expect((await tracesOf(group.prefix, 'bob')).length).toBeGreaterThan(3);
    const history = read(await group.member('ada', true).types('/daily history'));
    expect(history).toContain('Daily d1 is paused: the bot was removed from the community.');
  });

  it('P10 costs nobody a streak with the question that was open', async () => {
    const group = await groupWithADaily();
    await group.at('2026-11-24 09:00');
    await told(group, false);
    const { store } = group.bot.parts;
    const [daily] = await dailies(group);
    if (!daily) throw new Error('the daily is gone');
    expect([...(await store.corrections.forgiven(COMMUNITY, daily.id))]).toEqual([2]);
  });

  it('P10 asks again by itself when it is back, and what fell due meanwhile does not exist', async () => {
    const group = await groupWithADaily();
    await told(group, false);
    group.clock.moveTo(group.clock.now() + 3 * DAY);
    await told(group, true);
    expect(await list(group)).not.toContain('paused');
    await group.at('2026-11-27 09:00');
    expect(group.messages()).toHaveLength(2);
    expect(group.latest().title).toContain('2');
    const history = read(await group.member('ada', true).types('/daily history'));
    expect(history).toContain('Daily d1 asks again: the bot is back.');
  });

  it('P10 leaves a daily paused that an organiser had paused', async () => {
    const group = await groupWithADaily();
    await group.member('ada', true).types('/daily pause');
    await told(group, false);
    await told(group, true);
    expect(await list(group)).toContain('(paused)');
  });

  it('P10 takes up a daily whose post ran into the removal before it was told', async () => {
    const group = await groupWithADaily();
    const fault = new PlatformFault('the bot is not in this community', 'gone');
    group.recorder.failNext('post', fault);
    await group.at('2026-11-24 09:00');
    expect(await list(group)).toContain('(paused: the bot is not in this community)');
    await told(group, false);
    await told(group, true);
    expect(await list(group)).not.toContain('paused');
  });

  it('P10 does so while a question is being sent', async () => {
    const group = await groupWithADaily();
    const { recorder, bot } = group;
    const post = recorder.post.bind(recorder);
    recorder.post = async () => {
      recorder.post = post;
      await recorder.moves(COMMUNITY, false);
      throw new PlatformFault('the bot is not in this community', 'gone');
    };
    await group.at('2026-11-24 09:00');
    await group.settle();
    expect(await dailies(group)).toMatchObject([{ paused: true, untilReturn: true }]);
    await told(group, true);
    expect(await dailies(group)).toMatchObject([{ paused: false }]);
    expect(await bot.parts.store.belonging.place(COMMUNITY)).toMatchObject({ kind: 'returned' });
  });

  it.each([
    ['twice', [false, false]],
    ['twice, after a return', [false, true, true]],
    ['for nothing, as at each start', [true, true]],
  ])('P10 hears it %s', async (_, words) => {
    const group = await groupWithADaily();
    for (const isThere of words) await told(group, isThere);
    const isPaused = words.at(-1) === false;
    expect(await dailies(group)).toMatchObject([{ paused: isPaused }]);
    const { audit } = group.bot.parts.store;
    const entries = await audit.list(COMMUNITY, 10);
    const own = entries.filter(({ by }) => by === null).map(({ deed }) => deed.split(':')[0]);
    expect(own).toHaveLength(new Set(own).size);
  });

  it('P10 is not taken in by word of a removal that comes after a later return', async () => {
    const group = await groupWithADaily();
    const at = group.clock.now();
    await told(group, false, at);
    await told(group, true, at + 2_000);
    await told(group, false, at + 1_000);
    expect(await dailies(group)).toMatchObject([{ paused: false }]);
    await told(group, false, at + 3_000);
    expect(await dailies(group)).toMatchObject([{ paused: true }]);
  });

  it('X17 leaves nothing of the community behind after thirty days', async () => {
    const group = await groupWithADaily();
    const other = communityId.of('recorder:other');
    await group.bot.parts.store.appointed.add(other, group.member('bob').id);
    await told(group, false);
    group.clock.moveTo(group.clock.now() + 30 * DAY - 60_000);
    await group.settle();
    expect(await dailies(group)).toHaveLength(1);
    group.clock.moveTo(group.clock.now() + 120_000);
    await group.settle();
    await group.settle();
    expect(await keysOf(group)).toEqual([]);
    expect(await tracesOf(group.prefix, 'bob')).toEqual(['{recorder:other}:appointed: bob']);
    // Come back after that, it begins anew.
    await told(group, true);
    expect(await list(group)).toContain('There is no daily here yet.');
  });

  it('X17 keeps everything where the bot is back before, even if nobody listened then', async () => {
    const group = await groupWithADaily();
    await told(group, false);
    group.recorder.absent.delete(COMMUNITY);
    group.clock.moveTo(group.clock.now() + 31 * DAY);
    await group.settle();
    await group.settle();
    expect(await dailies(group)).toMatchObject([{ paused: false }]);
  });

  it('X17 deletes nothing while the platform cannot say whether the bot is back', async () => {
    const group = await groupWithADaily();
    await told(group, false);
    group.recorder.absent.delete(COMMUNITY);
    group.recorder.reachable = false;
    group.clock.moveTo(group.clock.now() + 31 * DAY);
    await group.settle();
    expect(await dailies(group)).toHaveLength(1);
    group.recorder.reachable = true;
    group.recorder.absent.add(COMMUNITY);
    group.clock.moveTo(group.clock.now() + 3_600_000);
    await group.settle();
    expect(await dailies(group)).toHaveLength(0);
  });

  it('X17 goes on where it crashed while forgetting', async () => {
    const group = await groupWithADaily();
    await told(group, false);
    group.clock.moveTo(group.clock.now() + 31 * DAY);
    const { belonging } = group.bot.parts.store;
    const { forget } = belonging;
    const broken = belonging as { forget: typeof forget };
    const place = await belonging.place(COMMUNITY);
    if (!place) throw new Error('nothing is known of the removal');
    broken.forget = async () => {
      throw new Error('crashed');
    };
    await group.settle();
    broken.forget = forget;
    await group.settle();
    expect(await keysOf(group)).toEqual([]);
  });
});
