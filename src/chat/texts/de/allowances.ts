import type { allowancesTexts as english } from '../en/allowances.ts';
import type { Translated } from '../translated.ts';
import { plural } from './words.ts';

/** What those read who do more at once than is taken. */
export const allowancesTexts: Translated<typeof english> = {
  allowances: {
    member: (seconds) =>
      `Das war viel auf einmal, und dies hier gilt nicht: Versuch es in ${plural(seconds, 'Sekunde', 'Sekunden')} noch einmal.`,
    community:
      'Hier ist gerade sehr viel los, und dies hier gilt nicht: Versuch es gleich noch einmal.',
  },
};
