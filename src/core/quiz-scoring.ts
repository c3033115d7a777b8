import type { Card } from './card.ts';
import { SECOND } from './day.ts';
import { pointsFor } from './grading.ts';
import type { MemberId } from './ids.ts';
import type { QuizAnswer, QuizPlan, QuizState } from './quiz.ts';
import { ranked, type Score, type Standing } from './standings.ts';

/** What a hint costs: this share of what a right answer to the question earns. */
export const HINT_COST = 0.25;
/** How much of its points an answer in a race has lost when the question's time is over. */
const FADED = 0.5;

/** A question that was asked, with everything that members did about it. */
export interface AskedQuestion {
  /** From 1. */
  readonly number: number;
  readonly card: Card;
  readonly answers: readonly QuizAnswer[];
  /** Who had its hint before they answered. */
  readonly hinted: ReadonlySet<MemberId>;
}

/** A team of a quiz, from 0, with its members, best first. */
export interface TeamStanding {
  readonly team: number;
  readonly rank: number;
  /** Points for each of its members, rounded. */
  readonly value: number;
  readonly members: readonly MemberId[];
}

/** What each answer to a question earns; the order in which the answers are given does not matter. */
export function earnedAt(
  plan: Pick<QuizPlan, 'mode' | 'seconds' | 'penalty'>,
  question: AskedQuestion,
): ReadonlyMap<MemberId, number> {
  const { card, answers, hinted } = question;
  const worth = pointsFor(card.difficulty, 1);
  const right = answers.filter(({ verdict }) => verdict.mark === 'right');
  const first = Math.min(...right.map(({ receivedAt }) => receivedAt));
  const earned = (answer: QuizAnswer): number => {
    const { credit } = answer.verdict;
    if (credit === 0) return plan.mode === 'exam' ? 0 - Math.round(worth * plan.penalty) : 0;
    const after = Math.max(0, answer.receivedAt - first);
    const faded =
      plan.mode === 'race' && right.length > 0
        ? 1 - FADED * Math.min(1, after / (plan.seconds * SECOND))
        : 1;
    const cost = hinted.has(answer.member) ? HINT_COST : 0;
    return Math.round(worth * Math.max(0, credit * faded - cost));
  };
  return new Map(answers.map((answer) => [answer.member, earned(answer)]));
}

/** True where the answer keeps its member in a survival quiz: partly right is enough. */
export const passes = ({ verdict }: Pick<QuizAnswer, 'verdict'>): boolean => verdict.credit > 0;

/**
 * The table of a quiz, best first and equals from A to Z: points, or in a survival quiz how many questions somebody
 * stayed in. Everybody who joined or answered has a row.
 *
 * @param questions the closed ones that count, in the order of asking
 */
export function quizTable(
  plan: Pick<QuizPlan, 'mode' | 'seconds' | 'penalty'>,
  questions: readonly AskedQuestion[],
  joined: readonly MemberId[],
): Standing[] {
  const scores = new Map<MemberId, number>(joined.map((member) => [member, 0]));
  const add = (member: MemberId, value: number): void => {
    scores.set(member, (scores.get(member) ?? 0) + value);
  };
  if (plan.mode === 'survival') survivals(questions, add);
  else {
    for (const question of questions) {
      for (const [member, points] of earnedAt(plan, question)) add(member, points);
    }
  }
  return inOrder([...scores].map(([member, value]) => ({ member, value })));
}

/** One for each question passed, until the first that was not. */
function survivals(
  questions: readonly AskedQuestion[],
  add: (member: MemberId, value: number) => void,
): void {
  const passed = questions.map(
    ({ answers }) => new Set(answers.filter(passes).map(({ member }) => member)),
  );
  for (const member of passed[0] ?? []) {
    const fell = passed.findIndex((those) => !those.has(member));
    add(member, fell < 0 ? passed.length : fell);
  }
}

function inOrder(scores: readonly Score[]): Standing[] {
  const sorted = [...scores].sort(
    (a, b) => b.value - a.value || (a.member < b.member ? -1 : a.member > b.member ? 1 : 0),
  );
  return ranked(sorted, 0, 0);
}

/** A table with who may not be named to others left out. */
export interface QuizTable {
  /** Without hidden members, who count in no rank of others. */
  readonly shown: readonly Standing[];
  /** With them, for what their team has. */
  readonly whole: readonly Standing[];
}

export function quizTableFor(whole: readonly Standing[], hidden: ReadonlySet<MemberId>): QuizTable {
  return {
    shown: ranked(
      whole.filter(({ member }) => !hidden.has(member)),
      0,
      0,
    ),
    whole,
  };
}

/** Teams by points for each member, so that a member more is no advantage. */
export function teamTable(
  table: readonly Standing[],
  teams: NonNullable<QuizState['teams']>,
): TeamStanding[] {
  const numbers = [...new Set(Object.values(teams))].sort((a, b) => a - b);
  const rows = numbers.map((team) => {
    const own = table.filter(({ member }) => teams[member] === team);
    const sum = own.reduce((points, { value }) => points + value, 0);
    const value = Math.round(sum / Math.max(1, own.length));
    return { team, value, members: own.map(({ member }) => member) };
  });
  const sorted = rows.sort((a, b) => b.value - a.value || a.team - b.team);
  return sorted.map((row) => ({
    ...row,
    rank: 1 + sorted.filter(({ value }) => value > row.value).length,
  }));
}
