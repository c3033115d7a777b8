import { describe, expect, it } from 'vitest';
import { quizTexts } from '../../src/chat/texts/en/quiz.ts';
import type { Card } from '../../src/core/card.ts';
import { quizId } from '../../src/core/ids.ts';
import type { Member } from '../../src/platforms/recorder/member.ts';
import { PlatformFault } from '../../src/ports/platform.ts';
import { answers, begun, pressIn, read, sentence } from './quiz-group.ts';
import { otherKinds, smallDeck } from './small-deck.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';
import { tracesOf } from './traces.ts';

const { quiz: texts } = quizTexts;

describe('a relaxed quiz', () => {
  it('feeds the reviews of those who answered', async () => {
    const group = await begun('count=1', ['ada', 'bob']);
    const [ada, bob] = group.players as [Member, Member];
    await answers(ada, 'wrong one');
    await group.at('2026-11-25 08:00');
    expect(sentence(await ada.types('/review'))).toContain('1 card due');
    expect(sentence(await bob.types('/review'))).toContain('Your review is empty');
  });

  it('is announced, asks one question after another, reveals each and ends with a table', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    const announced = await ada.types('/quiz start count=2');
    expect(announced).toMatchObject({ seenBy: 'channel' });
    expect(sentence(announced)).toBe(
      [
        'Quiz: 2 questions on Virtualization · relaxed',
        'Whoever is right scores, however long it takes.',
        '[Join]',
        '30 seconds for each question · begins Mon 23 Nov 08:00',
      ].join('\n'),
    );
    const join = pressIn(announced, 'Join');
    expect(sentence(await ada.presses(join))).toBe(
      'You are in\n1 member joined so far; the first question comes in this channel.',
    );
    await bob.presses(join);
    expect(group.messages()).toHaveLength(0);

    await group.at('2026-11-23 08:00:30');
    expect(group.messages()).toHaveLength(1);
    expect(group.latest()).toMatchObject({
      tone: 'question',
      title: expect.stringMatching(/^Quiz question 1 of 2 · /),
    });
    expect(await answers(ada, 'right one')).toMatch(
      /^Right: \+10 points\nYou answered: .: right one/,
    );
    expect(await answers(bob, 'wrong one')).toContain('Not this time');
    await group.settle();
    const reveal = read(group.latest());
    expect(reveal).toMatch(/^Quiz question 1 of 2 is closed/);
    expect(reveal).toContain('right one: 1 of 2 (key)');
    expect(reveal).toContain('wrong one: 1 of 2');
    expect(reveal).toContain('The table so far:\n1. ada: 10 points\n2. bob: 0 points');

    await group.at('2026-11-23 08:00:38');
    expect(group.latest().title).toMatch(/^Quiz question 2 of 2 · /);
    await answers(bob, 'right one');
    // The other one lets the time pass.
    await group.at('2026-11-23 08:01:09');
    expect(read(group.latest())).toContain('That was the last question.');
    await group.at('2026-11-23 08:01:13');
    expect(group.messages()).toHaveLength(3);
    expect(read(group.latest())).toBe(
      [
        'The quiz on Virtualization is over',
        '1. ada: 10 points',
        '1. bob: 10 points',
        '[What I missed]',
        '2 members, 2 questions',
      ].join('\n'),
    );
    const missed = sentence(await bob.presses(pressIn(group.latest(), 'What I missed')));
    expect(missed).toMatch(/^You had 1 of 2 right\n1\. Which option/);
    expect(missed).toContain('You answered: ');
    expect(missed).toContain('Your place: 1 (10 points).');
    const unanswered = sentence(await ada.presses(pressIn(group.latest(), 'What I missed')));
    expect(unanswered).toContain('You did not answer.');
    // Nothing of it is in the standings.
    expect(sentence(await ada.types('/leaderboard'))).toContain('No points yet');
    expect(await ada.types('/streak')).toMatchObject({ view: { title: 'No streak yet' } });
  });

  it('counts the first answer, and shows it to whoever answers again', async () => {
    const { players } = await begun('count=2', ['ada', 'bob']);
    const [ada] = players as [Member];
    await answers(ada, 'wrong one');
    expect(await answers(ada, 'right one')).toContain('your first answer counts');
  });

  it('shows how many have answered, and not more often than it must', async () => {
    const group = await begun('count=1', ['ada', 'bob', 'cem']);
    const [ada] = group.players as [Member];
    await answers(ada, 'right one');
    expect(read(group.latest())).toContain('0 of 3 answered');
    const { quiz } = idsOf(group);
    const look = { kind: 'run-quiz', data: { community: COMMUNITY, quiz }, afterMs: 0 } as const;
    await group.bot.parts.queue.wake([look]);
    await group.bot.jobs.settled();
    expect(read(group.latest())).toContain('1 of 3 answered');
    const edits = group.recorder.log.filter(({ kind }) => kind === 'edit').length;
    await group.bot.parts.queue.wake([look]);
    await group.bot.jobs.settled();
    expect(group.recorder.log.filter(({ kind }) => kind === 'edit')).toHaveLength(edits);
  });

  it('lets somebody join late, by the button or by answering, and says so', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    const [ada, bob, cem] = ['ada', 'bob', 'cem'].map((name) => group.member(name)) as [
      Member,
      Member,
      Member,
    ];
    const join = pressIn(await ada.types('/quiz start count=2'), 'Join');
    await ada.presses(join);
    await group.at('2026-11-23 08:00:30');
    expect(sentence(await bob.presses(join))).toBe(
      'You are in\nThe quiz is under way: you play from question 1 on.',
    );
    await answers(ada, 'right one');
    await answers(bob, 'right one');
    await group.settle();
    await group.at('2026-11-23 08:00:38');
    expect(await answers(cem, 'right one')).toContain('You joined at question 2.');
  });

  it('takes a hint for a price', async () => {
    const group = await begun('count=1', ['ada', 'bob'], { cards: [otherKinds.typed] });
    const [ada, bob] = group.players as [Member, Member];
    expect(sentence(await ada.presses(pressIn(group.latest(), 'Hint')))).toBe(
      'A hint for quiz question 1\nFour letters.\nIt costs 3 points of this question, unless you have answered already.',
    );
    expect(await answers(ada, 'VMCS')).toMatch(/^Right: \+8 points/);
    await answers(bob, 'VMCS');
    // Too late to cost anything.
    await group.settle();
    expect(read(group.latest())).toContain('1. bob: 10 points\n2. ada: 8 points');
  });
});

const idsOf = (group: StudyGroup) => {
  const ask = group.latest().ask;
  if (!ask) throw new Error('no question is open');
  return { quiz: quizId.of(ask.round.slice(0, 10)) };
};

describe('a race', () => {
  it('tells the points with the reveal: they fade from the first right answer on', async () => {
    const group = await begun('count=1 mode=race', ['ada', 'bob', 'cem']);
    const [ada, bob, cem] = group.players as [Member, Member, Member];
    await group.at('2026-11-23 08:00:40');
    const verdict = await answers(ada, 'right one');
    expect(verdict).toMatch(/^Right\n/);
    expect(verdict).toContain('The points come with the reveal.');
    await group.at('2026-11-23 08:00:55');
    await answers(bob, 'right one');
    await answers(cem, 'wrong one');
    await group.settle();
    expect(read(group.latest())).toContain('1. ada: 10 points\n2. bob: 8 points\n3. cem: 0 points');
  });
});

describe('X8 a program in a race', () => {
  it('that answers in the same instant takes nothing from those who read', async () => {
    const group = await begun('count=1 mode=race seconds=10', ['robot', 'ada']);
    const [robot, ada] = group.players as [Member, Member];
    await answers(robot, 'right one');
    await group.at('2026-11-23 08:00:31.900');
    await answers(ada, 'right one');
    await group.settle();
    expect(read(group.latest())).toContain('1. ada: 10 points\n1. robot: 10 points');
  });
});

describe('an exam', () => {
  it('tells nothing before the end, and takes points for wrong answers where it is set so', async () => {
    const rules = { examPenalty: 50 };
    const group = await begun('count=1 mode=exam', ['ada', 'bob'], { rules });
    const [ada, bob] = group.players as [Member, Member];
    const said = await answers(ada, 'right one');
    expect(said).toMatch(/^Your answer is recorded\nYou answered: .: right one/);
    expect(said).toContain('Right or wrong comes at the end of the quiz.');
    expect(said).not.toContain('explanation');
    await answers(bob, 'wrong one');
    await group.settle();
    const closed = read(group.latest());
    expect(closed).toContain('2 members answered; right and wrong come at the end.');
    expect(closed).not.toContain('key');
    expect(closed).not.toContain('explanation');
    await group.at('2026-11-23 08:01:00');
    expect(read(group.latest())).toContain('1. ada: 10 points\n2. bob: -5 points');
    const missed = sentence(await bob.presses(pressIn(group.latest(), 'What I missed')));
    expect(missed).toContain('The explanation of');
  });
});

/** Answers the round of a question that was asked before, at a moment that has gone by: the answer was held up. */
async function answersHeldUp(
  group: StudyGroup,
  player: Member,
  {
    round,
    moment,
    words,
  }: { readonly round: string; readonly moment: string; readonly words: string },
): Promise<string> {
  const now = group.clock.now();
  const quiz = quizId.of(round.slice(0, 10));
  const plan = (await group.bot.parts.store.quizzes.get(COMMUNITY, quiz))?.plan;
  const card = plan?.cards[Number(round.slice(10)) - 1];
  const at = card && 'options' in card ? card.options.findIndex((option) => option === words) : -1;
  group.clock.moveTo(Date.parse(moment));
  await player.presses({ kind: 'answer', round: round as never, picks: [at] });
  const verdict = read(await player.next());
  group.clock.moveTo(now);
  return verdict;
}

describe('an answer that was received in time and held up', () => {
  it('counts though the next question is before members already', async () => {
    const group = await begun('count=2', ['ada', 'bob']);
    const [ada, bob] = group.players as [Member, Member];
    const round = group.latest().ask?.round ?? '';
    await answers(ada, 'right one');
    await group.at('2026-11-23 08:01:02');
    await group.at('2026-11-23 08:01:10');
    expect(group.latest().title).toMatch(/^Quiz question 2 of 2/);
    const late = { round, moment: '2026-11-23T08:01:00.001Z', words: 'right one' };
    expect(await answersHeldUp(group, bob, late)).toContain(texts.refused.closed);
    const held = { ...late, moment: '2026-11-23T08:00:59Z' };
    expect(await answersHeldUp(group, bob, held)).toContain('Right: +10 points');
    await answers(ada, 'wrong one');
    await answers(bob, 'wrong one');
    await group.settle();
    await group.at('2026-11-23 08:01:20');
    expect(read(group.latest())).toContain('1. ada: 10 points\n1. bob: 10 points');
  });

  it('keeps its member in a survival quiz', async () => {
    const group = await begun('count=3 mode=survival', ['ada', 'bob', 'cem']);
    const [ada, bob, cem] = group.players as [Member, Member, Member];
    const round = group.latest().ask?.round ?? '';
    await answers(ada, 'right one');
    await answers(cem, 'right one');
    await group.at('2026-11-23 08:01:02');
    expect(read(group.latest())).toContain('2 members still in.');
    const held = { round, moment: '2026-11-23T08:00:59Z', words: 'right one' };
    expect(await answersHeldUp(group, bob, held)).toContain('You are still in.');
    await group.settle();
    expect(read(group.latest())).toContain('3 members still in.');
    await group.at('2026-11-23 08:01:10');
    expect(await answers(bob, 'right one')).toContain('You are still in.');
  });
});

describe('a survival quiz', () => {
  it('ends when one is left; who is out is told so, and nobody joins late', async () => {
    const group = await begun('count=3 mode=survival', ['ada', 'bob', 'cem']);
    const [ada, bob, cem] = group.players as [Member, Member, Member];
    expect(await answers(ada, 'right one')).toContain('You are still in.');
    expect(await answers(bob, 'right one')).toContain('You are still in.');
    expect(await answers(cem, 'wrong one')).toContain('You are out.');
    await group.settle();
    expect(read(group.latest())).toContain('2 members still in.');
    await group.at('2026-11-23 08:00:38');
    expect(await answers(cem, 'right one')).toContain(texts.refused.out);
    const dan = group.member('dan');
    expect(await answers(dan, 'right one')).toContain(texts.refused.out);
    await answers(ada, 'right one');
    // Silence is out as well.
    await group.at('2026-11-23 08:01:09');
    await group.settle();
    expect(read(group.latest())).toBe(
      [
        'The quiz on Virtualization is over',
        'The others are out.',
        '1. ada: stayed in for 2 questions',
        '2. bob: stayed in for 1 question',
        '3. cem: stayed in for 0 questions',
        '[What I missed]',
        '3 members, 2 questions',
      ].join('\n'),
    );
  });
});

describe('a quiz of teams', () => {
  it('draws named teams of nearly one size and counts their average', async () => {
    const group = await begun('count=1 mode=teams', ['ada', 'bob', 'cem']);
    const verdicts = [];
    for (const player of group.players) verdicts.push(await answers(player, 'right one'));
    const teams = verdicts.map((said) => /You play for the (\w+)\./.exec(said)?.[1] ?? '');
    expect([...new Set(teams)].sort()).toEqual(['Guests', 'Hypervisors']);
    await group.settle();
    expect(read(group.latest())).toMatch(/- 1\. \w+ · 10 points each: /);
  });
});

describe('skipping and stopping', () => {
  it('skips when more than half of the players want it, and the question counts for nothing', async () => {
    const group = await begun('count=2', ['ada', 'bob', 'cem']);
    const [ada, bob] = group.players as [Member, Member, Member];
    await answers(ada, 'right one');
    const skip = pressIn(group.latest(), 'Skip');
    expect(sentence(await ada.presses(skip))).toBe(
      'Skip\nYour vote to skip is in: 1 of the 2 that it takes.',
    );
    expect(sentence(await ada.presses(skip))).toContain('1 of the 2');
    expect(sentence(await group.member('dan').types('/quiz skip'))).toContain(
      texts.onlyPlayersSkip,
    );
    expect(await bob.types('/quiz skip')).toMatchObject({
      seenBy: 'channel',
      view: { blocks: [{ line: texts.skipped }] },
    });
    await group.settle();
    expect(read(group.latest())).toContain(texts.reveal.skipped);
    expect(sentence(await bob.presses(skip))).toContain(texts.nothingToSkip);
    await group.at('2026-11-23 08:00:38');
    expect(group.latest().title).toMatch(/^Quiz question 2 of 2/);
    for (const player of group.players) await answers(player, 'right one');
    await group.settle();
    expect(read(group.latest())).toContain('1. ada: 10 points\n1. bob: 10 points');
  });

  it('is stopped by its starter, with a table of what was closed', async () => {
    const group = await begun('count=3', ['ada', 'bob']);
    const [ada, bob] = group.players as [Member, Member];
    for (const player of [ada, bob]) await answers(player, 'right one');
    await group.settle();
    await group.at('2026-11-23 08:00:38');
    const open = group.messages().length - 1;
    expect(sentence(await bob.types('/quiz stop'))).toContain(texts.stop.notYours);
    expect(await ada.types('/quiz stop')).toMatchObject({
      seenBy: 'channel',
      view: { title: 'The quiz is stopped' },
    });
    await group.settle();
    expect(group.messages()[open]).toMatchObject({ ask: null });
    expect(read(group.latest())).toContain('It was stopped; questions that were not closed');
    expect(read(group.latest())).toContain('1. ada: 10 points\n1. bob: 10 points');
    expect(sentence(await ada.types('/quiz stop'))).toContain(texts.stop.none);
    expect(sentence(await ada.types('/quiz skip'))).toContain(texts.stop.none);
  });

  it('asks no question more where it was stopped while one was being sent, and that was refused', async () => {
    const group = await begun('count=2', ['ada']);
    const [ada] = group.players as [Member];
    await answers(ada, 'right one');
    await group.settle();
    const { post } = group.recorder;
    group.recorder.post = async () => {
      group.recorder.post = post;
      await ada.types('/quiz stop');
      throw new PlatformFault('too busy', 'later');
    };
    await group.at('2026-11-23 08:00:39');
    await group.at('2026-11-23 08:00:41');
    expect(group.messages()).toHaveLength(2);
    expect(read(group.latest())).toContain('The quiz on Virtualization is over');
  });

  it('goes on where its starter left, and an organiser stops it', async () => {
    const group = await begun('count=3', ['ada', 'bob']);
    expect(await group.member('olga', true).types('/quiz stop')).toMatchObject({
      view: { title: 'The quiz is stopped' },
    });
  });
});

describe('what can go wrong', () => {
  it.each([
    ['count=0', '"0" is no number of questions: write one from 1 to 30.'],
    ['count=31', '"31" is no number of questions: write one from 1 to 30.'],
    ['count=many', '"many" is no number of questions: write one from 1 to 30.'],
    ['seconds=5', '"5" is no number of seconds: write one from 10 to 300.'],
    ['deck=networks', 'There is no deck "networks": there is virtualization.'],
    ['topic=alpa', 'There is no topic "alpa". Did you mean alpha?'],
    ['topic=quantum', 'There is no topic "quantum": there is alpha, beta and gamma.'],
  ])('/quiz start %s: %s', async (options, why) => {
    const group = await studyGroup({});
    expect(await group.member('ada').types(`/quiz start ${options}`)).toMatchObject({
      seenBy: 'only me',
      view: { tone: 'refusal', title: 'No quiz was started', blocks: [{ line: why }] },
    });
  });

  it('a second quiz in the channel is refused', async () => {
    const group = await begun('count=1', ['ada']);
    const ada = group.players[0] as Member;
    expect(sentence(await ada.types('/quiz start'))).toBe(
      `No quiz was started\n${texts.start.running}`,
    );
  });

  it('fewer questions than asked for are said so', async () => {
    const group = await studyGroup({});
    const said = sentence(await group.member('ada').types('/quiz start topic=alpha count=5'));
    expect(said).toContain('Quiz: 1 question on alpha');
    expect(said).toContain('There are only 1 of the 5 questions that were asked for.');
  });

  it('joining twice is once', async () => {
    const group = await studyGroup({});
    const ada = group.member('ada');
    const join = pressIn(await ada.types('/quiz start'), 'Join');
    const [first, second] = await Promise.all([ada.presses(join), ada.presses(join)]);
    const said = [first, second].map(sentence).sort();
    expect(said).toEqual([
      'You are in\n1 member joined so far; the first question comes in this channel.',
      `You are in\n${texts.already}`,
    ]);
  });

  it('a quiz that nobody joins asks nothing', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    const ada = group.member('ada');
    const join = pressIn(await ada.types('/quiz start'), 'Join');
    await group.at('2026-11-23 08:00:30');
    expect(group.messages().map(read)).toEqual([
      `The quiz on Virtualization is over\n${texts.final.nobody}`,
    ]);
    expect(sentence(await ada.presses(join))).toContain(texts.over);
    expect(await ada.types('/quiz start')).toMatchObject({ seenBy: 'channel' });
  });

  it('an answer in the millisecond of the close is refused, one before it counts', async () => {
    const group = await begun('count=2', ['ada', 'bob']);
    const [ada, bob] = group.players as [Member, Member];
    const ask = group.latest().ask;
    if (!ask) throw new Error('no question is open');
    const press = { kind: 'answer', round: ask.round, picks: [0] } as const;
    group.clock.moveTo(Date.parse('2026-11-23T08:00:59.999Z'));
    await ada.presses(press);
    expect(read(await ada.next())).toMatch(/^(Right|Not this time)/);
    group.clock.moveTo(Date.parse('2026-11-23T08:01:00Z'));
    await bob.presses(press);
    expect(read(await bob.next())).toContain(texts.refused.closed);
    await group.at('2026-11-23 08:01:01');
    expect(read(group.latest())).toContain('of 1');
  });

  it('a channel that is gone ends the quiz', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    const ada = group.member('ada');
    await ada.presses(pressIn(await ada.types('/quiz start'), 'Join'));
    group.recorder.failNext('post', new PlatformFault('The channel is gone', 'gone'));
    await group.at('2026-11-23 08:00:30');
    await group.at('2026-11-23 08:02:00');
    expect(group.messages()).toHaveLength(0);
    expect(sentence(await ada.types('/quiz stop'))).toContain(texts.stop.none);
  });

  describe('of a question that the platform may have accepted without saying so', () => {
    const silent = new PlatformFault('No answer', 'unknown');
    const busy = new PlatformFault('Busy', 'later');

    async function unheard(remembersKeysFor: number): Promise<StudyGroup> {
      const group = await studyGroup({ now: '2026-11-23 08:00' });
      group.recorder.remembersKeysFor = remembersKeysFor;
      const ada = group.member('ada');
      await ada.presses(pressIn(await ada.types('/quiz start count=1'), 'Join'));
      group.recorder.failNext('post', silent, true);
      await group.at('2026-11-23 08:00:30');
      expect(group.messages()).toHaveLength(1);
      return group;
    }

    const isAsking = async (group: StudyGroup): Promise<void> => {
      expect(await answers(group.member('ada'), 'right one')).toContain('Right: +10 points');
      expect(group.messages()).toHaveLength(1);
    };

    it('a repeat that has to wait is no proof that nothing stands', async () => {
      const group = await unheard(60_000);
      group.recorder.failNext('post', busy);
      await group.at('2026-11-23 08:00:41');
      // Beyond the memory of the key for a message that was called never sent.
      await group.at('2026-11-23 08:01:31');
      await isAsking(group);
    });

    it('it is repeated while its key is remembered', async () => {
      const group = await unheard(60_000);
      await group.at('2026-11-23 08:00:41');
      await isAsking(group);
    });

    it('it is looked up when a repeat could arrive too late for its key', async () => {
      const group = await unheard(60_000);
      // A repeat would hang up in time, but what was held back on its way would arrive too late.
      group.recorder.failNext('post', new PlatformFault('Nobody may send now', 'gone'));
      await group.at('2026-11-23 08:01:15');
      await isAsking(group);
    });

    it('a refused repeat leaves what may stand', async () => {
      const group = await unheard(60_000);
      group.recorder.failNext('post', new PlatformFault('No', 'never'));
      await group.at('2026-11-23 08:00:41');
      await isAsking(group);
    });
  });

  it('a channel that is deleted in mid-quiz ends it with the answers it has, and frees the place', async () => {
    const { PlatformFault } = await import('../../src/ports/platform.ts');
    const group = await begun('count=2', ['ada', 'bob']);
    const [ada, bob] = group.players as [Member, Member];
    await answers(ada, 'right one');
    group.recorder.failNext('edit', new PlatformFault('The channel is gone', 'gone'));
    await answers(bob, 'right one');
    await group.settle();
    await group.at('2026-11-23 08:03:00');
    expect(group.messages()).toHaveLength(1);
    expect(sentence(await ada.types('/quiz stop'))).toBe(`That did not work\n${texts.stop.none}`);
    expect(await ada.types('/quiz start')).toMatchObject({ seenBy: 'channel' });
  });

  it('a card that a daily asks is not drawn', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    const olga = group.member('olga', true);
    await olga.types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    const said = sentence(await olga.types('/quiz start'));
    expect(said).toContain(`Quiz: ${smallDeck.length - 1} questions`);
  });

  it('a question keeps its card when the deck is read again without it', async () => {
    const cards = [...smallDeck];
    const group = await begun('count=1', ['ada', 'bob'], { cards });
    cards.splice(0);
    const [ada, bob] = group.players as [Member, Member];
    expect(await answers(ada, 'right one')).toContain('Right');
    await answers(bob, 'right one');
    await group.settle();
    expect(read(group.latest())).toContain('right one: 2 of 2 (key)');
  });
});

describe('the data of a member who played', () => {
  it('is exported whole, and erased while the quiz goes on', async () => {
    const group = await begun('count=2 mode=teams', ['zelda', 'bob'], {
      cards: [otherKinds.typed, smallDeck[0] as Card],
    });
    const [zelda, bob] = group.players as [Member, Member];
    const hint = group.latest().actions.find(({ label }) => label === 'Hint');
    if (hint) await zelda.presses(hint.press);
    await zelda.presses(pressIn(group.latest(), 'Skip'));
    await answers(zelda, group.latest().ask?.kind === 'texts' ? 'VMCS' : 'right one');
    const copied = await zelda.types('/me export');
    const file = copied.kind === 'view' ? copied.view.blocks.find((b) => b.kind === 'file') : null;
    const copy = JSON.parse(file?.kind === 'file' ? file.text : '{}');
    expect(copy.quizzes).toEqual([
      {
        quiz: idsOf(group).quiz,
        started: true,
        joinedAtQuestion: 0,
        hintsOfQuestions: hint ? [1] : [],
        votedToSkipQuestions: [1],
        answers: [expect.objectContaining({ question: 1, prompt: expect.any(String) })],
      },
    ]);
    await zelda.presses(pressIn(await zelda.types('/me erase'), 'Erase everything'));
    const left = await tracesOf(group.prefix, 'zelda');
    expect(left.filter((trace) => !/:due: erase zelda$/.test(trace))).toEqual([]);
    await answers(bob, group.latest().ask?.kind === 'texts' ? 'VMCS' : 'right one');
    await group.settle();
    expect(read(group.latest())).toContain('1. bob: 10 points');
    expect(read(group.latest())).not.toContain('zelda');
  });
});
