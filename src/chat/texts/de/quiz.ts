import type { QuizMode } from '../../../core/quiz.ts';
import type { quizTexts as english } from '../en/quiz.ts';
import type { Translated } from '../translated.ts';
import { list, plural, points as pointsOf, quoted, rounds } from './words.ts';

const MODES: Readonly<Record<QuizMode, string>> = {
  relaxed: 'gemütlich',
  race: 'Wettlauf',
  exam: 'Prüfung',
  survival: 'K.-o.-Runde',
  teams: 'Gruppen',
};

const TEAMS = ['Hypervisoren', 'Gäste', 'Fallen', 'Ringe'] as const;

const members = (count: number): string => plural(count, 'Mitglied', 'Mitglieder');

/** Live quizzes. */
export const quizTexts: Translated<typeof english> = {
  quiz: {
    announced: (questions, subject, mode) =>
      `Quiz: ${rounds(questions)} zu ${subject} · ${MODES[mode]}`,
    modes: {
      relaxed: 'Punkte gibt jede richtige Antwort, wie lange sie auch braucht.',
      race: 'Die Punkte schwinden ab der ersten richtigen Antwort.',
      exam: 'Ob richtig oder falsch, zeigt erst das Ende.',
      survival: 'Wer falsch liegt oder schweigt, scheidet aus: Teilweise richtig genügt.',
      teams: 'Zwei bis vier Gruppen, am Anfang ausgelost; es zählt der Schnitt ihrer Mitglieder.',
    },
    penalty: (percent) => `Eine falsche Antwort kostet ${percent} % der Punkte ihrer Frage.`,
    fewer: (found, asked) => `Es gibt nur ${found} der ${asked} gewünschten Fragen.`,
    eachOpen: (seconds) => `${plural(seconds, 'Sekunde', 'Sekunden')} für jede Frage`,
    begins: ' · beginnt ',
    join: 'Mitmachen',
    joined: 'Du bist dabei',
    joinedNow: (count) => `Bisher dabei: ${members(count)}; die erste Frage kommt in diesem Kanal.`,
    joinedLate: (question) => `Das Quiz läuft schon: Du spielst ab Frage ${question} mit.`,
    joinedTeam: (team) => `Deine Gruppe: ${team}.`,
    already: 'Du bist schon dabei: Warte auf die nächste Frage.',
    tooLateToSurvive: 'Diese K.-o.-Runde hat ohne dich begonnen: Warte auf die nächste.',
    over: 'Dieses Quiz ist vorbei: /quiz start beginnt ein neues.',

    title: (number, total, topic) => `Quizfrage ${number} von ${total} · ${topic}`,
    closes: ' · schliesst ',
    progress: (answered, joined) => `${answered} von ${joined} haben geantwortet`,
    hint: 'Tipp',
    hintTitle: (number) => `Ein Tipp zu Quizfrage ${number}`,
    hintCost: (points) =>
      `Er kostet ${pointsOf(points)} dieser Frage, ausser du hast schon geantwortet.`,
    skip: 'Überspringen',
    voted: (votes, needed) =>
      `Deine Stimme fürs Überspringen zählt: ${votes} von ${needed} nötigen.`,
    skipped: 'Die Frage ist übersprungen: Mehr als die Hälfte will die nächste.',
    onlyPlayersSkip: 'Nur wer mitspielt, kann überspringen: Mach zuerst mit oder antworte.',
    nothingToSkip: 'Hier ist keine Frage offen, die man überspringen könnte.',

    verdict: {
      atTheReveal: 'Die Punkte kommen mit der Auflösung.',
      atTheEnd: 'Ob richtig oder falsch, zeigt das Ende des Quiz.',
      hinted: 'Mit dem Tipp.',
      stays: 'Du bist noch dabei.',
      falls: 'Du bist ausgeschieden.',
      late: (question) => `Du bist bei Frage ${question} dazugekommen.`,
      team: (team) => `Du spielst für die ${team}.`,
    },
    refused: {
      closed: 'Diese Frage ist geschlossen: Das Quiz geht mit der nächsten weiter.',
      out: 'Du bist aus dieser K.-o.-Runde ausgeschieden: Schau, wer drin bleibt.',
      gone: 'Von diesem Quiz ist nichts mehr bekannt: /quiz start beginnt ein neues.',
    },

    reveal: {
      title: (number, total, topic) =>
        `Quizfrage ${number} von ${total} ist geschlossen · ${topic}`,
      skipped: 'Diese Frage ist übersprungen und zählt nicht.',
      exam: (answered) =>
        `${members(answered)} ${answered === 1 ? 'hat' : 'haben'} geantwortet; die Auflösung kommt am Ende.`,
      top: 'Die Tabelle bisher:',
      fell: (left) => (left === 0 ? 'Niemand ist mehr dabei.' : `Noch dabei: ${members(left)}.`),
      next: 'Die nächste Frage kommt ',
      last: 'Das war die letzte Frage.',
    },

    points: pointsOf,
    survived: (questions) => `${rounds(questions)} überstanden`,
    team: (team) => TEAMS[team] ?? `Gruppe ${team + 1}`,
    teamLine: (rank, team, points) => `${rank}. ${team} · je ${pointsOf(points)}: `,

    final: {
      title: (subject) => `Das Quiz zu ${subject} ist vorbei`,
      ends: {
        done: null,
        nobody: null,
        stopped: 'Es wurde abgebrochen; nicht geschlossene Fragen zählen nicht.',
        gone: null,
        survived: 'Die anderen sind ausgeschieden.',
      },
      nobody: 'Niemand hat mitgemacht, also kam keine Frage. /quiz start beginnt ein neues.',
      noQuestion: 'Keine Frage wurde geschlossen, also gibt es keine Tabelle.',
      more: (count) =>
        count === 1 ? 'und 1 weiteres Mitglied' : `und ${count} weitere Mitglieder`,
      misses: 'Was ich verpasst habe',
      played: (count, questions) => `${members(count)}, ${rounds(questions)}`,
    },

    misses: {
      title: (right, questions) => `Du hattest ${right} von ${questions} richtig`,
      own: (rank, value) => `Dein Platz: ${rank} (${value}).`,
      none: 'Du hast nichts verpasst.',
      notIn: 'Du hast in diesem Quiz nicht mitgespielt.',
      notYet: 'Das Quiz läuft noch: Was du verpasst hast, siehst du am Ende.',
      question: (number, prompt) => `${number}. ${prompt}`,
      unanswered: 'Du hast nicht geantwortet.',
      isOpen:
        'Sie ist hier in einer offenen Frage: Ihre Lösung wartet, bis du jene beantwortet hast.',
      inReview: 'Was du beantwortet und verfehlt hast, kommt in /review wieder.',
      review: 'Jetzt wiederholen',
      page: (place, page, pages) => `${place} Seite ${page} von ${pages}.`,
    },

    start: {
      title: 'Kein Quiz wurde begonnen',
      running: 'In diesem Kanal läuft ein Quiz: Mach mit, oder /quiz stop beendet es.',
      badCount: (text, most) =>
        `${quoted(text)} ist keine Anzahl Fragen: Schreib eine von 1 bis ${most}.`,
      badSeconds: (text, least, most) =>
        `${quoted(text)} ist keine Anzahl Sekunden: Schreib eine von ${least} bis ${most}.`,
      noDeck: (text, decks) => `Es gibt keinen Kartensatz ${quoted(text)}: Es gibt ${list(decks)}.`,
      noTopic: (text, nearest, topics) =>
        nearest
          ? `Es gibt kein Thema ${quoted(text)}. Meinst du ${nearest}?`
          : `Es gibt kein Thema ${quoted(text)}: Es gibt ${list(topics)}.`,
      noCards:
        'Jede Frage dieser Auswahl ist hier gerade offen oder selbst zu bewerten: Wähle ein anderes Thema.',
    },
    stop: {
      none: 'In diesem Kanal läuft kein Quiz: /quiz start beginnt eines.',
      notYours: 'Dieses Quiz beenden kann nur, wer es begonnen hat, oder ein Organisator.',
      stopped: 'Das Quiz ist beendet',
      stoppedNote: 'Die Tabelle folgt.',
    },
  },
};
