import { moment } from './check-occurrences.ts';
import {
  type BookedAnswer,
  type BookedRound,
  type Books,
  grouped,
  type History,
  type Message,
  type Press,
  type Violation,
} from './history.ts';
import { NO_RUN, runOf } from './streak-model.ts';

/** What a right answer to a card of the first difficulty earns. */
const POINTS = 10;

interface Lookup {
  readonly rounds: ReadonlyMap<string, BookedRound>;
  readonly messages: ReadonlyMap<string, Message>;
}

const seat = (of: {
  readonly community: string;
  readonly round: string;
  readonly member: string;
}) => `${of.community} ${of.round} ${of.member}`;

/** Every accepted answer counts exactly once, no other does, and all figures follow from the log. */
export function checkAnswers(history: History, books: Books): Violation[] {
  const lookup: Lookup = {
    rounds: new Map(books.rounds.map((round) => [`${round.community} ${round.round}`, round])),
    messages: new Map(
      history.messages.map((message) => [`${message.community} ${message.round}`, message]),
    ),
  };
  const presses = grouped(history.presses, seat);
  const log = new Map(books.answers.map((answer) => [seat(answer), answer]));
  return [
    ...[...presses].flatMap(([name, given]) => checkSeat(name, given, log.get(name), lookup)),
    ...books.answers.flatMap((answer) => checkRow(answer, presses.get(seat(answer)) ?? [], lookup)),
    ...checkPoints(books, lookup),
    ...checkStreaks(books, lookup),
    ...deadLetters(books),
  ];
}

/** Closing times that an answer may be judged by: as shown, and as orders moved it. */
function closesOf(press: Press, { rounds, messages }: Lookup): readonly number[] {
  const name = `${press.community} ${press.round}`;
  const times = [rounds.get(name)?.closesAt, messages.get(name)?.closesAt];
  return times.filter((time) => time !== undefined);
}

function checkSeat(
  name: string,
  given: readonly Press[],
  counted: BookedAnswer | undefined,
  lookup: Lookup,
): Violation[] {
  const owed = given.find(
    (press) =>
      press.outcome === 'accepted' && press.receivedAt < Math.min(...closesOf(press, lookup)),
  );
  if (!owed || counted) return [];
  const target = lookup.messages.get(`${owed.community} ${owed.round}`) ?? null;
  const what = `the answer ${name}, accepted at ${moment(owed.receivedAt)}, is not counted`;
  return [{ kind: 'lost', what, target }];
}

/** A row of the log: somebody gave it in time, and it earned what it should. */
function checkRow(answer: BookedAnswer, given: readonly Press[], lookup: Lookup): Violation[] {
  const name = `${answer.community} ${answer.round}`;
  const target = lookup.messages.get(name) ?? null;
  const say = (what: string): Violation[] => [
    { kind: 'unexplained', what: `the answer ${seat(answer)} ${what}`, target },
  ];
  const press = given.find(({ event, pick }) => event === answer.event && pick === answer.pick);
  if (!press) return say('is counted, and nobody gave it');
  if (press.outcome === 'refused') return say('is counted, though its member read that it was not');
  if (press.receivedAt >= Math.max(...closesOf(press, lookup))) {
    return say(`is counted, though it came at ${moment(press.receivedAt)}, after the close`);
  }
  const message = lookup.messages.get(name);
  const earned = message && answer.pick === message.key ? POINTS : 0;
  return answer.points === earned ? [] : say(`earned ${answer.points} points instead of ${earned}`);
}

/** The board of all time is the sum of the log's points in closed rounds. */
function checkPoints({ answers, points }: Books, { rounds }: Lookup): Violation[] {
  const sums = new Map<string, number>();
  for (const { community, round, member, points: earned } of answers) {
    const booked = rounds.get(`${community} ${round}`);
    if (!booked || booked.open) continue;
    const name = `${community} ${member}`;
    sums.set(name, (sums.get(name) ?? 0) + earned);
  }
  const shown = new Map(points.map((row) => [`${row.community} ${row.member}`, row.points]));
  return [...new Set([...sums.keys(), ...shown.keys()])].flatMap((name): Violation[] => {
    const [has, earned] = [shown.get(name) ?? 0, sums.get(name) ?? 0];
    if (has === earned) return [];
    const kind = has > earned ? 'duplicate' : 'lost';
    return [{ kind, what: `${name} has ${has} points, and the log says ${earned}`, target: null }];
  });
}

function checkStreaks({ answers, streaks, forgiven }: Books, { rounds }: Lookup): Violation[] {
  const credited = new Map<string, Set<number>>();
  for (const { community, round, member } of answers) {
    const booked = rounds.get(`${community} ${round}`);
    if (!booked) continue;
    const name = `${community} ${booked.daily} ${member}`;
    credited.set(name, (credited.get(name) ?? new Set()).add(booked.number));
  }
  const spared = new Map(
    forgiven.map(({ community, daily, numbers }) => [`${community} ${daily}`, new Set(numbers)]),
  );
  const stored = new Map(
    streaks.map(({ community, daily, member, ...run }) => [`${community} ${daily} ${member}`, run]),
  );
  return [...new Set([...credited.keys(), ...stored.keys()])].flatMap((name): Violation[] => {
    const daily = name.slice(0, name.lastIndexOf(' '));
    const told = JSON.stringify(runOf(credited.get(name) ?? new Set(), spared.get(daily)));
    const kept = JSON.stringify(stored.get(name) ?? NO_RUN);
    if (told === kept) return [];
    const what = `the streak of ${name} is ${kept}, and the log says ${told}`;
    return [{ kind: 'unexplained', what, target: null }];
  });
}

function deadLetters({ deadLetters: count }: Books): Violation[] {
  if (count === 0) return [];
  return [{ kind: 'lost', what: `${count} jobs with answers were given up`, target: null }];
}
