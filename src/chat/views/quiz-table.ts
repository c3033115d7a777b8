import type { MemberId } from '../../core/ids.ts';
import type { QuizEnd, QuizMode, QuizPlan, QuizState } from '../../core/quiz.ts';
import { type AskedQuestion, teamTable } from '../../core/quiz-scoring.ts';
import type { Standing } from '../../core/standings.ts';
import type { Texts } from '../texts/index.ts';
import { type Block, type Inline, type Line, textView, type View } from '../view.ts';
import { keyInWords } from './response.ts';
import { explanationLines, verdictLines } from './verdict.ts';

/** Rows of the last table. */
const ROWS = 10;
/** Members of a team who are named. */
const NAMED = 5;
/** Missed questions that one message holds: more would not fit on every platform. */
const MISSES = 8;

/** Rows of members; before them, in a quiz of teams, a line for each team. */
export function tableBlocks(
  mode: QuizMode,
  shown: readonly Standing[],
  whole: readonly Standing[],
  teams: QuizState['teams'],
  { quiz }: Texts,
): Block[] {
  const ofTeams: Line[] = teams
    ? teamTable(whole, teams).map(({ rank, team, value, members }) => [
        quiz.teamLine(rank, quiz.team(team), value),
        ...named(members),
      ])
    : [];
  const inWords = mode === 'survival' ? quiz.survived : quiz.points;
  const rows = shown.map(({ rank, member, value }) => ({
    rank,
    member,
    value: inWords(value),
    isReader: false,
  }));
  return [
    ...(ofTeams.length > 0 ? [{ kind: 'list', items: ofTeams } as const] : []),
    ...(rows.length > 0 ? [{ kind: 'table', rows } as const] : []),
  ];
}

function named(members: readonly MemberId[]): Inline[] {
  const names = members
    .slice(0, NAMED)
    .flatMap((member, at): Inline[] => [...(at > 0 ? [', '] : []), { kind: 'member', member }]);
  return members.length > NAMED ? [...names, ' …'] : names;
}

/** The last post of a quiz: the whole table, or why there is none. */
export function finalView(
  plan: QuizPlan,
  end: QuizEnd,
  questions: readonly AskedQuestion[],
  table: readonly Standing[],
  teams: QuizState['teams'],
  texts: Texts,
): View {
  const { quiz } = texts;
  const title = quiz.final.title(plan.subject);
  if (end === 'nobody') return textView('news', title, quiz.final.nobody);
  const why = quiz.final.ends[end];
  const lines = why === null ? [] : [why];
  if (questions.length === 0) return textView('news', title, ...lines, quiz.final.noQuestion);
  const rest = table.length - ROWS;
  const view = textView('news', title, ...lines);
  return {
    ...view,
    blocks: [
      ...view.blocks,
      ...tableBlocks(plan.mode, table.slice(0, ROWS), table, teams, texts),
      ...(rest > 0 ? [{ kind: 'text', line: quiz.final.more(rest) } as const] : []),
    ],
    actions: [{ label: quiz.final.misses, press: { kind: 'quiz misses', quiz: plan.id } }],
    footer: quiz.final.played(table.length, questions.length),
  };
}

/** What the reader did not have right, with the keys and why; their own place stands below. */
export function missesView(
  plan: QuizPlan,
  questions: readonly AskedQuestion[],
  own: Standing,
  isOpen: (question: AskedQuestion) => boolean,
  texts: Texts,
): View {
  const { misses } = texts.quiz;
  const answerOf = ({ answers }: AskedQuestion) =>
    answers.find(({ member }) => member === own.member);
  const missed = questions.filter((question) => answerOf(question)?.verdict.mark !== 'right');
  const shown = missed.slice(0, MISSES);
  const lines = shown.flatMap((question): Line[] => {
    const { card, number } = question;
    const head: Line = [{ kind: 'strong', text: misses.question(number, card.prompt) }];
    if (isOpen(question)) return [head, misses.inDaily];
    const answer = answerOf(question);
    if (answer) return [head, ...verdictLines(card, answer, texts)];
    const key = texts.verdict.key(keyInWords(card, texts).replace(/\.$/, ''));
    return [head, misses.unanswered, key, ...explanationLines(card, texts)];
  });
  if (missed.length === 0) lines.push(misses.none);
  if (missed.length > shown.length) lines.push(misses.more(missed.length - shown.length));
  const title = misses.title(questions.length - missed.length, questions.length);
  const value = plan.mode === 'survival' ? texts.quiz.survived : texts.quiz.points;
  return { ...textView('news', title, ...lines), footer: misses.own(own.rank, value(own.value)) };
}
