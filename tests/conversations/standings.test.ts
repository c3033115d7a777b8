import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Press } from '../../src/chat/press.ts';
import type { Reply, View } from '../../src/chat/view.ts';
import { channelId } from '../../src/core/ids.ts';
import type { Member } from '../../src/platforms/recorder/member.ts';
import { otherKinds, smallDeck } from './small-deck.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

const viewOf = (reply: Reply): View => {
  if (reply.kind !== 'view') throw new Error(`a ${reply.kind}`);
  return reply.view;
};
const read = (reply: Reply): string => plainText(viewOf(reply), { member: (id) => id });

/** The press of a button by its label. */
function button(reply: Reply, label: string): Press {
  const action = viewOf(reply).actions.find((candidate) => candidate.label === label);
  if (!action) throw new Error(`no button ${label}`);
  return action.press;
}

const DAILY = '/daily setup 09:00 daily UTC virtualization';

/** A group with one daily that asks every day at 09:00. */
async function group(options: Parameters<typeof studyGroup>[0] = {}): Promise<StudyGroup> {
  const made = await studyGroup({ now: '2026-11-22 08:00', ...options });
  await made.member('olga', true).types(DAILY);
  return made;
}

/** Lets members answer the question of a day; the one before it closes. */
async function answered(
  study: StudyGroup,
  day: string,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  await study.at(`${day} 09:00`);
  await study.at(`${day} 09:01`);
  for (const [name, words] of Object.entries(answers)) {
    const member: Member = study.member(name);
    await member.picks(words);
    await member.next();
  }
}

/** Lets members answer the question of a day or, where it is a flash card, another one grade it. */
async function answeredOrGraded(
  study: StudyGroup,
  day: string,
  answers: Readonly<Record<string, string>>,
  grader: string,
): Promise<void> {
  await study.at(`${day} 09:00`);
  const ask = study.latest().ask;
  if (ask?.kind !== 'self') return answered(study, day, answers);
  await study.member(grader).presses({ kind: 'self grade', round: ask.round, grade: 'knew' });
  await study.member(grader).next();
}

const [RIGHT, WRONG] = ['right one', 'wrong one'];

describe('/leaderboard', () => {
  it('counts points in the week, the month, all time and in dates of one’s own', async () => {
    const study = await group();
    await answered(study, '2026-11-22', { ada: RIGHT, bob: RIGHT });
    await answered(study, '2026-11-23', { ada: WRONG, bob: RIGHT });
    await answered(study, '2026-12-01', {});
    const ada = study.member('ada');
    const board = async (words: string) => read(await ada.types(`/leaderboard ${words}`));
    expect(await board('all')).toBe(
      'Leaderboard · all time\n1. bob: 20 points\n2. ada: 10 points\n[Where am I?]\n2 members',
    );
    expect(await board('')).toBe(await board('all'));
    expect(await board('dates=2026-11-23..2026-11-23')).toBe(
      'Leaderboard · 2026-11-23 to 2026-11-23\n1. bob: 10 points\n2. ada: 0 points\n[Where am I?]\n2 members',
    );
    expect(await board('week dates=2026-11-22..2026-11-22')).toBe(
      'Leaderboard · 2026-11-22 to 2026-11-22\n1. ada: 10 points\n1. bob: 10 points\n[Where am I?]\n2 members',
    );
    expect(await board('month')).toBe(
      'Leaderboard · this month\nNo points yet: they appear when a question closes.',
    );
  });

  it('says what is wrong with dates', async () => {
    const study = await group();
    const ada = study.member('ada');
    const refused = await ada.types('/leaderboard dates=october');
    expect(refused).toMatchObject({ seenBy: 'only me', view: { tone: 'refusal' } });
    expect(read(refused)).toBe(
      'That did not work\n"october" is no span of dates: write the first and the last day, such as 2026-10-01..2026-12-20.',
    );
    expect(read(await ada.types('/leaderboard dates=2026-12-20..2026-10-01'))).toBe(
      'That did not work\n"2026-12-20..2026-10-01" ends before it begins: write the earlier day first.',
    );
  });

  it('counts the term of the course, where there is one', async () => {
    const study = await group();
    const ada = study.member('ada');
    const refused = await ada.types('/leaderboard term');
    expect(refused).toMatchObject({ seenBy: 'only me' });
    expect(read(refused)).toBe(
      'That did not work\nNo daily here has a term: choose week, month or all, or name the dates.',
    );
    await answered(study, '2026-11-22', { ada: RIGHT });
    await study.member('olga', true).types('/daily edit term=2026-11-23..');
    await answered(study, '2026-11-23', { bob: RIGHT });
    await study.at('2026-11-24 09:01');
    const board = await ada.types('/leaderboard term');
    expect(read(board)).toBe('Leaderboard · this term\n1. bob: 10 points\n[Where am I?]\n1 member');
    expect(read(await ada.presses(button(board, 'Where am I?')))).toBe(
      'Leaderboard · this term\nYou have no points in this span yet: a question that you answered counts when it closes.',
    );
  });

  it('by accuracy lists who answered at least half, self-graded cards aside', async () => {
    const study = await group({ cards: [otherKinds.flash, ...smallDeck] });
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']) {
      await answeredOrGraded(study, day, { ada: RIGHT, bob: WRONG }, 'cat');
    }
    await study.at('2026-11-27 09:01');
    expect(read(await study.member('ada').types('/leaderboard by=accuracy'))).toBe(
      'Leaderboard · this week · accuracy\n1. ada: 100 % right\n2. bob: 0 % right\n[Where am I?]\n2 members',
    );
  });

  it('by accuracy lists nobody where nobody answered half', async () => {
    const study = await group();
    const ada = study.member('ada');
    const empty =
      'Nobody is listed yet: it takes answers to at least half of the closed questions of this span.';
    expect(read(await ada.types('/leaderboard month accuracy'))).toBe(
      `Leaderboard · this month · accuracy\n${empty}`,
    );
    await answered(study, '2026-11-23', { ada: RIGHT });
    await answered(study, '2026-11-24', {});
    await answered(study, '2026-11-25', {});
    await study.at('2026-11-26 09:01');
    expect(read(await ada.types('/leaderboard week accuracy'))).toBe(
      `Leaderboard · this week · accuracy\n${empty}`,
    );
  });

  it('by streak shows the current ones as the closed questions left them, whatever the span', async () => {
    const study = await group();
    await answered(study, '2026-11-22', { ada: RIGHT, bob: WRONG, cat: RIGHT });
    await answered(study, '2026-11-23', { ada: WRONG, bob: WRONG });
    await answered(study, '2026-11-24', { ada: RIGHT });
    const ada = study.member('ada');
    const board = await ada.types('/leaderboard month streak');
    expect(read(board)).toBe(
      'Leaderboard · streaks\n1. ada: 2 rounds\n1. bob: 2 rounds\n[Where am I?]\n2 members',
    );
    expect(read(await ada.presses(button(board, 'Where am I?')))).toBe(
      'Leaderboard · streaks\n1. ada: 2 rounds (you)\n1. bob: 2 rounds\n2 members',
    );
    expect(read(await study.member('cat').presses(button(board, 'Where am I?')))).toBe(
      'Leaderboard · streaks\nYou have no streak yet: a question that you answered counts when it closes.',
    );
  });

  it('in a channel counts what was asked there', async () => {
    const study = await group();
    const lab = { community: COMMUNITY, channel: channelId.of('lab') };
    await study.recorder.member('olga', { ...lab, organiser: true }).types(DAILY);
    await study.at('2026-11-23 09:00');
    await study.member('ada').picks(RIGHT);
    await study.member('ada').next();
    const bob = study.recorder.member('bob', lab);
    await bob.picks(RIGHT);
    await bob.next();
    await study.at('2026-11-24 09:01');
    const here = read(await study.member('ada').types('/leaderboard channel'));
    expect(here).toBe(
      'Leaderboard · this week · this channel\n1. ada: 10 points\n[Where am I?]\n1 member',
    );
    const there = await bob.types('/leaderboard channel');
    expect(read(there)).toBe(
      'Leaderboard · this week · this channel\n1. bob: 10 points\n[Where am I?]\n1 member',
    );
    expect(read(await bob.presses(button(there, 'Where am I?')))).toContain(
      '1. bob: 10 points (you)',
    );
    expect(read(await bob.types('/leaderboard'))).toContain('2 members');
  });
});

describe('the pages of a leaderboard', () => {
  const NAMES = 'amy ben cem dan eli fay gus hal ivy joe kai leo'.split(' ');

  it('go on after the last row that was shown, and back, with the ranks of the list', async () => {
    const study = await group();
    await answered(
      study,
      '2026-11-23',
      Object.fromEntries(NAMES.map((name) => [name, name < 'd' ? RIGHT : WRONG])),
    );
    await study.at('2026-11-24 09:01');
    const reader = study.member('kai');
    const first = await reader.types('/leaderboard week');
    expect(read(first)).toBe(
      [
        'Leaderboard · this week',
        ...['amy', 'ben', 'cem'].map((name) => `1. ${name}: 10 points`),
        ...NAMES.slice(3, 10).map((name) => `4. ${name}: 0 points`),
        '[Next] [Where am I?]',
        '12 members',
      ].join('\n'),
    );
    const next = await reader.presses(button(first, 'Next'));
    expect(next).toMatchObject({ seenBy: 'channel' });
    expect(read(next)).toBe(
      'Leaderboard · this week\n4. kai: 0 points\n4. leo: 0 points\n[Previous] [Where am I?]\n12 members',
    );
    expect(read(await reader.presses(button(next, 'Previous')))).toBe(read(first));
    expect(read(await reader.presses(button(first, 'Where am I?')))).toBe(
      'Leaderboard · this week\n1. amy: 10 points\n1. ben: 10 points\n1. cem: 10 points\n4. ivy: 0 points\n4. joe: 0 points\n4. kai: 0 points (you)\n4. leo: 0 points\n12 members',
    );
  });

  it('stay with their week when the next one has begun', async () => {
    const study = await group();
    await answered(study, '2026-11-28', Object.fromEntries(NAMES.map((name) => [name, RIGHT])));
    await study.at('2026-11-29 09:01');
    const first = await study.member('amy').types('/leaderboard week');
    await study.at('2026-11-30 09:01');
    const next = read(await study.member('amy').presses(button(first, 'Next')));
    expect(next).toBe(
      'Leaderboard · the week of 2026-11-23\n1. kai: 10 points\n1. leo: 10 points\n[Previous] [Where am I?]\n12 members',
    );
  });

  it('by the numbers of earlier buttons are still there, and behind the end is the top', async () => {
    const study = await group();
    await answered(study, '2026-11-23', Object.fromEntries(NAMES.map((name) => [name, RIGHT])));
    await study.at('2026-11-24 09:01');
    const amy = study.member('amy');
    expect(read(await amy.presses({ kind: 'board', window: 'all', page: 1 }))).toContain(
      '1. leo: 10 points',
    );
    expect(read(await amy.presses({ kind: 'board', window: 'all', page: 7 }))).toContain(
      '1. amy: 10 points',
    );
  });
});

describe('the most improved of the week', () => {
  it('are those who rose most against last week, once somebody did', async () => {
    const study = await group();
    await answered(study, '2026-11-16', {});
    await answered(study, '2026-11-22', { ada: RIGHT, bob: RIGHT, cat: RIGHT });
    await answered(study, '2026-11-23', { ada: RIGHT, bob: WRONG, dan: RIGHT });
    await answered(study, '2026-11-24', { ada: RIGHT, dan: RIGHT, eve: RIGHT });
    const board = () => study.member('ada').types('/leaderboard week');
    await study.at('2026-11-25 09:01');
    expect(read(await board())).toContain(
      '\nMost improved this week: ada (+10 points on last week)\n',
    );
    expect(read(await study.member('ada').types('/leaderboard all'))).not.toContain('improved');
  });

  it('are nobody on a week in which nobody rose', async () => {
    const study = await group();
    await answered(study, '2026-11-22', { ada: RIGHT });
    await answered(study, '2026-11-23', { ada: RIGHT, bob: RIGHT });
    await study.at('2026-11-24 09:01');
    const board = read(await study.member('ada').types('/leaderboard week'));
    expect(board).toContain('2 members');
    expect(board).not.toContain('improved');
  });

  it('are named up to three', async () => {
    const study = await group();
    const names = ['ada', 'bob', 'cat', 'dan'];
    const all = Object.fromEntries(names.map((name) => [name, RIGHT]));
    await answered(study, '2026-11-22', all);
    await answered(study, '2026-11-23', all);
    await answered(study, '2026-11-24', all);
    await study.at('2026-11-25 09:01');
    await study.member('dan').types('/me hide');
    expect(read(await study.member('ada').types('/leaderboard week'))).toContain(
      'Most improved this week: ada, bob, cat (+10 points on last week)',
    );
    await study.member('dan').types('/me show');
    expect(read(await study.member('ada').types('/leaderboard week'))).toContain(
      'Most improved this week: ada, bob, cat and others (+10 points on last week)',
    );
  });
});

describe('/me hide and /me show', () => {
  it('take a member off every public row, who alone sees the rank that it would have', async () => {
    const study = await group();
    await answered(study, '2026-11-23', { ada: RIGHT, bob: RIGHT, cat: WRONG });
    await study.at('2026-11-24 09:01');
    const [ada, bob] = [study.member('ada'), study.member('bob')];
    const refusedEarly = await ada.types('/me show');
    expect(refusedEarly).toMatchObject({ seenBy: 'only me', view: { tone: 'refusal' } });
    expect(read(refusedEarly)).toBe(
      'That did not work\nYou are not hidden: /me hide takes you off the leaderboards.',
    );
    const hidden = await ada.types('/me hide');
    expect(hidden).toMatchObject({ seenBy: 'only me' });
    expect(read(hidden)).toBe(
      'You are hidden\nThe leaderboards no longer list or count you; "Where am I?" shows you, and nobody else, the rank that you would have.',
    );
    expect(read(await ada.types('/me hide'))).toBe(
      'That did not work\nYou are hidden already: /me show lists you again.',
    );
    for (const words of ['week', 'all', 'streak', 'accuracy', 'channel']) {
      const board = await bob.types(`/leaderboard ${words}`);
      expect(read(board)).not.toContain('ada');
      expect(read(board)).toContain('1. bob');
      expect(read(await bob.presses(button(board, 'Where am I?')))).not.toContain('ada');
      const own = read(await ada.presses(button(board, 'Where am I?')));
      expect(own).toMatch(/\n1\. ada: .* \(you\)\n1\. bob/);
      expect(own).toContain(
        '\nYou are hidden: only you see your row, and /me show lists you again.\n',
      );
    }
    expect(read(await ada.types('/me show'))).toBe(
      'You are listed again\nThe leaderboards list you with all your points.',
    );
    expect(read(await bob.types('/leaderboard week'))).toBe(
      'Leaderboard · this week\n1. ada: 10 points\n1. bob: 10 points\n3. cat: 0 points\n[Where am I?]\n3 members',
    );
  });
});
