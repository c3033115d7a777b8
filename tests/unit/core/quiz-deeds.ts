import fc from 'fast-check';
import { seededDice } from '../../../src/core/dice.ts';
import type { MemberId } from '../../../src/core/ids.ts';
import {
  countingQuestions,
  currentQuestion,
  dueAt,
  mayPlay,
  newQuiz,
  type QuizAnswer,
  type QuizState,
  takesAnswer,
} from '../../../src/core/quiz.ts';
import type { QuizEvent } from '../../../src/core/quiz-moves.ts';
import { quizTable } from '../../../src/core/quiz-scoring.ts';
import { stepQuiz } from '../../../src/core/quiz-step.ts';
import { players, quizAnswer, quizPlan, START } from './made-up-quizzes.ts';

/** What happens to a quiz. */
export type Deed =
  | { readonly kind: 'join' | 'hint' | 'vote'; readonly member: MemberId }
  /** `late`: it was received so many milliseconds ago. */
  | {
      readonly kind: 'answer';
      readonly member: MemberId;
      readonly credit: 0 | 0.5 | 1;
      readonly late: number;
    }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'stop' | 'restart' };

const member = fc.constantFrom(...players(4));

export const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      member,
      credit: fc.constantFrom(0 as const, 0.5 as const, 1 as const),
      late: fc.constantFrom(0, 0, 700, 2_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.constantFrom(1, 700, 4_000, 8_000, 30_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('join', 'join', 'hint', 'vote'), member }),
  } as { weight: number; arbitrary: fc.Arbitrary<Deed> },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'restart' } as const) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'stop' } as const) },
);

/** The rules of the core with a store of a few maps beside them; two workers do each step at once. */
export function realQuiz() {
  const plan = quizPlan({ mode: 'relaxed' });
  let now = START;
  let state = newQuiz(plan);
  const joined = new Set<MemberId>();
  const answers = new Map<number, Map<MemberId, QuizAnswer>>();
  const [hints, votes] = [new Map<number, Set<MemberId>>(), new Map<number, Set<MemberId>>()];
  const asked: number[] = [];
  const inRow = <Key, Value>(map: Map<Key, Value>, key: Key, fresh: () => Value): Value => {
    const known = map.get(key) ?? fresh();
    map.set(key, known);
    return known;
  };
  const answersTo = (question: number) => inRow(answers, question, () => new Map());
  const votesOn = (question: number) => inRow(votes, question, () => new Set());
  const hintsOf = (question: number) => inRow(hints, question, () => new Set());

  const step = (read: QuizState, event: QuizEvent, at: number): QuizState =>
    stepQuiz(plan, read, event, at, seededDice('x')).state;

  /** Only where it stands as it was read. */
  function move(read: QuizState, next: QuizState): boolean {
    if (state.fence !== read.fence) return false;
    state = next;
    return true;
  }

  function send(read: QuizState, at: number, owner: string): () => void {
    const claimed = step(read, { kind: 'claimed', owner, isMissing: false }, at);
    return () => {
      if (!move(read, claimed)) return;
      if (read.phase.kind === 'posting') asked.push(read.phase.question);
      move(claimed, step(claimed, { kind: 'posted', stands: true }, at));
    };
  }

  function work(read: QuizState, at: number, owner: string): () => void {
    const { phase } = read;
    const question = currentQuestion(read);
    switch (phase.kind) {
      case 'posting':
      case 'ending':
        return send(read, at, owner);
      case 'closing': {
        if (at < phase.at) return () => {};
        const event = { kind: 'revealed', answers: answersTo(question).size, passed: [] } as const;
        const next = step(read, event, at);
        return () => void move(read, next);
      }
      default: {
        const scene = {
          joined: [...joined],
          answered: answersTo(question).size,
          votes: votesOn(question).size,
          open: new Set<never>(),
        };
        const next = step(read, { kind: 'looked', ...scene }, at);
        return () => void move(read, next);
      }
    }
  }

  function look(): void {
    for (let fence = -1; fence !== state.fence; ) {
      fence = state.fence;
      const at = Math.min(now, dueAt(state) ?? now);
      const both = [work(state, at, 'one'), work(state, at, 'other')];
      for (const finish of both) finish();
      if (fence === state.fence && at < now) {
        work(state, now, 'one')();
      }
    }
  }

  function answer({ member, credit, late }: Extract<Deed, { kind: 'answer' }>): void {
    const question = currentQuestion(state);
    const isIn = takesAnswer(state, question, now - late) && mayPlay(state, member);
    if (!isIn || answersTo(question).has(member)) return;
    answersTo(question).set(member, quizAnswer(member, credit, now - late - START));
    joined.add(member);
  }

  function helps(kind: 'hint' | 'vote', who: MemberId, question: number): void {
    if (kind === 'vote' && joined.has(who)) votesOn(question).add(who);
    if (kind === 'hint' && !answersTo(question).has(who)) hintsOf(question).add(who);
  }

  function happens(deed: Deed): void {
    const { phase } = state;
    const question = currentQuestion(state);
    const isAsking = phase.kind === 'asking' && now < phase.closesAt;
    switch (deed.kind) {
      case 'wait':
        now += deed.ms;
        return;
      case 'restart':
        state = JSON.parse(JSON.stringify(state));
        return;
      case 'stop':
        state = step(state, { kind: 'stopped' }, now);
        return;
      case 'join':
        if (phase.kind !== 'over') joined.add(deed.member);
        return;
      case 'answer':
        answer(deed);
        return;
      case 'hint':
      case 'vote':
        if (isAsking) helps(deed.kind, deed.member, question);
        return;
    }
  }

  function does(deed: Deed): void {
    happens(deed);
    look();
  }

  return {
    asked,
    does,
    isOver: () => state.phase.kind === 'over',
    table() {
      const questions = countingQuestions(state).map((number) => ({
        number,
        card: plan.cards[number - 1] as (typeof plan.cards)[number],
        answers: [...answersTo(number).values()],
        hinted: hintsOf(number),
      }));
      const rows = quizTable(plan, questions, [...joined]);
      return Object.fromEntries(
        rows.map(({ member, value, rank }) => [member, [value, rank] as const]),
      );
    },
  };
}
