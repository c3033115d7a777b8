import type { CommunityId, DailyId, MemberId, RoundId } from '../core/ids.ts';
import { type Round, STRAGGLERS } from '../core/round.ts';
import { boardsOf } from '../core/standings.ts';
import { NO_STREAK, type Streak } from '../core/streak.ts';
import type { AnswerState, Answers, AnswerToCommit, Committed } from '../ports/answers.ts';
import type { PostedRound } from '../ports/rounds.ts';
import type { RoundIndex } from './answer-log.ts';
import { type Database, scriptNamed } from './database.ts';
import { MOST_LEARNED, writeLearned } from './reviews.ts';
import { openEntryOf, type RoundReader } from './rounds.ts';
import {
  readAnswer,
  readNumbers,
  readStreak,
  writeAnswer,
  writeNumbers,
  writeStreak,
} from './rows.ts';

type Wanted = { readonly round: RoundId; readonly member: MemberId };

/** The answer log of each round, and the batches that go into it. */
export function createAnswers(db: Database, reader: RoundReader, index: RoundIndex): Answers {
  const recordAnswers = scriptNamed('record-answers', 'score', 'learn');

  /** One round trip, however many members and dailies; streaks in the order asked for. */
  async function countedFor(
    community: CommunityId,
    wanted: readonly Wanted[],
    rounds: ReadonlyMap<RoundId, PostedRound>,
  ): Promise<Pick<AnswerState, 'streaks' | 'forgiven'>> {
    const dailyOf = ({ round }: Wanted): string => rounds.get(round)?.daily ?? '';
    const dailies = [...new Set(wanted.map(dailyOf))].filter(Boolean) as DailyId[];
    const streaks: Streak[] = wanted.map(() => NO_STREAK);
    if (dailies.length === 0) return { streaks, forgiven: new Map() };
    const placesOf = (daily: DailyId): number[] =>
      [...wanted.keys()].filter((at) => dailyOf(wanted[at] as Wanted) === daily);
    const [sets, ...texts] = (await db.askAll((pipeline) => {
      pipeline.hmget(db.key(community, 'forgiven'), ...dailies);
      for (const daily of dailies) {
        const members = placesOf(daily).map((at) => (wanted[at] as Wanted).member);
        pipeline.hmget(db.key(community, 'streaks', daily), ...members);
      }
      return pipeline;
    })) as (string | null)[][];
    for (const [n, daily] of dailies.entries()) {
      for (const [m, at] of placesOf(daily).entries()) streaks[at] = readStreak(texts[n]?.[m]);
    }
    const forgiven = dailies.map((daily, n) => [daily, readNumbers(sets?.[n])] as const);
    return { streaks, forgiven: new Map(forgiven) };
  }

  function keysOf(round: Round): string[] {
    const key = (...parts: string[]): string => db.key(round.community, ...parts);
    return [
      key('round', round.id),
      key('answers', round.id),
      key('streaks', round.daily),
      key('topics', round.card.deck),
      ...boardsOf(round.day).map((board) => key('board', board)),
    ];
  }

  return {
    async read(community, wanted) {
      const ids = [...new Set(wanted.map(({ round }) => round))];
      const rounds = await reader.read(community, ids);
      return { rounds, ...(await countedFor(community, wanted, rounds)) };
    },

    async commit(community, answers) {
      const rounds = [...new Map(answers.map((each) => [each.round.id, each])).values()];
      const place = new Map(rounds.map(({ round }, at) => [round.id, at + 1]));
      const about = rounds.flatMap(({ round, forgiven }) => [
        round.id,
        openEntryOf(round),
        round.card.topic,
        round.closesAt + STRAGGLERS,
        round.daily,
        writeNumbers(forgiven),
        round.rekeys,
      ]);
      const rows = answers.flatMap(({ round, answer, before, after, learned }) => [
        place.get(round.id) as number,
        answer.member,
        writeAnswer(answer),
        writeStreak(before),
        writeStreak(after),
        answer.points,
        answer.verdict.mark === 'noted' ? '' : answer.verdict.credit,
        learned === null ? '' : writeLearned(learned),
      ]);
      const results = await db.run(
        recordAnswers,
        [
          ...['open', 'due', 'forgiven', 'hidden'].map((name) => db.key(community, name)),
          ...rounds.flatMap(({ round }) => keysOf(round)),
          ...answers.map(({ answer }) => db.key(community, 'learned', answer.member)),
        ],
        [rounds.length, MOST_LEARNED, ...about, ...rows],
      );
      return (results as (number | string)[]).map((result, at) =>
        readResult(result, answers[at] as AnswerToCommit),
      );
    },

    async get(community, round, member) {
      const text = await db.ask((redis) => redis.hget(db.key(community, 'answers', round), member));
      return text === null ? null : readAnswer(member, text);
    },

    async ofRound(community, round) {
      const rows = await db.ask((redis) => redis.hgetall(db.key(community, 'answers', round)));
      return Object.entries(rows).map(([member, text]) => readAnswer(member as MemberId, text));
    },

    async ofMember(community, daily, member) {
      const rounds = await index.ofDaily(community, daily);
      const texts = (await db.askAll((pipeline) => {
        for (const { id } of rounds) pipeline.hget(db.key(community, 'answers', id), member);
        return pipeline;
      })) as (string | null)[];
      return new Map(
        rounds.flatMap(({ number }, at) => {
          const text = texts[at];
          return text ? [[number, readAnswer(member, text)] as const] : [];
        }),
      );
    },
  };
}

function readResult(result: number | string, { answer }: AnswerToCommit): Committed {
  if (typeof result === 'string') {
    return { kind: 'already', answer: readAnswer(answer.member, result) };
  }
  if (result === -1) return { kind: 'erasing' };
  return result === 0 ? { kind: 'stale' } : { kind: 'recorded', late: result === 2 };
}
