import type { TopicRecord } from '../core/choice-of-card.ts';
import type { Occurrence } from '../core/daily.ts';
import type { Instant } from '../core/day.ts';
import { type CardId, type CommunityId, cardId, topicId } from '../core/ids.ts';
import { cardsInPlay, type QuizPlan, type QuizState } from '../core/quiz.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ledger, Situation } from '../ports/ledger.ts';
import type { PostedRound } from '../ports/rounds.ts';
import type { Database } from './database.ts';
import type { RoundReader } from './rounds.ts';
import { readDaily, readOccurrence, readOpenRound } from './rows.ts';

/** The clock that is right for all processes: the server's, another one, or each one's own. */
export type Timekeeper = 'server' | Clock | null;

export function readTopics(fields: Record<string, string>): Situation['history']['topics'] {
  const names = new Set(Object.keys(fields).map((field) => field.split(' ')[0] as string));
  const record = (name: string): TopicRecord => ({
    answers: Number(fields[`${name} answers`] ?? 0),
    credit: Number(fields[`${name} credit`] ?? 0),
  });
  return new Map([...names].map((name) => [topicId.of(name), record(name)]));
}

/** As TIME answers: seconds, and microseconds beside them. */
type Time = readonly (string | number)[];

const instantOf = ([seconds, micros]: Time): Instant =>
  Number(seconds) * 1_000 + Math.floor(Number(micros) / 1_000);

/** Plan and state; null where it went meanwhile. */
type QuizFields = readonly [string | null, string | null];

function cardsOfQuiz([plan, state]: QuizFields): readonly CardId[] {
  if (plan === null || state === null) return [];
  return cardsInPlay(JSON.parse(plan) as QuizPlan, JSON.parse(state) as QuizState);
}

/** What a worker must know of an occurrence, in few round trips. */
export function createSituations(
  db: Database,
  reader: RoundReader,
  makeSecret: () => string,
  timekeeper: Timekeeper,
): Pick<Ledger, 'situation' | 'asOf'> {
  async function draftOf(
    community: CommunityId,
    { state }: Occurrence,
  ): Promise<PostedRound | null> {
    if (state.kind !== 'sending') return null;
    const draft = (await reader.read(community, [state.round])).get(state.round);
    // An order may have closed it while it was being sent; a member's press had proved that it stands.
    return draft && (!draft.closed || draft.message !== null) ? draft : null;
  }

  return {
    async asOf() {
      if (timekeeper !== 'server') return timekeeper?.now() ?? null;
      return instantOf(await db.ask((redis) => redis.time()));
    },

    async situation(community, daily, day) {
      const [dailyText, row, number, open, secret, time, live] = (await db.askAll((pipeline) =>
        pipeline
          .hget(db.key(community, 'dailies'), daily)
          .hget(db.key(community, 'occurrences', daily), day)
          .hget(db.key(community, 'numbers'), daily)
          .hvals(db.key(community, 'open'))
          .set(db.key(community, 'secret'), makeSecret(), 'NX', 'GET')
          .time()
          .hvals(db.key(community, 'quizzes-live')),
      )) as [string | null, string | null, string | null, string[], string | null, Time, string[]];
      if (row === null) return null;
      const occurrence = readOccurrence(row);
      const found = dailyText === null ? null : readDaily(dailyText);
      const deck = found?.deck ?? 'none';
      const [asked, topics, ...quizzes] = (await db.askAll((pipeline) => {
        pipeline
          .hgetall(db.key(community, 'asked', deck))
          .hgetall(db.key(community, 'topics', deck));
        for (const id of live) pipeline.hmget(db.key(community, 'quiz', id), 'plan', 'state');
        return pipeline;
      })) as [Record<string, string>, Record<string, string>, ...QuizFields[]];
      return {
        daily: found,
        occurrence,
        draft: await draftOf(community, occurrence),
        lastNumber: Number(number ?? 0),
        history: {
          asked: new Map<CardId, number>(
            Object.entries(asked ?? {}).map(([card, times]) => [cardId.of(card), Number(times)]),
          ),
          topics: readTopics(topics ?? {}),
          open: new Set([
            ...open.map((entry) => readOpenRound(entry).card),
            ...quizzes.flatMap(cardsOfQuiz),
          ]),
        },
        secret: secret ?? (await firstSecret(community)),
        asOf: timekeeper === 'server' ? instantOf(time) : (timekeeper?.now() ?? null),
      };
    },
  };

  async function firstSecret(community: CommunityId): Promise<string> {
    const secret = await db.ask((redis) => redis.get(db.key(community, 'secret')));
    return secret ?? '';
  }
}
