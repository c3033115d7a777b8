import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { inject, onTestFinished } from 'vitest';
import { NO_COURSE } from '../../../src/core/course.ts';
import type { Daily, Occurrence } from '../../../src/core/daily.ts';
import type { Day } from '../../../src/core/day.ts';
import { channelId, communityId, deckId, memberId, roundId } from '../../../src/core/ids.ts';
import type { Answer, Round } from '../../../src/core/round.ts';
import { parseDays, parseTime, parseZone, type Schedule } from '../../../src/core/schedule.ts';
import type { ClaimedOccurrence } from '../../../src/ports/ledger.ts';
import type { PostedRound } from '../../../src/ports/rounds.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createStore } from '../../../src/store/index.ts';
import type { Timekeeper } from '../../../src/store/situation.ts';
import { smallDeck } from '../../conversations/small-deck.ts';

export const COMMUNITY = communityId.of('recorder:rows');
export const NOON = Date.parse('2026-11-23T12:00Z');
export const TODAY = '2026-11-23' as Day;

const schedule = {
  time: parseTime('09:00'),
  days: parseDays('daily'),
  dates: null,
  months: null,
  zone: parseZone('UTC'),
} as Schedule;

/** A store with keys of its own on the shared Redis, and the client to look at them. */
export function freshStore(timekeeper: Timekeeper = null): {
  store: Store;
  redis: Redis;
  prefix: string;
} {
  const redis = new Redis({ path: inject('redisSocket') });
  onTestFinished(() => redis.disconnect());
  const prefix = `t${randomBytes(6).toString('hex')}`;
  const store = createStore({ redis, prefix, makeSecret: () => 'secret', timekeeper });
  return { store, redis, prefix };
}

export function makeDaily(store: Store): Promise<Daily> {
  return store.dailies.create({
    community: COMMUNITY,
    channel: channelId.of('study'),
    deck: deckId.of('virtualization'),
    schedule,
    course: NO_COURSE,
    organiser: null,
    named: null,
    since: NOON,
    paused: false,
  });
}

export function roundOf(daily: Daily, number = 1, day = TODAY): Round {
  return {
    id: roundId.of(randomBytes(6).toString('hex')),
    community: COMMUNITY,
    channel: daily.channel,
    daily: daily.id,
    number,
    day,
    zone: schedule.zone,
    card: smallDeck[0] as Round['card'],
    exam: null,
    openedAt: NOON,
    closesAt: NOON + 3_600_000,
    closed: false,
  };
}

/** A question that stands in the channel, through the ledger's own steps. */
export async function postedRound(store: Store, daily: Daily, number = 1, day = TODAY) {
  await store.ledger.callForward(daily, { day, at: NOON });
  const round = roundOf(daily, number, day);
  const claimed = await claimOf(store, daily, round);
  if (!claimed) throw new Error('the claim was lost');
  await store.ledger.posted(claimed, round, `message-${number}` as never, null);
  return readRound(store, round);
}

/** A round as it stands. */
export async function readRound(store: Store, { id }: Pick<Round, 'id'>): Promise<PostedRound> {
  const round = await store.rounds.get(COMMUNITY, id);
  if (!round) throw new Error('the round is gone');
  return round;
}

/** The claimed row, or null where somebody else has it. */
export async function claimOf(
  store: Store,
  daily: Daily,
  round: Round,
  read?: Occurrence,
): Promise<ClaimedOccurrence | null> {
  const found = await store.ledger.situation(COMMUNITY, daily.id, round.day);
  const occurrence = read ?? found?.occurrence;
  if (!occurrence) return null;
  const state = {
    kind: 'sending',
    round: round.id,
    attempt: 1,
    owner: 'somebody',
    since: NOON,
    firstSent: NOON,
  } as const;
  return store.ledger.claim(occurrence, state, round, NOON + 30_000);
}

export function answerBy(name: string, points = 10): Answer {
  return {
    member: memberId.of(name),
    event: `event-${name}`,
    response: { kind: 'choice', picks: [0] },
    receivedAt: NOON + 1,
    verdict: { mark: 'right', credit: 1 },
    points,
    cardRevision: 'r1',
  };
}
