import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Card } from '../../src/core/card.ts';
import { NO_COURSE } from '../../src/core/course.ts';
import type { Daily, Sending } from '../../src/core/daily.ts';
import { type Day, plusDays } from '../../src/core/day.ts';
import { channelId, communityId, deckId, memberId, roundId } from '../../src/core/ids.ts';
import { answerTo, type Round } from '../../src/core/round.ts';
import { parseDays, parseTime, parseZone, type Schedule } from '../../src/core/schedule.ts';
import { creditRound, NO_STREAK } from '../../src/core/streak.ts';
import { verifyCommunity } from '../../src/features/verify.ts';
import type { AnswerToCommit } from '../../src/ports/answers.ts';
import type { MessageAddress } from '../../src/ports/platform.ts';
import type { PostedRound } from '../../src/ports/rounds.ts';
import type { Store } from '../../src/ports/store.ts';
import { createStore } from '../../src/store/index.ts';
import { RULES, smallDeck } from '../conversations/small-deck.ts';
import { alone, type Bench } from './measurement.ts';

const DAILIES = 2;
const ROUNDS = 125;
const MEMBERS = 500;
/** Each misses one round in this many, not all the same one. */
const MISSES = 5;
const ANSWERS = (DAILIES * ROUNDS * MEMBERS * (MISSES - 1)) / MISSES;

const FIRST_DAY = '2026-03-01' as Day;
const START = Date.parse('2026-03-01T09:00:00Z');
const DAY_LENGTH = 24 * 3_600_000;
const LEASE = 60_000;
const community = communityId.of('crowd:books');

async function setUp(store: Store): Promise<Daily> {
  const [time, days, zone] = [parseTime('09:00'), parseDays('daily'), parseZone('UTC')];
  const schedule = { time, days, dates: null, months: null, zone } as Schedule;
  return store.dailies.create({
    community,
    channel: channelId.of('study'),
    deck: deckId.of('virtualization'),
    schedule,
    course: NO_COURSE,
    organiser: null,
    named: null,
    since: START - 1,
    paused: false,
  });
}

/** One question, posted by the ledger's own steps. */
async function post(store: Store, daily: Daily, number: number): Promise<PostedRound> {
  const [day, at] = [plusDays(FIRST_DAY, number - 1), START + (number - 1) * DAY_LENGTH];
  await store.ledger.callForward(daily, { day, at });
  const found = await store.ledger.situation(community, daily.id, day);
  if (!found) throw new Error('nothing is planned');
  const round: Round = {
    id: roundId.of(randomBytes(6).toString('hex')),
    community,
    channel: daily.channel,
    daily: daily.id,
    number,
    day,
    zone: daily.schedule.zone,
    card: smallDeck[number % 3] as Card,
    exam: null,
    openedAt: at,
    closesAt: at + DAY_LENGTH,
    closed: false,
  };
  const sending: Sending = {
    kind: 'sending',
    round: round.id,
    attempt: 1,
    owner: 'bench',
    since: at,
    firstSent: at,
  };
  const claimed = await store.ledger.claim(found.occurrence, sending, round, at + LEASE);
  if (!claimed) throw new Error('the claim was lost');
  await store.ledger.posted(claimed, round, `message-${round.id}` as MessageAddress, null);
  const posted = await store.rounds.get(community, round.id);
  if (!posted) throw new Error('the round is gone');
  return posted;
}

/** Everybody who does not miss it answers, right or wrong, as a batch of the workers would. */
async function answerAll(store: Store, round: PostedRound): Promise<void> {
  const members = Array.from({ length: MEMBERS }, (_, number) => number)
    .filter((number) => (number + round.number) % MISSES !== 0)
    .map((number) => ({ number, member: memberId.of(`m${number}`) }));
  const read = await store.answers.read(
    community,
    members.map(({ member }) => ({ round: round.id, member })),
  );
  const forgiven = read.forgiven.get(round.daily) ?? new Set<number>();
  const commits = members.map(({ number, member }, at): AnswerToCommit => {
    const answer = answerTo(round, {
      member,
      event: `event-${round.id}-${member}`,
      response: { kind: 'choice', picks: [(number * 7 + round.number) % 4] },
      receivedAt: round.openedAt + number,
    });
    if (typeof answer === 'string') throw new Error(answer);
    const before = read.streaks[at] ?? NO_STREAK;
    const after = creditRound(before, round.number, forgiven) ?? before;
    return { round, answer, before, after, forgiven, learned: null };
  });
  const results = await store.answers.commit(community, commits);
  const lost = results.find(({ kind }) => kind !== 'recorded');
  if (lost) throw new Error(`an answer is ${lost.kind}`);
}

/** A term of two dailies, made by the steps by which answers come in. */
async function makeBooks(store: Store): Promise<void> {
  for (let made = 0; made < DAILIES; made++) {
    const daily = await setUp(store);
    for (let number = 1; number <= ROUNDS; number++) {
      const round = await post(store, daily, number);
      await answerAll(store, round);
      await store.rounds.close(round);
    }
  }
}

/** Everything that was counted in a term of a large community, held against its answer log. */
export const verify: Bench = {
  name: 'verify',
  async run({ socket }) {
    const redis = new Redis({ path: socket });
    const prefix = `b${randomBytes(6).toString('hex')}`;
    const store = createStore({ redis, prefix, makeSecret: () => 'bench' });
    await makeBooks(store);
    const [before, began] = [process.cpuUsage(), performance.now()];
    const { answers, differences } = await verifyCommunity({ store, rules: RULES }, community);
    const seconds = (performance.now() - began) / 1_000;
    const { user, system } = process.cpuUsage(before);
    redis.disconnect();
    if (answers !== ANSWERS || differences.length > 0) {
      throw new Error(`${answers} answers, and first of all ${differences[0]?.what} differs`);
    }
    const name = `verify pass of ${ANSWERS} answers`;
    return [
      alone(name, seconds, 's', '< 10 s'),
      alone(`${name}, CPU`, (user + system) / 1e6, 's', ''),
    ];
  },
};
