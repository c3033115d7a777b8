import { REPORT_REASONS, type ReportReason } from '../../../core/report.ts';
import type { Standing } from '../../../core/ruling.ts';
import type { appealTexts as english } from '../en/appeal.ts';
import type { Translated } from '../translated.ts';
import { list, plural, quoted } from './words.ts';

const REASONS: Readonly<Record<ReportReason, string>> = {
  key: 'Falsche Lösung',
  unclear: 'Unklar',
  easy: 'Zu leicht',
  hard: 'Zu schwer',
  other: 'Etwas anderes',
};

const STANDINGS: Readonly<Record<Standing, string>> = {
  applies: 'gilt hier',
  merged: 'der Kartensatz lässt sie inzwischen gelten',
  stale:
    'überholt: Der Kartensatz hat die Lösung seither geändert, spätere Fragen übernehmen sie nicht',
  gone: 'die Karte ist nicht mehr im Kartensatz; schon gestellte Fragen behalten sie',
};

/** In the middle of a sentence: nouns keep their capital. */
const inside = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const counted = (reasons: ReadonlyMap<ReportReason, number>): string =>
  REPORT_REASONS.filter((reason) => reasons.has(reason))
    .map((reason) => `${inside(REASONS[reason])} ${reasons.get(reason)}`)
    .join(', ');

const appeals = (count: number): string => plural(count, 'Einspruch', 'Einsprüche');
const cards = (count: number): string => plural(count, 'Karte', 'Karten');

/** Appeals, reports and what organisers see of both. */
export const appealTexts: Translated<typeof english> = {
  appeal: {
    button: 'Ich hatte recht',
    title: 'Dein Einspruch ist bei den Organisatoren',
    sent: (words) =>
      `Sie entscheiden, ob ${list(words.map(quoted))} als richtig gilt; dann bekommst du eine Nachricht.`,
    notTyped:
      'Einspruch gibt es nur gegen Antworten in eigenen Worten: Melde stattdessen die Frage.',
    notAnswered: 'Du hast diese Frage nicht beantwortet, also gibt es nichts einzuwenden.',
    isRight: 'Deine Antwort gilt schon als richtig.',
    noWords:
      'In deiner Antwort sind keine Wörter, die gelten könnten: Melde stattdessen die Frage.',
    isVoid:
      'Diese Frage ist ungültig: Sie gibt keine Punkte, und für deine Serie zählt sie weiter.',
    later: 'Das Urteil kommt mit der Auflösung: Drücke dann noch einmal.',
    afterTheQuiz:
      'Ob richtig oder falsch, zeigt das Ende des Quiz: Drücke dann diesen Knopf unter «Was ich verpasst habe».',
    rejected: (words) =>
      `Die Organisatoren haben ${list(words.map(quoted))} geprüft: Es bleibt bei der Bewertung.`,
    acceptedTitle: 'Deine Antwort gilt als richtig',
    accepted: (words) =>
      `Die Organisatoren lassen ${list(words.map(quoted))} gelten: Punkte und Serie sind neu gezählt.`,
    acceptedInStudy: (words) =>
      `Die Organisatoren lassen ${list(words.map(quoted))} gelten: Es zählt von nun an als richtig, und deine Wiederholung richtet sich danach.`,
    toldRejectedTitle: 'Über deinen Einspruch ist entschieden',
    question: (prompt) => `Die Frage: ${prompt}`,
  },

  ruling: {
    none: 'Kein Einspruch wartet auf eine Entscheidung',
    howTheyCome:
      'Wer glaubt, dass eine getippte Antwort richtig war, kann es unter dem Urteil sagen.',
    title: (number) => `Einspruch ${number}: War das richtig?`,
    noticeTitle: (question) => `Jemand erhebt Einspruch zu Frage ${question}`,
    noticeOfCard: (card) => `Jemand erhebt Einspruch zu einer Antwort auf die Karte ${card}`,
    hidden:
      'Die Lösung bleibt dir verborgen, bis du die Frage beantwortet hast oder sie geschlossen ist.',
    cardGone: 'Die Karte steht nicht mehr im Kartensatz.',
    answer: (words) => `Die Antwort: ${words}`,
    gap: (gap, words) => `Die Antwort in Lücke ${gap}: ${words}`,
    key: (words) => `Die Lösung: ${words}`,
    decideIn: (number) =>
      `/deck rulings entscheidet darüber, mit appeal ${number}: Tippe es im Kanal.`,
    more: (count) =>
      count === 1 ? '1 weiterer Einspruch wartet.' : `${count} weitere Einsprüche warten.`,
    unseen: (count) =>
      count === 1
        ? '1 Einspruch betrifft eine offene Frage, die du nicht beantwortet hast: Du siehst ihn, wenn du geantwortet hast oder sie schliesst.'
        : `${count} Einsprüche betreffen eine offene Frage, die du nicht beantwortet hast: Du siehst sie, wenn du geantwortet hast oder die Frage schliesst.`,
    waiting: (count) =>
      `${appeals(count)} ${count === 1 ? 'wartet' : 'warten'}: /deck rulings entscheidet.`,
    accept: 'Gelten lassen',
    reject: 'Ablehnen',
    decided: 'Schon entschieden, das Neueste zuerst:',
    line: (number, words, card, accepted) =>
      `${number}: ${quoted(words)} zu ${card}, ${accepted === null ? 'abgelehnt' : `angenommen, ${STANDINGS[accepted]}`}`,
    hiddenLine: (number, card) =>
      `${number}: zu ${card}; die Antwort siehst du, wenn du die offene Frage beantwortet hast oder sie schliesst`,
    acceptedTitle: (number) => `Einspruch ${number}: Die Antwort gilt`,
    rejectedTitle: (number) => `Einspruch ${number}: Die Antwort bleibt falsch`,
    rejectedNote: 'Wer Einspruch erhoben hat, erfährt es.',
    rescored: (members) =>
      members === 0
        ? 'Keine Antwort musste neu bewertet werden.'
        : members === 1
          ? '1 Antwort gilt jetzt als richtig, und ihr Mitglied erfährt es.'
          : `${members} Antworten gelten jetzt als richtig, und ihre Mitglieder erfahren es.`,
    fromNowOn: 'Gleiche Antworten gelten von jetzt an.',
    wasDecided: (number, words, isAccepted) =>
      `Über Einspruch ${number} war schon entschieden: ${quoted(words)} ${isAccepted ? 'gilt' : 'bleibt falsch'}.`,
    wasDecidedHidden: (number) =>
      `Über Einspruch ${number} war schon entschieden: /deck rulings zeigt, wie, wenn du die offene Frage beantwortet hast oder sie schliesst.`,
    unknown: (text) => `Es gibt keinen Einspruch ${quoted(text)}: /deck rulings zeigt die offenen.`,
    incomplete:
      'Schreib beides, die Nummer des Einspruchs und die Entscheidung, etwa: appeal=3 as=accept.',
  },

  report: {
    button: 'Diese Frage melden',
    title: 'Was stimmt mit dieser Frage nicht?',
    note: 'Die Organisatoren und die Autoren des Kartensatzes sehen, wie oft gemeldet wurde, nicht von wem.',
    reasons: REASONS,
    done: (reason) => `Gemeldet: ${inside(REASONS[reason])}`,
    thanks: 'Danke. Wählst du etwas anderes, so tritt es an die Stelle davon.',
  },

  deck: {
    title: 'Die Kartensätze hier',
    deck: (title, id, count, topics) =>
      `${title} (${id}): ${cards(count)} in ${plural(topics, 'Thema', 'Themen')}`,
    reported: (count) =>
      `${cards(count)} ${count === 1 ? 'wurde' : 'wurden'} gemeldet: /deck reports zeigt, warum.`,
    reportsTitle: 'Gemeldete Fragen',
    noReports: 'Hier hat niemand eine Frage gemeldet.',
    report: (card, deck, reasons) => `${card} (${deck}): ${counted(reasons)}`,
    moreReports: (count) =>
      count === 1 ? '1 weitere Karte wurde gemeldet.' : `${count} weitere Karten wurden gemeldet.`,
  },
};
