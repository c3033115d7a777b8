import { describe } from 'vitest';
import { dailyStories } from './conversations/daily.ts';
import { groupOn, type Network, type Open } from './conversations/group.ts';
import { numberStories } from './conversations/numbers.ts';
import { ownStudyStories } from './conversations/own-study.ts';
import { quizStories } from './conversations/quiz.ts';
import { quizModeStories } from './conversations/quiz-modes.ts';
import { refusalStories } from './conversations/refusals.ts';
import { rulingStories } from './conversations/rulings.ts';

/** What members live through, told once and the same on every platform. A gap is a skip with its reason. */
export function describeConversations(name: string, network: () => Promise<Network>): void {
  const open: Open = async (options = {}) => groupOn(await network(), options);
  describe(`conversations on ${name}`, { timeout: 30_000 }, () => {
    dailyStories(open);
    quizStories(open);
    quizModeStories(open);
    ownStudyStories(open);
    rulingStories(open);
    numberStories(open);
    refusalStories(open);
  });
}
