import type { belongingTexts as english } from '../en/belonging.ts';
import type { Translated } from '../translated.ts';

/** What becomes of a community that the bot was removed from. */
export const belongingTexts: Translated<typeof english> = {
  belonging: {
    removed: 'der Bot wurde hier entfernt',
    resumed: (daily) => `Die tägliche Frage ${daily} kommt wieder: Der Bot ist zurück.`,
  },
};
