import type { slackTexts as english } from '../en/slack.ts';
import type { Translated } from '../translated.ts';

/** What only members of a Slack workspace read. */
export const slackTexts: Translated<typeof english> = {
  slack: {
    file: (name) => `${name} kommt als Datei in deine Nachrichten mit Hypercall.`,
    buttons: {
      'me reminders on': 'Erinnere mich',
      'me reminders off': 'Erinnere mich nicht',
      'me hide': 'Verbirg mich in Ranglisten',
      'me show': 'Zeige mich in Ranglisten',
      'me export': 'Meine Daten',
      review: 'Wiederholen',
      'quiz solo': 'Frag mich ab',
      help: 'Hilfe',
    },
    quiz: { title: 'Quiz starten', channel: 'In welchem Kanal?' },
    preview: 'Die nächsten fünf zeigen',
    invite:
      'Vielleicht ist Hypercall noch nicht in diesem Kanal: /invite @Hypercall lässt es hier fragen.',
    noFile: (name) =>
      `Slack hat ${name} nicht angenommen: Versuch es gleich noch einmal, oder lass Hypercall neu installieren.`,
  },
};
