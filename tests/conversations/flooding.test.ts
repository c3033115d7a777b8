import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import { en } from '../../src/chat/texts/en/index.ts';
import type { Reply } from '../../src/chat/view.ts';
import { channelId, communityId } from '../../src/core/ids.ts';
import { USUAL_ALLOWANCES } from '../../src/features/allowances.ts';
import { type StudyGroup, studyGroup } from './study-group.ts';

const read = (reply: Reply): string =>
  reply.kind === 'view' ? plainText(reply.view, { member: (id) => id }) : reply.kind;

const { member: MEMBER, command: COMMAND, community: CROWD } = USUAL_ALLOWANCES;
const FLOOD = 200;
const several = (count: number) => Array.from({ length: count }, (_, at) => at);

async function groupWithQuestion(): Promise<StudyGroup> {
  const group = await studyGroup({});
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  return group;
}

/** What follows each of so many deeds at once: taken, told to wait, or nothing more to say. */
async function counted(deeds: readonly Promise<Reply>[]) {
  const said = (await Promise.all(deeds)).map(read);
  const told = said.filter((text) => text.includes('That was a lot at once')).length;
  const silent = said.filter((text) => text === 'nothing').length;
  return { taken: said.length - told - silent, told, silent };
}

describe('X7 a member who presses 200 times at once', () => {
  it('is held to an allowance, told so once, and may go on after the wait', async () => {
    const group = await groupWithQuestion();
    const eve = group.member('eve');
    const flood = await counted(several(FLOOD).map(() => eve.picks('right one')));
    expect(flood).toEqual({ taken: MEMBER.atOnce, told: 1, silent: FLOOD - MEMBER.atOnce - 1 });
    group.clock.moveTo(group.clock.now() + MEMBER.pause);
    expect(await eve.picks('right one')).toEqual({ kind: 'later' });
    group.clock.moveTo(group.clock.now() + 1_000);
    await eve.picks('right one');
    await eve.picks('right one');
    expect(read(await eve.picks('right one'))).toContain('try again in 1 second.');
  });

  it('keeps nobody else from answering, and counts once', async () => {
    const group = await groupWithQuestion();
    const [eve, ada] = [group.member('eve'), group.member('ada')];
    const flood = several(FLOOD).map(() => eve.picks('wrong one'));
    expect(await ada.picks('right one')).toEqual({ kind: 'later' });
    expect(await ada.next()).toMatchObject({ title: 'Right: +10 points' });
    await Promise.all(flood);
    await group.at('2026-11-24 09:01');
    expect(group.messages()[0]?.footer).toBe('2 members answered, 1 right');
  });

  it('asks the store for nothing beyond the allowance', async () => {
    const group = await groupWithQuestion();
    const eve = group.member('eve');
    await Promise.all(several(MEMBER.atOnce).map(() => eve.types('/streak')));
    await group.bot.jobs.settled();
    const asked = async (): Promise<number> =>
      Number(/total_commands_processed:(\d+)/.exec(await group.bot.connection.info('stats'))?.[1]);
    const before = await asked();
    await Promise.all(several(FLOOD).map(() => eve.types('/streak')));
    // The question itself, and what workers ask while they wait for jobs; a streak asks for two things.
    expect((await asked()) - before).toBeLessThan(FLOOD / 4);
  });
});

describe('X7 a command', () => {
  it('has an allowance of its own for each member', async () => {
    const group = await studyGroup({});
    const [eve, ada] = [group.member('eve'), group.member('ada')];
    const flood = await counted(several(FLOOD).map(() => eve.types('/leaderboard')));
    expect(flood).toMatchObject({ taken: COMMAND.atOnce, told: 1 });
    expect(read(await eve.types('/help'))).toContain('/leaderboard');
    expect(read(await ada.types('/leaderboard'))).toContain('Leaderboard');
  });
});

describe('X7 a community', () => {
  it('that is far too fast waits, and slows no other', async () => {
    const group = await studyGroup({});
    const crowd = several(CROWD.atOnce).map((at) => group.member(`m${at}`));
    const said = await Promise.all(crowd.map((member) => member.types('/help')));
    expect(said.map(read)).not.toContain(en.allowances.community);
    expect(read(await group.member('late').types('/help'))).toContain(en.allowances.community);
    const elsewhere = { community: communityId.of('recorder:other'), channel: channelId.of('a') };
    const zoe = group.recorder.member('zoe', elsewhere);
    expect(read(await zoe.types('/help'))).not.toContain(en.allowances.community);
  });
});

describe('X8 whoever is in two communities', () => {
  it('has in each what they did there, and nothing of the other', async () => {
    const group = await groupWithQuestion();
    const place = { community: communityId.of('recorder:other'), channel: channelId.of('study') };
    const ada = group.member('ada');
    const adaElsewhere = group.recorder.member('ada', place);
    await ada.picks('right one');
    await ada.next();
    await group.at('2026-11-24 09:01');
    expect(read(await ada.types('/leaderboard'))).toContain('10 points');
    expect(read(await ada.types('/streak'))).toContain('Streak: 1');
    for (const line of ['/leaderboard', '/streak', '/me stats']) {
      expect(read(await adaElsewhere.types(line))).not.toMatch(/10 points|Streak: 1/);
    }
  });
});
