import type { Origin } from '../chat/intent.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import { recordedView, verdictView } from '../chat/views/verdict.ts';
import type { Response } from '../core/card.ts';
import type { CommunityId, RoundId } from '../core/ids.ts';
import { type Answer, answerTo, type Refusal, type Round } from '../core/round.ts';
import { creditsStreak } from '../core/rules.ts';
import { creditRound, replayStreak, type Streak } from '../core/streak.ts';
import type { AnswerState, AnswerToCommit, Committed } from '../ports/answers.ts';
import { platformOf } from '../ports/platform.ts';
import type { GivenAnswer, JobData, JobResult } from '../ports/queue.ts';
import type { PostedRound } from '../ports/rounds.ts';
import { countLater } from './count-answers.ts';
import { noteEvidence } from './evidence.ts';
import { learnedBy } from './learned.ts';
import { recordElsewhere } from './other-rounds.ts';
import type { Parts } from './parts.ts';

/** How often a batch reads again what changed under it, before the job is tried anew. */
const MOST_READS = 10;

const NONE_FORGIVEN: ReadonlySet<number> = new Set();

/** An answer goes to the queue; the verdict follows by the reply address. */
export async function takeAnswer(
  parts: Parts,
  intent: Origin,
  round: RoundId,
  response: Response,
): Promise<Reply> {
  const { community, member, event, receivedAt, locale, replyTo, message } = intent;
  await parts.queue.recordAnswer({
    community,
    round,
    member,
    event,
    response,
    receivedAt,
    locale,
    replyTo,
    message,
  });
  return { kind: 'later' };
}

/** The job behind it: each community's answers are graded and committed in one atomic step. */
export async function recordAnswers(
  parts: Parts,
  { answers }: JobData['record-answers'],
): Promise<JobResult> {
  const byCommunity = new Map<CommunityId, GivenAnswer[]>();
  for (const given of answers) {
    const group = byCommunity.get(given.community);
    if (group) group.push(given);
    else byCommunity.set(given.community, [given]);
  }
  await Promise.all(
    [...byCommunity].map(([community, group]) => recordForCommunity(parts, community, group)),
  );
  return { kind: 'done' };
}

async function recordForCommunity(
  parts: Parts,
  community: CommunityId,
  answers: readonly GivenAnswer[],
): Promise<void> {
  let left = answers;
  for (let reads = 0; left.length > 0; reads++) {
    if (reads === MOST_READS) throw new Error('the answers changed each time they were read');
    left = await recordOnce(parts, community, left);
  }
}

interface Refused {
  readonly given: GivenAnswer;
  readonly refused: Refusal | 'gone' | 'erasing';
}

interface Graded {
  readonly given: GivenAnswer;
  readonly commit: AnswerToCommit;
}

/** Reads, grades, commits and replies; returns the answers whose round or streak changed meanwhile. */
async function recordOnce(
  parts: Parts,
  community: CommunityId,
  answers: readonly GivenAnswer[],
): Promise<GivenAnswer[]> {
  const read = await parts.store.answers.read(community, answers);
  await noteMessages(parts, answers, read.rounds);
  const elsewhere = answers.filter(({ round }) => !read.rounds.has(round));
  const gone = await recordElsewhere(parts, community, elsewhere);
  const judged = await Promise.all(answers.flatMap((given, at) => judge(parts, given, read, at)));
  const refused: Refused[] = [
    ...gone.map((given) => ({ given, refused: 'gone' }) as const),
    ...judged.flatMap((each) => ('refused' in each ? [each] : [])),
  ];
  const graded = judged.flatMap((each) => ('commit' in each ? [each] : []));
  const results = await commitAll(parts, community, graded);
  await Promise.all([
    ...refused.map((each) => replyRefusal(parts, each)),
    ...results.map(([each, result]) => settle(parts, each, result)),
    countLater(parts, community, answeredIn(results)),
  ]);
  return results.flatMap(([{ given }, result]) => (result.kind === 'stale' ? [given] : []));
}

/** A press on a question of which nobody knew whether it stands proves that it does. */
async function noteMessages(
  parts: Parts,
  answers: readonly GivenAnswer[],
  rounds: ReadonlyMap<RoundId, PostedRound>,
): Promise<void> {
  for (const round of rounds.values()) {
    if (round.message !== null) continue;
    const message = answers.find((given) => given.round === round.id && given.message)?.message;
    if (message) await noteEvidence(parts, round, message);
  }
}

/** The open rounds that got an answer, each once. */
function answeredIn(results: readonly (readonly [Graded, Committed])[]): Set<PostedRound> {
  const isNew = (result: Committed): boolean => result.kind === 'recorded' && !result.late;
  return new Set(results.flatMap(([{ commit }, result]) => (isNew(result) ? commit.round : [])));
}

async function commitAll(
  parts: Parts,
  community: CommunityId,
  graded: readonly Graded[],
): Promise<(readonly [Graded, Committed])[]> {
  if (graded.length === 0) return [];
  const commits = graded.map(({ commit }) => commit);
  const results = await parts.store.answers.commit(community, commits);
  return graded.map((each, at) => [each, results[at] as Committed]);
}

function settle(parts: Parts, graded: Graded, result: Committed): Promise<void> | null {
  switch (result.kind) {
    case 'stale':
      return null;
    case 'erasing':
      return replyRefusal(parts, { given: graded.given, refused: 'erasing' });
    case 'already':
      return replyVerdict(parts, graded, result.answer);
    case 'recorded':
      return result.late
        ? settleLate(parts, graded)
        : replyVerdict(parts, graded, graded.commit.answer);
  }
}

/** The reveal stands already, and counts one more. */
async function settleLate(parts: Parts, graded: Graded): Promise<void> {
  const { community, round } = graded.given;
  await parts.queue.closeRound({ community, round }, 0);
  await replyVerdict(parts, graded, graded.commit.answer);
}

/** Nothing for an answer to a round that no daily asked. */
function judge(
  parts: Parts,
  given: GivenAnswer,
  read: AnswerState,
  at: number,
): Refused | Graded | Promise<Graded> | [] {
  const round = read.rounds.get(given.round);
  return round ? judgeFor(parts, round, given, read, read.streaks[at] as Streak) : [];
}

function judgeFor(
  parts: Parts,
  round: PostedRound,
  given: GivenAnswer,
  read: AnswerState,
  before: Streak,
): Refused | Graded | Promise<Graded> {
  const { member, event, response, receivedAt } = given;
  const answer = answerTo(round, { member, event, response, receivedAt });
  if (typeof answer === 'string') return { given, refused: answer };
  const forgiven = read.forgiven.get(round.daily) ?? NONE_FORGIVEN;
  const learned = learnedBy(round, answer);
  const graded = (after: Streak): Graded => ({
    given,
    commit: { round, answer, before, after, forgiven, learned },
  });
  if (!creditsStreak(parts.rules, answer)) return graded(before);
  const next = creditRound(before, round.number, forgiven);
  return next ? graded(next) : replayed(parts, round, answer, forgiven).then(graded);
}

/** The streak of a member who answered a later round before this one. */
async function replayed(
  parts: Parts,
  round: Round,
  answer: Answer,
  forgiven: ReadonlySet<number>,
): Promise<Streak> {
  const log = await parts.store.answers.ofMember(round.community, round.daily, answer.member);
  const credited = [...log]
    .filter(([, earlier]) => creditsStreak(parts.rules, earlier))
    .map(([number]) => number);
  return replayStreak([...credited, round.number], forgiven);
}

function replyVerdict(parts: Parts, graded: Graded, first: Answer): Promise<void> {
  const { given, commit } = graded;
  const { round, answer, before, after } = commit;
  const texts = textsFor(given.locale);
  // The same event again is the same answer: its sender may never have seen the verdict.
  const repeated = first.event !== answer.event;
  const streak = first === answer ? after : before;
  const view =
    parts.rules.verdict === 'at-once'
      ? verdictView(round, first, streak, texts, repeated)
      : recordedView(round, first, texts, repeated);
  return reply(parts, given, view);
}

const SENTENCES: Readonly<Record<Refused['refused'], keyof Texts['refusal']>> = {
  closed: 'closed',
  'not a choice': 'notAChoice',
  gone: 'gone',
  erasing: 'erasing',
};

function replyRefusal(parts: Parts, { given, refused }: Refused): Promise<void> {
  const { refusal } = textsFor(given.locale);
  return reply(parts, given, textView('refusal', refusal.title, refusal[SENTENCES[refused]]));
}

/** The answer is in the log whether or not its sender can be reached, so a lost reply fails nothing. */
async function reply(parts: Parts, given: GivenAnswer, view: View): Promise<void> {
  try {
    await platformOf(parts.platforms, given.community).reply(given.replyTo, view, 'only me');
  } catch (cause) {
    parts.report('replying with a verdict', cause);
  }
}
