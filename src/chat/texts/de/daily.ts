import type { dailyTexts as english } from '../en/daily.ts';
import type { Translated } from '../translated.ts';
import { list, quoted } from './words.ts';

/** The dailies of a community, for its organisers. */
export const dailyTexts: Translated<typeof english> = {
  daily: {
    setupTitle: 'Tägliche Frage einrichten',
    editTitle: (daily) => `Tägliche Frage ${daily} ändern`,
    fields: {
      when: ['Wann', 'etwa weekdays 09:00, oder fünf Cron-Felder wie 0 9 * * 1-5'],
      zone: ['Zeitzone', 'ein Name der IANA wie Europe/Zurich'],
      deck: ['Kartensatz', ''],
      term: ['Semester', 'erster und letzter Tag: 2026-10-01..2027-01-31; none: ganzjährig'],
      holidays: ['Ferien und Feiertage', 'etwa 2026-12-21..2027-01-03, 2027-04-02'],
    },
    decks: (names) => `einer von: ${names.join(', ')}`,
    badZone: (text, meant) =>
      `${quoted(text)} ist keine Zeitzone${meant ? `: Meinst du ${meant}?` : ': Schreib einen Namen der IANA wie Europe/Zurich.'}`,
    badDeck: (text, decks) => `Es gibt keinen Kartensatz ${quoted(text)}: Es gibt ${list(decks)}.`,
    badChannel: (text) => `${quoted(text)} ist kein Kanal: Wähle einen von hier.`,
    inSettings: (daily, name) =>
      `Die tägliche Frage ${daily} steht als ${name} in der Einstellungsdatei: Dort ändert sie, wer den Bot betreibt.`,
    stillRuns: (daily) =>
      `Die tägliche Frage ${daily} läuft noch: /daily edit ${daily} ändert sie, mit channel= auch ihren Kanal.`,
    neverWas: (given, removed) =>
      removed.length === 0
        ? `Es gibt keine tägliche Frage ${quoted(given)} fortzusetzen: Hier wurde keine entfernt.`
        : `Es gibt keine tägliche Frage ${quoted(given)} fortzusetzen: Entfernt wurden ${list(removed)}.`,
    correct: 'Berichtigen',
    formPreview: 'Wenn du das sendest',
    draftGone:
      'Deine Eingabe ist nicht mehr gespeichert: /daily setup oder /daily edit öffnet ein neues Formular.',
    notSetUp: 'Nichts wurde geändert',
    isSetUp: (daily) => `Die tägliche Frage ${daily} ist eingerichtet`,
    isEdited: (daily) => `Die tägliche Frage ${daily} ist geändert`,
    isPaused: (daily) => `Die tägliche Frage ${daily} ist ausgesetzt`,
    isResumed: (daily) => `Die tägliche Frage ${daily} kommt wieder`,
    isRemoved: (daily) => `Die tägliche Frage ${daily} ist entfernt`,
    wasPaused: (daily) => `Die tägliche Frage ${daily} ist schon ausgesetzt.`,
    wasRunning: (daily) => `Die tägliche Frage ${daily} ist nicht ausgesetzt.`,
    pausedNote: 'Ihre offene Frage schliesst jetzt. /daily resume lässt sie wieder kommen.',
    removedNote: (daily) =>
      `Ihre offene Frage schliesst jetzt. Punkte und Serien bleiben: /daily setup continues=${daily} setzt sie fort.`,
    summary: (when, zone, deck) => `${when}, ${zone}, aus dem Kartensatz ${deck}`,
    paused: (why) => (why ? ` (ausgesetzt: ${why})` : ' (ausgesetzt)'),
    nextRuns: 'Sie kommt das nächste Mal:',
    listTitle: 'Tägliche Fragen',
    none: 'Hier gibt es noch keine tägliche Frage. /daily setup richtet eine ein.',
    lossBefore: 'Der Speicher wurde leer vorgefunden ',
    lossAfter:
      ': Tägliche Fragen, Serien und Punkte von vorher sind verloren, ausser eine Sicherung wird zurückgespielt.',
    which: (dailies) => `Welche? Nenne sie: ${list(dailies)}.`,
    unknown: (given, dailies) =>
      `Es gibt keine tägliche Frage ${quoted(given)}: Es gibt ${list(dailies)}.`,
    changedMeanwhile:
      'Jemand anders hat diese tägliche Frage gerade geändert. Sieh /daily list an und versuch es noch einmal.',
    postNow: 'Die erste Frage jetzt stellen',
    nowComing: 'Die heutige Frage ist unterwegs.',
    nowDone: 'Die heutige Frage wurde schon gestellt. Die nächste kommt zu ihrer Zeit.',
    nowPaused: (daily) =>
      `Die tägliche Frage ${daily} ist ausgesetzt: /daily resume lässt sie wieder kommen.`,
    preview: (daily) => `Tägliche Frage ${daily}: die nächsten Zeiten`,
  },

  notice: {
    skipped: (daily, day) => `Die tägliche Frage ${daily} ist am ${day} ausgefallen`,
    unknown: (daily, day) =>
      `Tägliche Frage ${daily}: Niemand weiss, ob die Frage für ${day} gestellt wurde`,
    reason: (reason) => `Der Grund: ${reason}.`,
    neutral: 'Es kostet niemanden eine Serie.',
    resolve: (daily, day) =>
      `Sieh im Kanal nach und sag /daily resolve ${daily} ${day} posted, oder missing, oder again, damit sie noch einmal kommt.`,
  },

  resolve: {
    none: 'Von jeder Frage ist bekannt, was aus ihr wurde',
    nothingToDo: 'Es gibt nichts zu klären.',
    look: 'Sieh im Kanal nach: Steht die Frage da?',
    more: (count) =>
      count === 1
        ? '1 weitere Frage dieser Art folgt.'
        : `${count} weitere Fragen dieser Art folgen.`,
    fates: {
      posted: 'Sie steht da',
      missing: 'Sie fehlt',
      again: 'Sie fehlt: nochmals stellen',
    },
    done: (daily, day) => `Tägliche Frage ${daily}, ${day}: geklärt`,
    stands: 'Die Frage gilt als gestellt. Sie zu verpassen kostet trotzdem niemanden eine Serie.',
    missing: 'Der Tag zählt als einer ohne Frage; das kostet niemanden eine Serie.',
    again: 'Die Frage ist unterwegs.',
    notRunning:
      'Der Tag zählt als einer ohne Frage: Seine tägliche Frage läuft gerade nicht, also kommt sie nicht noch einmal.',
    dayIsOver:
      'Der Tag zählt als einer ohne Frage: Er ist vorbei, also kommt sie nicht noch einmal. Die nächste kommt zu ihrer Zeit.',
    settled: 'Das ist schon geklärt: /daily resolve zeigt, was offen ist.',
    answered:
      'Mitglieder haben diese Frage beantwortet, also steht sie da: Sag stattdessen posted.',
    badDay: (text) =>
      `${quoted(text)} ist kein Datum: Schreib Jahr, Monat und Tag, etwa 2026-11-23.`,
  },
};
