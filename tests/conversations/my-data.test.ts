import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Press } from '../../src/chat/press.ts';
import type { Block, Reply, View } from '../../src/chat/view.ts';
import type { Rules } from '../../src/core/rules.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';
import { tracesOf } from './traces.ts';

const text = (view: View): string => plainText(view, { member: (id) => id });
const read = (reply: Reply): string => (reply.kind === 'view' ? text(reply.view) : reply.kind);

type FileBlock = Extract<Block, { kind: 'file' }>;

function fileIn(reply: Reply): FileBlock {
  const block =
    reply.kind === 'view' ? reply.view.blocks.find(({ kind }) => kind === 'file') : undefined;
  if (block?.kind !== 'file') throw new Error('there is no file');
  return block;
}

/** The button of a reply. */
function pressIn(reply: Reply): Press {
  const action = reply.kind === 'view' ? reply.view.actions[0] : undefined;
  if (!action) throw new Error('there is no button');
  return action.press;
}

/** The letter of the first open option that begins so. */
function letterOf({ latest }: StudyGroup, words: string): string {
  const ask = latest().ask;
  const at =
    ask?.kind === 'picks' ? ask.options.findIndex((option) => option.startsWith(words)) : 0;
  return 'ABCD'.charAt(at);
}

/**
 * Zelda set up two dailies and removed one; she answered both days of the other, the second still open, and was
 * reminded of it before she answered. Bob answered as she did; Zoe's reminder of the second is still to come.
 */
async function afterTwoDays(rules: Partial<Rules> = {}): Promise<StudyGroup> {
  const group = await studyGroup({ now: '2026-11-23 08:00', rules });
  const zelda = group.member('zelda', true);
  const bob = group.member('bob');
  const zoe = group.member('zoe');
  for (const member of [zelda, bob, zoe]) await member.types('/me reminders on');
  await zelda.types('/daily setup 08:30 daily UTC virtualization');
  await group.at('2026-11-23 08:30');
  await zelda.picks(letterOf(group, 'right'));
  await group.at('2026-11-23 08:31');
  await zelda.types('/daily remove d1');
  await zelda.types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  for (const member of [zelda, bob, zoe]) await member.picks(letterOf(group, 'right'));
  await group.at('2026-11-24 09:00');
  await group.at('2026-11-24 09:01');
  await group.at('2026-11-24 20:00');
  await group.at('2026-11-24 20:01');
  for (const member of [zelda, bob]) await member.picks(letterOf(group, 'right'));
  await group.settle();
  return group;
}

async function erase(group: StudyGroup, name = 'zelda'): Promise<string> {
  const member = group.member(name);
  return read(await member.presses(pressIn(await member.types('/me erase'))));
}

/** Zelda's right answer to the latest question, and what she reads. */
async function answer(group: StudyGroup): Promise<string> {
  const zelda = group.member('zelda');
  await zelda.picks(letterOf(group, 'right'));
  await group.settle();
  return text(zelda.hears().at(-1) as View);
}

describe('/me export', () => {
  it('X16 gives everything that is kept, in plain words', async () => {
    const group = await afterTwoDays();
    const reply = await group.member('zelda', true).types('/me export');
    expect(read(reply)).toBe(
      [
        'Your data here',
        'Kept about you: 3 answers, 2 streaks and 3 rows on leaderboards, and your settings.',
        '(File: hypercall-zelda-2026-11-24.json)',
        'The file holds all of it. /me erase removes it.',
      ].join('\n'),
    );
    const { mime, text: json } = fileIn(reply);
    expect(mime).toBe('application/json');
    const copy = JSON.parse(json);
    expect(copy).toMatchObject({
      community: COMMUNITY,
      member: 'zelda',
      exportedAt: '2026-11-24T20:01:00Z',
      settings: { hidden: false, reminders: true },
      standings: [
        { board: 'week:2026-W48', points: 20 },
        { board: 'month:2026-11', points: 20 },
        { board: 'all', points: 20 },
      ],
      dailiesSetUp: ['d2'],
    });
    expect(copy.remindedOfRounds).toHaveLength(1);
    expect(copy.answers).toHaveLength(3);
    expect(copy.answers[2]).toEqual({
      daily: 'd2',
      question: 2,
      day: '2026-11-24',
      round: expect.stringMatching(/^[a-z0-9]{12}$/),
      topic: expect.any(String),
      prompt: expect.stringMatching(/^Which option is the right one/),
      answer: expect.stringMatching(/^[A-D]: right one$/),
      response: { kind: 'choice', picks: [expect.any(Number)] },
      receivedAt: '2026-11-24T20:01:00Z',
      event: expect.stringMatching(/^recorder-\d+$/),
      mark: 'right',
      credit: 1,
      points: 10,
      card: expect.stringMatching(/^single-/),
      cardRevision: expect.any(String),
    });
    expect(copy.streaks).toEqual([
      { daily: 'd1', current: 1, longest: 1, lastQuestion: 1, questionsCredited: 1, ...noFreezes },
      { daily: 'd2', current: 2, longest: 2, lastQuestion: 2, questionsCredited: 2, ...noFreezes },
    ]);
  });

  it('X16 holds what stands in every key that names the member, and nothing of others', async () => {
    const group = await afterTwoDays();
    const json = fileIn(await group.member('zelda', true).types('/me export')).text;
    const copy = JSON.parse(json);
    const traces = await tracesOf(group.prefix, 'zelda');
    expect(traces.length).toBeGreaterThan(10);
    expect(traces.filter((trace) => !isInCopy(trace, copy))).toEqual([]);
    expect(json).not.toContain('bob');
  });

  it('tells no verdict before the reveal where verdicts wait for it', async () => {
    const group = await afterTwoDays({ verdict: 'at-the-reveal', streakCounts: 'correct' });
    const copy = JSON.parse(fileIn(await group.member('zelda').types('/me export')).text);
    const [, closed, open] = copy.answers;
    expect(closed).toMatchObject({ mark: 'right', points: 10 });
    expect(open.mark).toBe('comes with the reveal');
    expect(open).not.toHaveProperty('points');
    expect(open).not.toHaveProperty('credit');
    expect(copy.streaks[1]).toMatchObject({ daily: 'd2', current: 1, lastQuestion: 1 });
  });

  it('says so where there is nothing', async () => {
    const group = await afterTwoDays();
    const nothing = 'Nothing is kept about you here\nIt begins with your first answer.';
    expect(read(await group.member('cat').types('/me export'))).toBe(nothing);
    expect(read(await group.member('cat').types('/me erase'))).toBe(nothing);
  });
});

const noFreezes = { freezes: 0, questionsCoveredByFreezes: [] };

/** Where the export says what a key holds; a key that it does not know is a gap in the export. */
function isInCopy(trace: string, copy: Record<string, unknown>): boolean {
  const [key = ''] = trace.split(': ');
  const [, kind, name] = /\}:([a-z-]+):?(.*)$/.exec(key) ?? [];
  const has = (list: string, word: unknown): boolean =>
    JSON.stringify(copy[list]).includes(JSON.stringify(word));
  switch (kind) {
    case 'answers':
      return has('answers', name);
    case 'streaks':
      return has('streaks', name);
    case 'board':
      return has('standings', name);
    case 'reminded':
      return has('remindedOfRounds', name);
    case 'reminders':
      return has('settings', true);
    case 'audit':
      return JSON.stringify(copy['orders']) !== '[]';
    case 'appointed':
      return copy['appointedOrganiser'] === true;
    case 'looked-up':
      return copy['lookedUpNext'] !== null;
    case 'gone':
      return copy['goneSince'] !== null;
    case 'dailies':
      return has('dailiesSetUp', 'd2');
    default:
      return false;
  }
}

describe('/me erase', () => {
  it('says what goes and what stays, and erases nothing before the button', async () => {
    const group = await afterTwoDays();
    const before = await tracesOf(group.prefix, 'zelda');
    expect(read(await group.member('zelda').types('/me erase'))).toBe(
      [
        'Erase everything about you here?',
        'Kept about you: 3 answers, 2 streaks and 3 rows on leaderboards, and your settings.',
        'The counts under past questions stay, without names, and so do messages in the channel.',
        'It cannot be undone: /me export gives you a copy first.',
        '[Erase everything]',
        'The button works for 15 minutes.',
      ].join('\n'),
    );
    expect(await tracesOf(group.prefix, 'zelda')).toEqual(before);
  });

  it('X16 leaves no trace in any key', async () => {
    const group = await afterTwoDays();
    expect(await erase(group)).toBe(
      'Everything about you here is erased\nYou can begin anew: your answers count again in two minutes.',
    );
    expect(await tracesOf(group.prefix, 'zelda')).toEqual([`{${COMMUNITY}}:due: erase zelda`]);
    await group.at('2026-11-24 20:02');
    expect(await tracesOf(group.prefix, 'zelda')).toEqual([]);
  });

  it('X16 is scoped to one community', async () => {
    const group = await afterTwoDays();
    const there = { community: 'recorder:other', channel: 'study' } as never;
    await group.recorder.member('zelda', there).types('/me reminders on');
    await erase(group);
    await group.at('2026-11-24 20:02');
    expect(await tracesOf(group.prefix, 'zelda')).toEqual(['{recorder:other}:reminders: zelda']);
  });

  it('S6 takes the member off the boards; the others keep streaks, points and counts', async () => {
    const group = await afterTwoDays();
    const reveal = group.messages().map(text);
    const bob = group.member('bob');
    const streak = read(await bob.types('/streak'));
    await erase(group);
    await group.at('2026-11-24 20:02');
    expect(read(await bob.types('/leaderboard all'))).toContain('1. bob: 10 points');
    expect(read(await bob.types('/leaderboard all'))).not.toContain('zelda');
    expect(read(await bob.types('/streak'))).toBe(streak);
    expect(group.messages().map(text)).toEqual(reveal);
    expect(read(await group.member('zelda').types('/streak'))).toMatch(/^No streak yet/);
  });

  it('lets the member begin anew, and the planned questions go on', async () => {
    const group = await afterTwoDays();
    await erase(group);
    await group.at('2026-11-24 20:02');
    expect(await answer(group)).toContain('Streak 1');
    await group.at('2026-11-25 09:00');
    expect(group.latest().title).toMatch(/^Question 3/);
  });

  it('refuses answers kindly until what was under way has arrived', async () => {
    const group = await afterTwoDays();
    await erase(group);
    expect(await answer(group)).toBe(
      'That did not work\nWhat is kept about you is being erased: answer again in two minutes.',
    );
    await group.at('2026-11-24 20:02');
    expect(await tracesOf(group.prefix, 'zelda')).toEqual([]);
  });

  it('goes on by itself after a crash in the middle', async () => {
    const group = await afterTwoDays();
    const { members } = group.bot.parts.store;
    const { id } = group.member('zelda');
    await members.beginErasing(COMMUNITY, id, group.clock.now() + 60_000);
    await group.at('2026-11-24 20:02');
    expect(await tracesOf(group.prefix, 'zelda')).toEqual([]);
  });

  it('by a second press gives what is under way its minute again', async () => {
    const group = await afterTwoDays();
    const zelda = group.member('zelda');
    const press = pressIn(await zelda.types('/me erase'));
    await zelda.presses(press);
    const { members } = group.bot.parts.store;
    const first = group.clock.now() + 60_000;
    group.clock.moveTo(group.clock.now() + 30_000);
    await zelda.presses(press);
    await members.endErasing(COMMUNITY, zelda.id, first);
    expect(await tracesOf(group.prefix, 'zelda')).toEqual([`{${COMMUNITY}}:due: erase zelda`]);
    await group.at('2026-11-24 20:02');
    await group.at('2026-11-24 20:03');
    expect(await tracesOf(group.prefix, 'zelda')).toEqual([]);
  });

  it('X2 needs a fresh button', async () => {
    const group = await afterTwoDays();
    const zelda = group.member('zelda');
    const press = pressIn(await zelda.types('/me erase'));
    const before = await tracesOf(group.prefix, 'zelda');
    group.clock.moveTo(group.clock.now() + 15 * 60_000 + 1);
    const late = 'That did not work\nThis button is too old: /me erase gives you a new one.';
    expect(read(await zelda.presses(press))).toBe(late);
    expect(read(await zelda.presses({ kind: 'erase me', shownAt: 1e15 }))).toBe(late);
    expect(await tracesOf(group.prefix, 'zelda')).toEqual(before);
  });
});
