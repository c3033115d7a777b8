import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededDice } from '../../../src/core/dice.ts';
import { cardId, type MemberId } from '../../../src/core/ids.ts';
import {
  COUNTDOWN,
  countingQuestions,
  dueAt,
  newQuiz,
  type QuizPlan,
  type QuizState,
  questionOf,
  roundOf,
  takesAnswer,
} from '../../../src/core/quiz.ts';
import { drawCards } from '../../../src/core/quiz-draw.ts';
import type { QuizEvent, Scene } from '../../../src/core/quiz-moves.ts';
import { stepQuiz } from '../../../src/core/quiz-step.ts';
import { always, anyCard, anyRoundId } from './made-up.ts';
import { anyPlan, players, quizPlan, START } from './made-up-quizzes.ts';

const anyMembers = fc.subarray(players(14));

const anyScene: fc.Arbitrary<Scene> = fc.record({
  joined: anyMembers,
  answered: fc.nat({ max: 14 }),
  votes: fc.nat({ max: 14 }),
  open: fc
    .subarray([0, 1, 2, 3, 4, 5], { maxLength: 2 })
    .map((some) => new Set(some.map((at) => cardId.of(`card-${at}`)))),
});

const anyEvent: fc.Arbitrary<QuizEvent> = fc.oneof(
  { weight: 4, arbitrary: anyScene.map((scene) => ({ kind: 'looked', ...scene }) as const) },
  {
    weight: 3,
    arbitrary: fc.constant({ kind: 'claimed', owner: 'me', isMissing: false } as const),
  },
  {
    weight: 3,
    arbitrary: fc.boolean().map((stands) => ({ kind: 'posted', stands }) as const),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('revealed' as const),
      answers: fc.nat({ max: 14 }),
      passed: anyMembers,
    }),
  },
  fc.nat({ max: 5_000 }).map((wait) => ({ kind: 'not sent', wait }) as const),
  fc.constantFrom<QuizEvent>({ kind: 'refused' }, { kind: 'gone' }, { kind: 'stopped' }),
  anyMembers.map((passed) => ({ kind: 'counted', answers: 3, passed }) as const),
  fc
    .constantFrom(...players(14))
    .chain((member) =>
      fc.constantFrom<QuizEvent>({ kind: 'joined', member }, { kind: 'left', member }),
    ),
);

const anyStory = fc.record({
  plan: anyPlan,
  events: fc.array(fc.tuple(fc.nat({ max: 60_000 }), anyEvent), { maxLength: 60 }),
});

const number = ({ phase }: QuizState): number => ('question' in phase ? phase.question : 0);

/** Every state that the events lead through, with the time of each. */
function told({ plan, events }: { plan: QuizPlan; events: [number, QuizEvent][] }) {
  const states = [{ at: START, state: newQuiz(plan), happened: 'noted' as string }];
  let at = START;
  for (const [wait, event] of events) {
    at += wait;
    const before = states.at(-1)?.state as QuizState;
    const step = stepQuiz(plan, before, event, at, seededDice('teams'));
    states.push({ at, ...step });
  }
  return states;
}

describe('a live quiz, whatever happens', () => {
  it('moves its fence with every change and with nothing else', () => {
    always(
      fc.property(anyStory, (story) => {
        const states = told(story);
        for (const [at, { state, happened }] of states.slice(1).entries()) {
          const before = states[at]?.state as QuizState;
          if (happened === 'nothing') expect(state).toBe(before);
          else expect(state.fence).toBe(before.fence + 1);
        }
      }),
    );
  });

  it('never goes back to a question', () => {
    always(
      fc.property(anyStory, (story) => {
        let latest = 0;
        for (const { state } of told(story)) {
          if (number(state) === 0) continue;
          expect(number(state)).toBeGreaterThanOrEqual(latest);
          latest = number(state);
        }
      }),
    );
  });

  it('is due at some time until it is over, and then names nobody and stays so', () => {
    always(
      fc.property(anyStory, (story) => {
        const states = told(story);
        const over = states.findIndex(({ state }) => state.phase.kind === 'over');
        for (const [at, { state }] of states.entries()) {
          if (over < 0 || at < over) expect(dueAt(state)).not.toBeNull();
          else {
            expect(state).toBe(states[over]?.state);
            expect([dueAt(state), state.teams, state.alive]).toEqual([null, null, null]);
            expect(state.fell).toEqual([]);
            expect(state.end).not.toBeNull();
          }
        }
      }),
    );
  });

  it('keeps teams of nearly one size, late ones too', () => {
    always(
      fc.property(anyMembers, fc.array(fc.constantFrom(...players(14))), (joined, late) => {
        fc.pre(joined.length > 0);
        const plan = quizPlan({ mode: 'teams' });
        const scene = { joined, answered: 0, votes: 0, open: new Set<never>() };
        let { state } = stepQuiz(
          plan,
          newQuiz(plan),
          { kind: 'looked', ...scene },
          START + COUNTDOWN,
          seededDice('x'),
        );
        for (const member of late) {
          state = stepQuiz(plan, state, { kind: 'joined', member }, START, seededDice('x')).state;
        }
        const sizes = new Map<number, number>();
        for (const team of Object.values(state.teams ?? {})) {
          sizes.set(team, (sizes.get(team) ?? 0) + 1);
        }
        const members = new Set([...joined, ...late]).size;
        expect(sizes.size).toBeGreaterThanOrEqual(Math.min(2, members));
        expect(Math.max(...sizes.values()) - Math.min(...sizes.values())).toBeLessThanOrEqual(1);
        expect(Object.keys(state.teams ?? {}).sort()).toEqual(
          [...new Set([...joined, ...late])].sort(),
        );
      }),
    );
  });
});

/** Plays a quiz to its end as the worker does: whatever is due happens when it is due. */
function played(plan: QuizPlan, joined: readonly MemberId[], answered: number) {
  let [state, at, moves] = [newQuiz(plan), START, 0];
  const asked: number[] = [];
  const scene = { joined, answered, votes: 0, open: new Set<never>() };
  while (state.phase.kind !== 'over' && moves++ < 500) {
    at = Math.max(at, dueAt(state) ?? at);
    const { phase } = state;
    const event: QuizEvent =
      phase.kind === 'closing'
        ? { kind: 'revealed', answers: answered, passed: joined.slice(0, answered) }
        : phase.kind === 'posting' || phase.kind === 'ending'
          ? { kind: 'posted', stands: true }
          : { kind: 'looked', ...scene };
    if (phase.kind === 'posting') asked.push(phase.question);
    state = stepQuiz(plan, state, event, at, seededDice('x')).state;
  }
  return { state, asked, took: at - START };
}

describe('a live quiz that runs', () => {
  it('always ends, having asked each question once', () => {
    always(
      fc.property(anyPlan, anyMembers, fc.nat({ max: 14 }), (plan, joined, answered) => {
        const { state, asked } = played(plan, joined, Math.min(answered, joined.length));
        expect(state.phase.kind).toBe('over');
        expect(new Set(asked).size).toBe(asked.length);
        if (joined.length === 0) expect(asked).toEqual([]);
        else if (plan.mode !== 'survival') expect(asked).toHaveLength(plan.cards.length);
        expect(countingQuestions(state)).toEqual(asked);
      }),
    );
  });

  it('takes the time of its questions and pauses where nobody answers', () => {
    const { took } = played(quizPlan(), players(2), 0);
    // The countdown; then 30 s, a second for stragglers and a pause for each, the last one half as long.
    expect(took).toBe(30_000 + 3 * 31_000 + 2 * 8_000 + 4_000);
  });
});

describe('an answer', () => {
  it('is in time until the very close of its question', () => {
    const asking = {
      ...newQuiz(quizPlan()),
      phase: { kind: 'asking', question: 2, closesAt: 1_000, shown: 0, stands: true },
    } as const;
    expect(takesAnswer(asking, 2, 999)).toBe(true);
    expect(takesAnswer(asking, 2, 1_000)).toBe(false);
    expect(takesAnswer(asking, 1, 999)).toBe(false);
    expect(takesAnswer(asking, 3, 999)).toBe(false);
  });

  it('finds its question by the round, and no quiz by another round', () => {
    for (let question = 1; question <= 30; question++) {
      const { id } = quizPlan();
      expect(questionOf(roundOf(id, question))).toEqual({ quiz: id, question });
    }
    always(
      fc.property(anyRoundId, (round) => {
        const found = questionOf(round);
        if (found) expect(roundOf(found.quiz, found.question)).toBe(round);
      }),
    );
  });
});

describe('the cards of a quiz', () => {
  it('are of the topic, free, each once, and no more than asked for', () => {
    const anyDeck = fc
      .array(anyCard, { maxLength: 20 })
      .map((cards) => cards.map((card, at) => ({ ...card, id: cardId.of(`card-${at}`) })));
    always(
      fc.property(anyDeck, fc.nat({ max: 30 }), fc.subarray([0, 3, 5]), (deck, count, taken) => {
        const open = new Set(taken.map((at) => cardId.of(`card-${at}`)));
        const drawn = drawCards(deck, null, count, open, seededDice('x')).map(({ id }) => id);
        const free = deck.map(({ id }) => id).filter((id) => !open.has(id));
        expect(new Set(drawn).size).toBe(Math.min(count, free.length));
        expect(drawn.filter((id) => !free.includes(id))).toEqual([]);
      }),
    );
  });
});
