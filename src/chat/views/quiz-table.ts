import type { MemberId } from '../../core/ids.ts';
import type { QuizEnd, QuizMode, QuizPlan, QuizState } from '../../core/quiz.ts';
import { type AskedQuestion, type QuizTable, teamTable } from '../../core/quiz-scoring.ts';
import type { Texts } from '../texts/index.ts';
import { type Block, type Inline, type Line, textView, type View } from '../view.ts';

/** Rows of the last table. */
const ROWS = 10;
/** Members of a team who are named. */
const NAMED = 5;

/** At most so many rows of members; before them, in a quiz of teams, a line for each team. */
export function tableBlocks(
  mode: QuizMode,
  { shown, whole }: QuizTable,
  most: number,
  teams: QuizState['teams'],
  { quiz }: Texts,
): Block[] {
  const isShown = new Set(shown.map(({ member }) => member));
  const ofTeams: Line[] = teams
    ? teamTable(whole, teams).map(({ rank, team, value, members }) => [
        quiz.teamLine(rank, quiz.team(team), value),
        ...named(members.filter((member) => isShown.has(member))),
      ])
    : [];
  const inWords = mode === 'survival' ? quiz.survived : quiz.points;
  const rows = shown.slice(0, most).map(({ rank, member, value }) => ({
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
  table: QuizTable,
  teams: QuizState['teams'],
  texts: Texts,
): View {
  const { quiz } = texts;
  const title = quiz.final.title(plan.subject);
  if (end === 'nobody') return textView('news', title, quiz.final.nobody);
  const why = quiz.final.ends[end];
  const lines = why === null ? [] : [why];
  if (questions.length === 0) return textView('news', title, ...lines, quiz.final.noQuestion);
  const rest = table.shown.length - ROWS;
  const view = textView('news', title, ...lines);
  return {
    ...view,
    blocks: [
      ...view.blocks,
      ...tableBlocks(plan.mode, table, ROWS, teams, texts),
      ...(rest > 0 ? [{ kind: 'text', line: quiz.final.more(rest) } as const] : []),
    ],
    actions: [{ label: quiz.final.misses, press: { kind: 'quiz misses', quiz: plan.id, page: 0 } }],
    footer: quiz.final.played(table.whole.length, questions.length),
  };
}
