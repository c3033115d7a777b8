import type { explainTexts as english } from '../en/explain.ts';
import type { Translated } from '../translated.ts';
import { quoted } from './words.ts';

/** Questions of the past, explained to one member. */
export const explainTexts: Translated<typeof english> = {
  explain: {
    asked: 'Gestellt am ',
    answerFirst:
      'Diese Frage ist noch offen: Beantworte sie zuerst, dann kann sie dir erklärt werden.',
    withTheReveal: 'Du hast diese Frage beantwortet: Ihre Lösung kommt mit der Auflösung.',
    inQuiz:
      'Ein Quiz stellt diese Karte gerade: Sie kann dir erklärt werden, wenn du ihr Urteil kennst.',
    noQuestion:
      'Jene Nachricht ist keine tägliche Frage: Wähle eine, oder schreib /explain mit ihrer Nummer.',
    noneYet: (daily) => `${daily} hat noch nichts gefragt: Versuch es nach der ersten Frage.`,
    noRound: (daily, number) =>
      `${daily} hat keine Frage ${number}: /explain ${daily} allein nimmt die letzte.`,
    noCard: (name) =>
      `Eine Frage ${quoted(name)} wurde hier nicht gestellt: Nenne eine Nummer wie 12, eine tägliche Frage mit Nummer wie d1 12, oder den Namen einer Karte.`,
  },
};
