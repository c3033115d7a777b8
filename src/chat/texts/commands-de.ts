import type { Command, CommandOption } from '../commands/command.ts';

type Described = Pick<Command | CommandOption, 'description'>;

/** What commands and options do, in German, by the English words; a test asks for those that are missing. */
const GERMAN: Readonly<Record<string, string>> = {
  'Show the open question that you have not answered yet':
    'Zeige die offene Frage, die du noch nicht beantwortet hast',
  'Which daily, as /daily list shows it (d1, d2 …)':
    'Welche tägliche Frage, wie /daily list sie nennt (d1, d2 …)',
  'Time of day, such as 09:00': 'Uhrzeit, etwa 09:00',
  'daily, weekdays, weekends, or names such as mon,wed,fri':
    'daily, weekdays, weekends oder englische Kürzel wie mon,wed,fri',
  'Such as weekdays 09:00, or five cron fields: 0 9 * * 1-5':
    'Etwa weekdays 09:00, oder fünf Cron-Felder: 0 9 * * 1-5',
  'IANA time zone, such as Europe/Zurich': 'Zeitzone der IANA, etwa Europe/Zurich',
  'Which deck the questions come from': 'Aus welchem Kartensatz die Fragen kommen',
  'First and last day, such as 2026-10-01..2027-01-31, or none':
    'Erster und letzter Tag, etwa 2026-10-01..2027-01-31, oder none',
  'Dates, ranges such as 2026-12-21..2027-01-03, a calendar, or none':
    'Tage, Spannen wie 2026-12-21..2027-01-03, ein Kalender oder none',
  'Its day, such as 2027-02-03, for the countdown, or none':
    'Der Prüfungstag für den Countdown, etwa 2027-02-03, oder none',
  'A removed daily whose numbers, points and streaks go on, such as d1':
    'Eine entfernte tägliche Frage, deren Nummern, Punkte und Serien weitergehen, etwa d1',
  'Set up a daily question in this channel': 'Richte in diesem Kanal eine tägliche Frage ein',
  "Show this community's dailies and when they ask next":
    'Zeige die täglichen Fragen dieses Servers und wann sie das nächste Mal kommen',
  'Change when a daily asks, or its deck':
    'Ändere, wann eine tägliche Frage kommt, oder ihren Kartensatz',
  'Change when a daily asks, its deck, its term or its channel':
    'Ändere Zeiten, Kartensatz, Semester oder Kanal einer täglichen Frage',
  'Where it asks from now on': 'In welchem Kanal sie von jetzt an kommt',
  'Stop a daily for a while; its open question closes':
    'Setze eine tägliche Frage aus; die offene Frage schliesst',
  'Let a paused daily ask again': 'Lass eine ausgesetzte tägliche Frage wieder kommen',
  'End a daily; its open question closes, points stay':
    'Beende eine tägliche Frage; die offene schliesst, Punkte bleiben',
  'Show when a daily asks the next five times':
    'Zeige die nächsten fünf Zeiten einer täglichen Frage',
  "Post today's question at once": 'Stelle die heutige Frage sofort',
  'Say what became of a question that may not have been posted':
    'Sag, was aus einer Frage wurde, die vielleicht nicht gestellt wurde',
  'Its study day, such as 2026-11-23': 'Ihr Lerntag, etwa 2026-11-23',
  'posted, missing, or again to have it asked once more':
    'posted (da), missing (fehlt) oder again (nochmals stellen)',
  'The number of the question; the latest unless told':
    'Die Nummer der Frage; ohne Angabe die letzte',
  'Take the points of a question back and forgive its misses; credit stays':
    'Nimm die Punkte einer Frage zurück und verzeihe, wer sie verpasst hat',
  'yes: let it count again': 'yes: sie zählt wieder',
  'Put the key of a question right; everybody is graded again':
    'Berichtige die Lösung einer Frage; alle werden neu bewertet',
  'The right answer, such as B, A,C, TFTF, 31.5, or: also VMCB':
    'Die richtige Antwort, etwa B, A,C, TFTF, 31.5 oder: also VMCB',
  'Show what organisers and the bot changed last':
    'Zeige, was Organisatoren und der Bot zuletzt geändert haben',
  'Show, add or remove the organisers whom organisers appointed':
    'Zeige die ernannten Organisatoren, ernenne jemanden oder nimm es zurück',
  'A member who becomes an organiser': 'Wer Organisator wird',
  'A member who was appointed and is an organiser no longer':
    'Wer ernannt war und nicht mehr Organisator ist',
  'Show the decks and what waits to be decided about them':
    'Zeige die Kartensätze und was dazu zu entscheiden ist',
  'Show which questions members reported, and why':
    'Zeige, welche Fragen Mitglieder gemeldet haben und warum',
  'Decide appeals of members, and see those that were decided':
    'Entscheide Einsprüche von Mitgliedern und sieh die entschiedenen',
  'The number of an open appeal': 'Die Nummer eines offenen Einspruchs',
  'accept: the answer counts as right; reject: it stays wrong':
    'accept: die Antwort gilt als richtig; reject: sie bleibt falsch',
  'Show your streak and your freezes': 'Zeige deine Serie und deine Freezes',
  'Show the standings': 'Zeige die Rangliste',
  'The span it covers: the shortest with points unless told':
    'Welche Zeitspanne; ohne Angabe die kürzeste mit Punkten',
  'What counts: points unless told': 'Was zählt; ohne Angabe die Punkte',
  'Whose questions count: the whole community unless told':
    'Wessen Fragen zählen; ohne Angabe die des ganzen Servers',
  'A span of your own, such as 2026-10-01..2026-12-20':
    'Eine eigene Zeitspanne, etwa 2026-10-01..2026-12-20',
  'Take yourself off the leaderboards; only you see your rank':
    'Nimm dich aus den Ranglisten; nur du siehst deinen Rang',
  'Be on the leaderboards again': 'Erscheine wieder in den Ranglisten',
  'Be reminded in private before a streak ends, or see whether you are':
    'Lass dich privat erinnern, bevor eine Serie endet, oder sieh nach',
  'on or off; without it, you see how it is': 'on oder off; ohne Angabe siehst du den Stand',
  'Get everything that is kept about you here, as a file':
    'Erhalte als Datei alles, was hier über dich gespeichert ist',
  'Erase everything that is kept about you here':
    'Lösche alles, was hier über dich gespeichert ist',
  'Start a live quiz in this channel': 'Starte in diesem Kanal ein Live-Quiz',
  'Only questions of this topic; all of the deck unless told':
    'Nur Fragen dieses Themas; ohne Angabe alle des Kartensatzes',
  'How many questions, 1 to 30; 10 unless told': 'Wie viele Fragen, 1 bis 30; ohne Angabe 10',
  'How it is played; relaxed unless told': 'Wie gespielt wird; ohne Angabe relaxed',
  'How long each question stays open, 10 to 300; 30 unless told':
    'Wie viele Sekunden jede Frage offen bleibt, 10 bis 300; ohne Angabe 30',
  'End the live quiz of this channel; for its starter and organisers':
    'Beende das Live-Quiz dieses Kanals; wer es gestartet hat und Organisatoren dürfen das',
  'Vote to skip the question that is open': 'Stimme dafür, die offene Frage zu überspringen',
  'Explain the bot or one command': 'Erkläre den Bot oder einen Befehl',
  'A command, such as daily': 'Ein Befehl, etwa daily',
};

/** The German description, or null where there is none yet. */
export function inGerman({ description }: Described): string | null {
  return description.de ?? GERMAN[description.en] ?? null;
}
