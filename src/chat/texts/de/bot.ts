import type { botTexts as english } from '../en/bot.ts';
import type { Translated } from '../translated.ts';
import { list, quoted } from './words.ts';

/** The bot itself: its help and its refusals. */
export const botTexts: Translated<typeof english> = {
  help: {
    title: 'Hypercall',
    intro:
      'Eine Frage an jedem Lerntag: Antworte für dich, halte deine Serie, triff die anderen in der Rangliste.',
    aCommand: (path) => `/${path}`,
    optional: (name) => `[${name}]`,
    organisersOnly: 'Für Organisatoren.',
    unknown: (topic, meant) =>
      `Zu ${quoted(topic)} gibt es keine Hilfe${meant ? `: Meinst du /help ${meant}?` : ': /help nennt die Befehle.'}`,
  },

  discord: {
    key: 'richtig',
    you: 'du',
    answer: 'Antworten',
    chooseOne: 'Wähle eine Antwort',
    chooseAll: 'Wähle alle richtigen',
    title: 'Deine Antwort',
    inWords: 'In wenigen Wörtern',
    inSentences: 'In ein, zwei Sätzen',
    inNumbers: (unit) => (unit === null ? 'Eine Zahl' : `Eine Zahl, in ${unit}`),
    gap: (number) => `Lücke ${number}`,
    place: (number) => `Platz ${number}`,
    partner: (number) => `Partner von ${number}`,
    onceEach: 'Jedes gehört an einen Platz: Drücke Antworten und wähle jedes genau einmal.',
    notOurs: 'Dieser Knopf wird nicht mehr verwendet: Nimm einen in einer neueren Nachricht.',
    unreadable: 'Deine Eingabe war nicht lesbar: Drücke den Knopf noch einmal.',
    onlyInServers: 'Hypercall arbeitet in den Kanälen eines Servers, nicht hier.',
    tooSlow: 'Das Formular ging nicht rechtzeitig auf: Tippe den Befehl gleich noch einmal.',
    may: (rights) =>
      `Hypercall darf hier noch nichts posten: Gib ihm in diesem Kanal ${list(rights)} und tippe den Befehl noch einmal.`,
  },

  refusal: {
    title: 'Das hat nicht geklappt',
    closed:
      'Diese Frage ist geschlossen: Ihre Antwort steht darüber. Die nächste kommt zu ihrer Zeit.',
    notAChoice: 'Das steht bei dieser Frage nicht zur Wahl: Wähle einen ihrer Buchstaben.',
    gone: 'Von dieser Frage ist nichts mehr bekannt. Die nächste kommt zu ihrer Zeit.',
    erasing:
      'Was über dich gespeichert ist, wird gerade gelöscht: Antworte in zwei Minuten noch einmal.',
    organisersOnly:
      'Das können nur Organisatoren: Mitglieder, die den Kanal verwalten dürfen, oder von ihnen Ernannte.',
    tryAgain: 'Der Speicher antwortet nicht. Nichts ist verloren: Versuch es gleich noch einmal.',
    notConfirmed:
      'Ich kann deine Antwort noch nicht bestätigen; drücke noch einmal, die erste gespeicherte zählt.',
    fault: 'Bei uns ist etwas schiefgegangen. Es ist notiert; versuch es gleich noch einmal.',
  },
};
