import type { meTexts as english } from '../en/me.ts';
import type { Translated } from '../translated.ts';
import { list, plural, rounds } from './words.ts';

/** What members keep and change about themselves. */
export const meTexts: Translated<typeof english> = {
  reminder: {
    title: (count) => `Deine Serie von ${rounds(count)} wartet`,
    closes: (number) => `Frage ${number} schliesst `,
    answer: ': Beantworte sie in ihrem Kanal.',
    covered: 'Verpasst du sie, so erhält ein Freeze deine Serie.',
    lost: 'Verpasst du sie, so endet deine Serie.',
    off: '/me reminders off beendet diese Nachrichten: Tippe es im Kanal.',
  },

  me: {
    remindersOn: 'Erinnerungen sind an',
    remindersOnNote:
      'Du bekommst eine private Nachricht, bevor eine Frage schliesst, die du nicht beantwortet hast, wenn eine Serie auf dem Spiel steht. /me reminders off beendet sie.',
    kept: (answers, streaks, rows) =>
      `Über dich gespeichert: ${list([plural(answers, 'Antwort', 'Antworten'), plural(streaks, 'Serie', 'Serien'), plural(rows, 'Zeile', 'Zeilen')])} in Ranglisten, dazu deine Einstellungen.`,
    nothingKept: 'Über dich ist hier nichts gespeichert',
    nothingKeptNote: 'Es beginnt mit deiner ersten Antwort.',
    exportTitle: 'Deine Daten hier',
    exportNote: 'Die Datei enthält alles. /me erase löscht es.',
    withTheReveal: 'kommt mit der Auflösung',
    eraseTitle: 'Alles über dich hier löschen?',
    eraseStays:
      'Die Zahlen unter früheren Fragen bleiben, ohne Namen, und die Nachrichten im Kanal auch.',
    eraseIsFinal: 'Es lässt sich nicht rückgängig machen: /me export gibt dir vorher eine Kopie.',
    eraseButton: 'Alles löschen',
    eraseUntil: (minutes) => `Der Knopf gilt ${plural(minutes, 'Minute', 'Minuten')}.`,
    eraseTooLate: 'Dieser Knopf ist zu alt: /me erase gibt dir einen neuen.',
    erased: 'Alles über dich hier ist gelöscht',
    erasedNote: 'Du kannst neu beginnen: In zwei Minuten zählen deine Antworten wieder.',
    remindersOff: 'Erinnerungen sind aus',
    remindersOffNote:
      '/me reminders on bringt eine private Nachricht, bevor eine Frage schliesst, die du nicht beantwortet hast, wenn eine Serie auf dem Spiel steht.',
  },
};
