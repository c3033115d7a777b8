import type { correctionsTexts as english } from '../en/corrections.ts';
import type { Translated } from '../translated.ts';
import { list, plural, points, quoted } from './words.ts';

/** What organisers put right after a question was asked. */
export const correctionsTexts: Translated<typeof english> = {
  correction: {
    badRound: (text) => `${quoted(text)} ist keine Nummer einer Frage: Schreib eine wie 12.`,
    noRound: (daily, number, latest) =>
      `Die tägliche Frage ${daily} hat keine Frage ${number}: Die letzte ist ${latest}.`,
    noneYet: (daily) => `Die tägliche Frage ${daily} ist noch nie gestellt worden.`,
    isVoid: (daily, number) => `Frage ${number} von ${daily} ist ungültig`,
    wasVoid: (daily, number) => `Frage ${number} von ${daily} ist schon ungültig.`,
    counts: (daily, number) => `Frage ${number} von ${daily} zählt wieder`,
    wasCounting: (daily, number) => `Frage ${number} von ${daily} ist nicht ungültig.`,
    removed: (count) =>
      `${points(count)} ${count === 1 ? 'ist' : 'sind'} aus den Ranglisten genommen.`,
    returned: (count) =>
      `${points(count)} ${count === 1 ? 'ist' : 'sind'} zurück in den Ranglisten.`,
    openVoid: 'Sie bleibt offen: Antworten zählen weiter für Serien und geben keine Punkte.',
    openAgain: 'Ihre Punkte zählen, wenn sie schliesst.',
    keptCredit: (members) =>
      members === 1
        ? '1 Mitglied hat sie beantwortet, und das zählt weiter.'
        : `${members} Mitglieder haben sie beantwortet, und das zählt weiter.`,
    mended: (streaks) =>
      streaks === 0
        ? 'Keine Serie hat sich dadurch geändert.'
        : `${plural(streaks, 'Serie', 'Serien')} ${streaks === 1 ? 'wurde' : 'wurden'} neu gezählt.`,
    undo: 'Wieder zählen lassen',
  },

  rekey: {
    noKey:
      'Eine Frage dieser Art hat keine Lösung, die man berichtigen könnte: Mach sie stattdessen ungültig.',
    allRight:
      'Mindestens eine Möglichkeit muss falsch bleiben: Mach die Frage stattdessen ungültig.',
    noNumber: (text, unit) =>
      `${quoted(text)} ist keine Zahl: Schreib eine wie 31.5${unit === null ? '' : `, in ${unit}`}.`,
    howAlso: (gaps) =>
      gaps === 1
        ? 'Schreib also und die Wörter, die auch gelten sollen, etwa: also VMCB.'
        : `Schreib also, die Nummer der Lücke (1 bis ${gaps}) und die Wörter, die auch gelten sollen, etwa: also 2: guest.`,
    same: 'Das ist die Lösung schon.',
    meanwhile:
      'Jemand anders hat diese Lösung gerade berichtigt: Sieh sie an und versuch es noch einmal.',
    done: (daily, number) => `Die Lösung von Frage ${number} von ${daily} ist berichtigt`,
    wasAndIs: (was, is) => `Sie war ${was}; jetzt ist sie ${is}.`,
    also: (words) => `${quoted(words)} gilt jetzt auch.`,
    graded: (answers, changed) =>
      answers === 0
        ? 'Noch hat sie niemand beantwortet.'
        : `${plural(answers, 'Antwort wurde', 'Antworten wurden')} neu bewertet, ${changed === 1 ? '1 Urteil hat' : `${changed} Urteile haben`} sich geändert.`,
    points: (count) =>
      count === 0
        ? 'Die Ranglisten bleiben, wie sie sind.'
        : `Die Ranglisten zeigen ${points(Math.abs(count))} ${count > 0 ? 'mehr' : 'weniger'}.`,
    open: 'Ihre Punkte folgen, wenn sie schliesst.',
    void: 'Sie ist ungültig, also bleiben die Ranglisten, wie sie sind.',
    undo: (daily, number, key) =>
      `Zurück zur alten Lösung: /daily rekey daily=${daily} round=${number} key=${key}`,
  },

  audit: {
    suspended: (daily, reason) => `Die tägliche Frage ${daily} ist ausgesetzt: ${reason}.`,
    title: 'Was zuletzt geändert wurde',
    nothing: 'Hier wurde noch nichts geändert.',
    itself: 'Hypercall',
    former: 'ein früheres Mitglied',
    forgave: (daily, numbers, why) =>
      `Wer Frage ${list(numbers)} von ${daily} verpasst hat, dem ist es verziehen: ${why}.`,
  },
};
