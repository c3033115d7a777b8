import { expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Press } from '../../src/chat/press.ts';
import type { Reply, View } from '../../src/chat/view.ts';
import {
  channelId,
  communityId,
  type DailyId,
  dailyId,
  type QuizId,
  quizId,
  type RoundId,
  roundId,
} from '../../src/core/ids.ts';
import type { Member } from '../../src/platforms/recorder/member.ts';
import { otherKinds, smallDeck } from './small-deck.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

const readView = (view: View): string => plainText(view, { member: (id) => id });

/** What a press can name. */
interface Named {
  readonly round: RoundId;
  readonly quiz: QuizId;
  readonly quizRound: RoundId;
  readonly ownRound: RoundId;
  readonly daily: DailyId;
  readonly appeal: number;
}

const NOBODYS: Named = {
  round: roundId.of('zzzzzzzzzzzz'),
  quiz: quizId.of('zzzzzzzzzz'),
  quizRound: roundId.of('zzzzzzzzzz01'),
  ownRound: roundId.of('yyyyyyyyyyyy'),
  daily: dailyId.of('d9'),
  appeal: 9,
};

/** One press of each kind; none for those that name nothing of a community. */
const PRESSES: Readonly<Record<Press['kind'], (named: Named) => readonly Press[]>> = {
  answer: ({ round, quizRound, ownRound }) =>
    [round, quizRound, ownRound].map((each) => ({ kind: 'answer', round: each, picks: [0] })),
  look: ({ round }) => [{ kind: 'look', round }],
  'self grade': ({ round }) => [{ kind: 'self grade', round, grade: 'knew' }],
  hint: ({ round, ownRound }) => [round, ownRound].map((each) => ({ kind: 'hint', round: each })),
  'post now': ({ daily }) => [{ kind: 'post now', daily }],
  unvoid: ({ daily }) => [{ kind: 'unvoid', daily, number: 1 }],
  resolve: ({ daily }) => [{ kind: 'resolve', daily, day: '2026-11-23' as never, fate: 'again' }],
  appeal: ({ round }) => [{ kind: 'appeal', round }],
  rule: ({ appeal }) => [{ kind: 'rule', appeal, as: 'accept' }],
  report: ({ round }) => [{ kind: 'report', round, reason: 'key' }],
  'quiz join': ({ quiz }) => [{ kind: 'quiz join', quiz }],
  'quiz hint': ({ quizRound }) => [{ kind: 'quiz hint', round: quizRound }],
  'quiz skip': ({ quizRound }) => [{ kind: 'quiz skip', round: quizRound }],
  'quiz misses': ({ quiz }) => [{ kind: 'quiz misses', quiz, page: 0 }],
  rate: ({ ownRound }) => [{ kind: 'rate', round: ownRound, rating: 'good' }],
  'undo rating': ({ ownRound }) => [{ kind: 'undo rating', round: ownRound }],
  // These name nothing, or days and members, of which each community has its own.
  standings: () => [],
  'my standing': () => [],
  board: () => [],
  'where am I': () => [],
  'form again': () => [],
  'share streak': () => [],
  'erase me': () => [],
  'go on': () => [],
};

const pressesOn = (named: Named): Press[] => Object.values(PRESSES).flatMap((make) => make(named));

/** What a member reads, at once or a little later, without the ids that it repeats. */
async function said(member: Member, press: Press): Promise<string> {
  const reply: Reply = await member.presses(press);
  const view = reply.kind === 'view' ? reply.view : await member.next();
  return readView(view).replaceAll(/\bd\d\b|\b[19]\b/g, '…');
}

/** A community with an open question, an appeal, a quiz and somebody's own question. */
async function busyGroup(): Promise<{ readonly group: StudyGroup; readonly named: Named }> {
  const group = await studyGroup({ cards: [otherKinds.typed, ...smallDeck] });
  const [olga, ada] = [group.member('olga', true), group.member('ada')];
  await olga.types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  for (let day = 24; group.latest().ask?.kind !== 'texts'; day++) {
    await group.at(`2026-11-${day} 09:00`);
    await group.settle();
  }
  const round = group.latest().ask?.round as RoundId;
  await ada.picks('control block');
  const verdict = await ada.next();
  const appeal = verdict.actions.find(({ label }) => label === 'I was right');
  if (appeal) await ada.presses(appeal.press);
  const own = await ada.types('/quiz solo');
  const ownRound = own.kind === 'view' ? own.view.ask?.round : undefined;
  const quiz = await ada.types('/quiz start count=1');
  const [join] = quiz.kind === 'view' ? quiz.view.actions : [];
  if (join?.press.kind !== 'quiz join' || !ownRound) throw new Error('no quiz, or no own question');
  await ada.presses(join.press);
  group.clock.moveTo(group.clock.now() + 30_000);
  await group.settle();
  const quizRound = group.latest().ask?.round as RoundId;
  const named = {
    quiz: join.press.quiz,
    quizRound,
    ownRound,
    round,
    daily: dailyId.of('d1'),
    appeal: 1,
  };
  return { group, named };
}

/** Everything that presses could change. */
async function stateOf({ bot }: StudyGroup, { round, quiz }: Named): Promise<string> {
  const { answers, rulings, quizzes, dailies, audit } = bot.parts.store;
  const kept = await Promise.all([
    answers.ofRound(COMMUNITY, round),
    rulings.open(COMMUNITY),
    quizzes.get(COMMUNITY, quiz),
    dailies.list(COMMUNITY),
    audit.list(COMMUNITY, 100),
  ]);
  return JSON.stringify(kept);
}

it('X5 what another community has is answered as what nobody has, and is left as it is', async () => {
  const { group, named } = await busyGroup();
  const place = { community: communityId.of('recorder:other'), channel: channelId.of('study') };
  const zoe = group.recorder.member('zoe', { ...place, organiser: true });
  const before = await stateOf(group, named);
  const [theirs, nobodys] = [pressesOn(named), pressesOn(NOBODYS)];
  expect(theirs.length).toBe(19);
  for (const [at, press] of theirs.entries()) {
    const known = await said(zoe, press);
    expect([press.kind, known]).toEqual([press.kind, await said(zoe, nobodys[at] as Press)]);
  }
  expect(await stateOf(group, named)).toBe(before);
  // All of it is there: at home the same presses are answered otherwise.
  const yan = group.member('yan', true);
  const atHome = [];
  for (const [at, press] of theirs.entries()) {
    const isKnown = (await said(yan, press)) !== (await said(zoe, nobodys[at] as Press));
    if (isKnown) atHome.push(press.kind);
  }
  expect(new Set(atHome).size).toBeGreaterThan(9);
});
