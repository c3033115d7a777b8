import type { Mark } from '../../../core/grading.ts';
import type { answeringTexts as english } from '../en/answering.ts';
import type { Translated } from '../translated.ts';
import { plural, points } from './words.ts';

const MARKS: Readonly<Record<Mark, string>> = {
  right: 'Richtig',
  partly: 'Teilweise richtig',
  wrong: 'Diesmal nicht',
  noted: 'Notiert',
};

const members = (count: number): string => plural(count, 'Mitglied', 'Mitglieder');

/** Questions, verdicts and reveals. */
export const answeringTexts: Translated<typeof english> = {
  truth: ['Wahr', 'Falsch'],

  marks: MARKS,

  selfGrades: { knew: 'Gewusst', partly: 'Teilweise', no: 'Nein' },

  question: {
    title: (number, topic) => `Frage ${number} · ${topic}`,
    statement: 'Wahr oder falsch?',
    difficulty: (level) => `${'●'.repeat(level)}${'○'.repeat(3 - level)}`,
    closes: ' · schliesst ',
    answered: (count) => ` · ${count} beantwortet`,
    look: 'Antwort zeigen',
    hint: 'Tipp',
    hintTitle: (number) => `Ein Tipp zu Frage ${number}`,
    lookTitle: (number) => `Die Antwort auf Frage ${number}`,
    howWell: 'Wie gut hast du es gewusst?',
  },

  answerForm: {
    title: 'Deine Antwort',
    open: 'Antworten',
    choose: 'Wählen',
    send: 'Senden',
    cancel: 'Abbrechen',
    words: 'Die Antwort in wenigen Wörtern',
    sentences: 'Die Antwort in ein, zwei Sätzen',
    number: (unit) => (unit === null ? 'Eine Zahl' : `Eine Zahl, in ${unit}`),
    gap: (number) => `Lücke ${number}`,
    place: (number) => `Platz ${number}`,
    nothingChosen: 'Noch ist nichts angekreuzt: Kreuze an, was richtig ist, und drücke Senden.',
    takenTwice: 'Jedes wird einmal gebraucht: Dieses ist weiter oben schon gewählt.',
    empty: 'Schreib hier etwas hin: Jedes Feld zählt.',
    tooLate: 'Das Formular hat zu lange gebraucht: Drücke noch einmal.',
  },

  discussion: {
    title: (number, topic) => `Frage ${number} · ${topic}`,
    opening: (number) =>
      `Frage ${number} ist geschlossen. Was machte sie schwer, und wie würdest du sie erklären?`,
  },

  verdict: {
    title: (mark, won, worth) =>
      mark === 'partly'
        ? `${MARKS.partly}: ${won} von ${plural(worth, 'Punkt', 'Punkten')}`
        : mark === 'right'
          ? `${MARKS.right}: +${points(won)}`
          : MARKS[mark],
    chose: (words) => `Deine Antwort: ${words}.`,
    key: (words) => `Die Lösung: ${words}.`,
    met: (point) => `✓ ${point}`,
    missed: (point) => `✗ ${point}`,
    void: 'Diese Frage ist ungültig: Sie gibt keine Punkte, und für deine Serie zählt sie weiter.',
    gap: (number, isRight) => `Lücke ${number}: ${isRight ? 'richtig' : 'falsch'}`,
    source: (source) => `Quelle: ${source}`,
    earlier: 'Du hast diese Frage schon beantwortet; deine erste Antwort zählt',
    recorded: 'Deine Antwort ist gespeichert',
    later: 'Das Urteil kommt mit der Auflösung, ',
  },

  reveal: {
    title: (number, topic) => `Frage ${number} ist geschlossen · ${topic}`,
    void: 'Diese Frage ist ungültig: Sie gibt keine Punkte, und niemand verliert ihretwegen eine Serie.',
    rekeyed: 'Ihre Lösung wurde berichtigt, und alle Antworten wurden neu bewertet.',
    nobody: 'Niemand hat diese Frage beantwortet.',
    graded: (answered) =>
      answered === 1
        ? '1 Mitglied hat nachgesehen und sich selbst bewertet'
        : `${answered} Mitglieder haben nachgesehen und sich selbst bewertet`,
    answered: (answered, right, partly) =>
      `${members(answered)} ${answered === 1 ? 'hat' : 'haben'} geantwortet, ${right} richtig${partly > 0 ? `, ${partly} teilweise` : ''}`,
    correction: (correction) => `Berichtigt: ${correction}`,
  },
};
