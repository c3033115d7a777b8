import type { organisersTexts as english } from '../en/organisers.ts';
import type { Translated } from '../translated.ts';
import { quoted } from './words.ts';

/** Who sets the bot up beside those who may manage the channel. */
export const organisersTexts: Translated<typeof english> = {
  organisers: {
    title: 'Organisatoren',
    everybody: 'Organisator ist, wer diesen Kanal verwalten darf.',
    alsoAppointed: 'Dazu ernannt:',
    nobody: 'Sonst niemand: /daily organisers add= ernennt ein Mitglied.',
    added: 'Ein Organisator mehr',
    isOne: ' kann von jetzt an tägliche Fragen einrichten und ändern.',
    removed: 'Ein Organisator weniger',
    isNone: ' ist nicht mehr Organisator, ausser die Rechte im Kanal erlauben es.',
    wasOne: ' ist schon ernannt.',
    wasNone: ' war nicht ernannt: Wer diesen Kanal verwalten darf, ist dadurch Organisator.',
    unknown: (text) => `Hier heisst niemand ${quoted(text)}: Nenne ein Mitglied von hier.`,
    oneAtATime: 'Eines nach dem anderen: Nenne ein Mitglied nach add oder nach remove.',
    tooMany: (count) =>
      `${count} Mitglieder sind ernannt, mehr geht nicht: Nimm mit remove eines weg.`,
  },
};
