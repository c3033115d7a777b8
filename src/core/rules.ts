import type { Answer } from './round.ts';

/** What an operator may set of the rules of the game. */
export interface Rules {
  /** Whether members read their verdict when they answer, or with everybody else. */
  readonly verdict: 'at-once' | 'at-the-reveal';
  /** Which answers a streak counts. */
  readonly streakCounts: 'answered' | 'correct';
  /** The longest that a round stays open, in milliseconds. */
  readonly closesAfter: number;
  /** How late a question may still be posted, in milliseconds. */
  readonly catchUp: number;
  /** How long before the close of a round its reminders go out, in milliseconds. */
  readonly remindBefore: number;
  /** Where members talk about a question once its answer is shown. */
  readonly discussion: 'thread' | 'none';
  /** What a wrong answer costs in an exam quiz, in percent of its question's points; absent: 0. */
  readonly examPenalty?: number;
}

/** True where the answer keeps a streak going; a self-graded one does in any case. */
export function creditsStreak(
  { streakCounts }: Pick<Rules, 'streakCounts'>,
  { verdict }: Pick<Answer, 'verdict'>,
): boolean {
  return streakCounts === 'answered' || verdict.mark === 'right' || verdict.mark === 'noted';
}
