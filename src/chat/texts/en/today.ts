import { list } from './words.ts';

/** The open question, shown again to one member. */
export const todayTexts = {
  today: {
    title: 'Today',
    answered: (number: number) => `You have answered question ${number}. It closes `,
    none: 'No question is open for you: the next one comes at its time.',
    elsewhere: 'A question stands here from your first answer on, which you give in its channel.',
    more: (numbers: readonly string[]) =>
      `After this one, ${list(numbers)} ${numbers.length === 1 ? 'waits' : 'wait'} for you too: ask for /today again.`,
    numbered: (daily: string, number: number) => `question ${number} of ${daily}`,
  },
};
