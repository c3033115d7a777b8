import { plural } from './words.ts';

/** What those read who do more at once than is taken. */
export const allowancesTexts = {
  allowances: {
    member: (seconds: number) =>
      `That was a lot at once, and this one was not taken: try again in ${plural(seconds, 'second')}.`,
    community: 'Very much is going on here, and this one was not taken: try again in a moment.',
  },
};
