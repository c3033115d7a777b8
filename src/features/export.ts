import type { CommandIntent } from '../chat/intent.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import type { Reply } from '../chat/view.ts';
import { exportView, type KeptCounts, nothingKeptView } from '../chat/views/me.ts';
import { responseInWords } from '../chat/views/response.ts';
import { dayIn, inUtc } from '../core/day.ts';
import type { DailyId } from '../core/ids.ts';
import { creditsStreak } from '../core/rules.ts';
import { replayStreak, type Streak } from '../core/streak.ts';
import type { Kept, KeptAnswer } from '../ports/members.ts';
import type { KeptQuiz } from '../ports/quizzes.ts';
import { type HeldBack, heldBack, isSecret } from './held-back.ts';
import type { Parts } from './parts.ts';
import { reviewCopy, reviewRows } from './review-copy.ts';

/** Rounds of each daily whose misses do not count. */
type Forgiven = ReadonlyMap<DailyId, ReadonlySet<number>>;

export const countsOf = ({ answers, quizzes, streaks, scores }: Kept): KeptCounts => ({
  answers: quizzes.reduce((sum, quiz) => sum + quiz.answers.length, answers.length),
  streaks: streaks.size,
  rows: scores.length,
});

export function isNothing(kept: Kept): boolean {
  const { answers, streaks, rows } = countsOf(kept);
  const { isHidden, wantsReminders, isAppointed, organiserOf, orders } = kept;
  const said = kept.appeals.length + kept.reports.length + kept.quizzes.length + reviewRows(kept);
  const lists = answers + streaks + rows + organiserOf.length + orders.length + said;
  return lists === 0 && !isHidden && !wantsReminders && !isAppointed;
}

/** `/me export`: everything that is kept about the reader in this community, as JSON. */
export async function exportCommand(parts: Parts, intent: CommandIntent): Promise<Reply> {
  const { community, member, locale } = intent;
  const texts = textsFor(locale);
  const kept = await parts.store.members.kept(community, member);
  if (isNothing(kept)) return { kind: 'view', view: nothingKeptView(texts), seenBy: 'only me' };
  const [forgiven, secret] = await Promise.all([
    forgivenIn(parts, intent, kept),
    heldBack(parts, community, kept.answers),
  ]);
  const copy = copyOf(parts, intent, kept, { forgiven, secret }, texts);
  const day = dayIn(parts.homeZone, parts.clock.now());
  const name = `hypercall-${member}-${day}.json`;
  const file = { name, text: `${JSON.stringify(copy, null, 2)}\n` };
  return { kind: 'view', view: exportView(countsOf(kept), file, texts), seenBy: 'only me' };
}

async function forgivenIn(
  { store }: Parts,
  { community }: CommandIntent,
  { streaks }: Kept,
): Promise<Forgiven> {
  const each = [...streaks.keys()].map(
    async (daily) => [daily, await store.corrections.forgiven(community, daily)] as const,
  );
  return new Map(await Promise.all(each));
}

/** The export's form. Its field names are for people; they stay as they are. */
function copyOf(
  parts: Parts,
  { community, member }: Pick<CommandIntent, 'community' | 'member'>,
  kept: Kept,
  { forgiven, secret }: { readonly forgiven: Forgiven; readonly secret: HeldBack },
  texts: Texts,
) {
  return {
    community,
    member,
    exportedAt: inUtc(parts.clock.now()),
    settings: { hidden: kept.isHidden, reminders: kept.wantsReminders },
    answers: kept.answers.map((each) => answerCopy(parts, each, texts)),
    quizzes: kept.quizzes.map((each) => quizCopy(each, texts)),
    streaks: [...kept.streaks].map(([daily, streak]) => {
      const known = streakToTell(parts, kept, daily, streak, forgiven.get(daily) ?? new Set());
      return streakCopy(daily, known);
    }),
    standings: kept.scores,
    remindedOfRounds: kept.remindedOf,
    appointedOrganiser: kept.isAppointed,
    lookedUpNext: kept.lookUpAt === null ? null : inUtc(kept.lookUpAt),
    goneSince: kept.goneSince === null ? null : inUtc(kept.goneSince),
    dailiesSetUp: kept.organiserOf,
    appeals: kept.appeals.map(({ number, deck, card, words, state }) => {
      return { appeal: number, deck, card, words, state };
    }),
    reports: kept.reports.map(({ deck, card, reason, at }) => {
      return { deck, card, reason, at: inUtc(at) };
    }),
    ...reviewCopy(kept, secret.hasRound),
    orders: kept.orders.map(({ at, deed }) => ({ at: inUtc(at), deed })),
  };
}

function answerCopy(parts: Parts, kept: KeptAnswer, texts: Texts) {
  const { round, answer } = kept;
  const { mark, credit } = answer.verdict;
  const verdict = isSecret(parts, kept)
    ? { mark: texts.me.withTheReveal }
    : { mark, credit, points: answer.points };
  return {
    daily: round.daily,
    question: round.number,
    day: round.day,
    round: round.id,
    topic: round.card.topicTitle,
    prompt: round.card.prompt,
    answer: responseInWords(round.card, answer.response, texts),
    response: answer.response,
    receivedAt: inUtc(answer.receivedAt),
    event: answer.event,
    ...verdict,
    card: round.card.id,
    cardRevision: answer.cardRevision,
  };
}

/** Without verdicts: an exam that goes on tells none. */
function quizCopy({ quiz, hasStarted, joinedAt, hints, skips, answers }: KeptQuiz, texts: Texts) {
  return {
    quiz,
    started: hasStarted,
    joinedAtQuestion: joinedAt,
    hintsOfQuestions: hints,
    votedToSkipQuestions: skips,
    answers: answers.map(({ question, card, answer }) => ({
      question,
      topic: card.topicTitle,
      prompt: card.prompt,
      answer: responseInWords(card, answer.response, texts),
      response: answer.response,
      receivedAt: inUtc(answer.receivedAt),
      event: answer.event,
      card: card.id,
    })),
  };
}

function streakCopy(daily: DailyId, streak: Streak) {
  const { current, longest, last, credited, freezes, covered } = streak;
  return {
    daily,
    current,
    longest,
    lastQuestion: last,
    questionsCredited: credited,
    freezes,
    questionsCoveredByFreezes: covered,
  };
}

/** The streak as it would stand without secret verdicts: a longer one would say that the answer was right. */
function streakToTell(
  parts: Parts,
  { answers }: Kept,
  daily: DailyId,
  recorded: Streak,
  forgiven: ReadonlySet<number>,
): Streak {
  const ofDaily = answers.filter(({ round }) => round.daily === daily);
  const known = ofDaily.filter((each) => !isSecret(parts, each));
  if (parts.rules.streakCounts === 'answered' || known.length === ofDaily.length) return recorded;
  const credited = known.filter(({ answer }) => creditsStreak(parts.rules, answer));
  return replayStreak(
    credited.map(({ round }) => round.number),
    forgiven,
  );
}
