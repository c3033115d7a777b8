import type { todayTexts as english } from '../en/today.ts';
import type { Translated } from '../translated.ts';
import { list } from './words.ts';

/** The open question, shown again to one member. */
export const todayTexts: Translated<typeof english> = {
  today: {
    title: 'Heute',
    answered: (number) => `Du hast Frage ${number} beantwortet. Sie schliesst `,
    none: 'Für dich ist keine Frage offen: Die nächste kommt zu ihrer Zeit.',
    elsewhere: 'Eine Frage steht hier ab deiner ersten Antwort; die gibst du in ihrem Kanal.',
    more: (numbers) =>
      `Danach ${numbers.length === 1 ? 'wartet' : 'warten'} auf dich noch ${list(numbers)}: Frag nochmals nach /today.`,
    numbered: (daily, number) => `Frage ${number} von ${daily}`,
  },
};
