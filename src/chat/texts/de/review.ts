import type { reviewTexts as english } from '../en/review.ts';
import type { Translated } from '../translated.ts';
import { list, plural, quoted } from './words.ts';

const later = (days: number): string => (days === 1 ? 'morgen' : `in ${days} Tagen`);
const cardsOf = (count: number): string => plural(count, 'Karte', 'Karten');

/** Questions that a member puts to themselves: solo quizzes and reviews. */
export const reviewTexts: Translated<typeof english> = {
  own: {
    lookTitle: 'Die Antwort',
    hintTitle: 'Ein Tipp',
    next: 'Nächste Frage',
    gone: 'Diese Frage ist nicht mehr offen: /review oder /quiz solo zeigt die, die es ist.',
    openElsewhere:
      'Diese Karte steht jetzt in einer offenen Frage des Kanals: Beantworte zuerst jene, und mach hier mit der nächsten weiter.',
    earlier: 'Diese hast du schon beantwortet; deine erste Antwort zählt',
  },

  solo: {
    title: (number, of, topic) => `Solo-Quiz ${number} von ${of} · ${topic}`,
    place: (number, of) => `Solo-Quiz · ${number} von ${of}`,
    refused: 'Das Solo-Quiz hat nicht begonnen',
    badCount: (given, most) =>
      `${quoted(given)} ist keine Anzahl Fragen: Schreib eine von 1 bis ${most}.`,
    noDeck: (given, meant, known) =>
      `Einen Kartensatz ${quoted(given)} gibt es nicht: ${meant ? `Meinst du ${meant}?` : `Es gibt ${list(known)}.`}`,
    noTopic: (given, deck, near) =>
      `Ein Thema ${quoted(given)} gibt es in ${deck} nicht: Versuch ${list(near)}.`,
    noCards:
      'Alle Karten davon stehen jetzt in offenen Fragen: Beantworte zuerst jene, oder wähle ein anderes Thema.',
    overTitle: (right, of) => `Dein Solo-Quiz ist vorbei: ${right} von ${of} richtig`,
    partly: (partly) => `${partly} teilweise richtig.`,
    allRight: 'Alles richtig: Es gibt nichts zu wiederholen.',
    missed: 'Diese kommen in /review wieder:',
    again: 'Geh sie in /review durch, oder beginne ein neues /quiz solo.',
  },

  review: {
    title: (topic) => `Wiederholung · ${topic}`,
    ratings: { again: 'Nochmals', hard: 'Schwer', good: 'Gut', easy: 'Leicht' },
    due: (cards) => `${cardsOf(cards)} fällig`,
    left: (cards) => `heute noch ${cards}`,
    comesBack: (days) => `Diese Karte kommt ${later(days)} wieder.`,
    undo: 'Zurücknehmen',
    undoTooLate:
      'Nur die Antwort auf die letzte Karte lässt sich zurücknehmen: /review zeigt die nächste.',
    done: 'Jetzt ist nichts fällig',
    doneToday: (cards) => `Heute hast du ${cardsOf(cards)} wiederholt.`,
    nextDue: (days, cards) =>
      `${cards === 1 ? 'Eine Karte kommt' : `${cards} Karten kommen`} als Nächstes, ${later(days)}.`,
    nothingYet: 'Deine Wiederholung ist leer',
    nothingYetNote:
      'Beantworte Fragen, oder mach ein /quiz solo: Was du verfehlst, kommt hier wieder.',
    limit: (cards) => `Das waren deine ${cardsOf(cards)} für heute`,
    limitNote: (cards) =>
      `${cards === 1 ? 'Eine Karte wartet' : `${cards} Karten warten`} auf morgen, damit ein Tag kurz bleibt.`,
    leech: (lapses) =>
      `Diese Karte hast du ${lapses}-mal vergessen: Lies, warum, und schlag in ihrer Quelle nach.`,
    leeches: 'Schwer für dich: Lies diese nochmals.',
    leechOf: (prompt, explanation, source) => `${prompt} · ${explanation} Quelle: ${source}`,
  },
};
