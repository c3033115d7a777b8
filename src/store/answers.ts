import type { CommunityId, MemberId, RoundId } from '../core/ids.ts';
import { type Round, STRAGGLERS } from '../core/round.ts';
import { boardsOf } from '../core/standings.ts';
import { NO_STREAK, type Streak } from '../core/streak.ts';
import type { Answers, AnswerToCommit, Committed, PostedRound } from '../ports/store.ts';
import { type Database, scriptNamed } from './database.ts';
import { openEntryOf, type RoundReader } from './rounds.ts';
import { readAnswer, readStreak, writeAnswer, writeStreak } from './rows.ts';

type Wanted = { readonly round: RoundId; readonly member: MemberId };

/** The answer log of each round, and the batches that go into it. */
export function createAnswers(db: Database, reader: RoundReader): Answers {
  const recordAnswers = scriptNamed('record-answers');

  /** One read for each daily, however many members; in the order asked for. */
  async function streaksFor(
    community: CommunityId,
    wanted: readonly Wanted[],
    rounds: ReadonlyMap<RoundId, PostedRound>,
  ): Promise<Streak[]> {
    const dailyOf = ({ round }: Wanted): string => rounds.get(round)?.daily ?? '';
    const dailies = [...new Set(wanted.map(dailyOf))].filter(Boolean);
    const streaks: Streak[] = wanted.map(() => NO_STREAK);
    await Promise.all(
      dailies.map(async (daily) => {
        const places = [...wanted.keys()].filter((at) => dailyOf(wanted[at] as Wanted) === daily);
        const members = places.map((at) => (wanted[at] as Wanted).member);
        const key = db.key(community, 'streaks', daily);
        const texts = await db.ask((redis) => redis.hmget(key, ...members));
        for (const [n, at] of places.entries()) streaks[at] = readStreak(texts[n]);
      }),
    );
    return streaks;
  }

  function keysOf(round: Round): string[] {
    const key = (...parts: string[]): string => db.key(round.community, ...parts);
    return [
      key('answers', round.id),
      key('streaks', round.daily),
      key('topics', round.card.deck),
      ...boardsOf(round.day).map((board) => key('points', board)),
    ];
  }

  return {
    async read(community, wanted) {
      const ids = [...new Set(wanted.map(({ round }) => round))];
      const rounds = await reader.read(community, ids);
      return { rounds, streaks: await streaksFor(community, wanted, rounds) };
    },

    async commit(community, answers) {
      const rounds = [...new Map(answers.map(({ round }) => [round.id, round])).values()];
      const place = new Map(rounds.map((round, at) => [round.id, at + 1]));
      const about = rounds.flatMap((round) => [
        round.id,
        openEntryOf(round),
        round.card.topic,
        round.closesAt + STRAGGLERS,
      ]);
      const rows = answers.flatMap(({ round, answer, before, after }) => [
        place.get(round.id) as number,
        answer.member,
        writeAnswer(answer),
        writeStreak(before),
        writeStreak(after),
        answer.points,
        answer.verdict.mark === 'noted' ? '' : answer.verdict.credit,
      ]);
      const results = await db.run(
        recordAnswers,
        [db.key(community, 'open'), db.key(community, 'due'), ...rounds.flatMap(keysOf)],
        [rounds.length, ...about, ...rows],
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
      const entries = await db.ask((redis) =>
        redis.zrange(db.key(community, 'rounds', daily), 0, '-1', 'WITHSCORES'),
      );
      const ids = entries.filter((_, at) => at % 2 === 0);
      const texts = (await db.askAll((pipeline) => {
        for (const id of ids) pipeline.hget(db.key(community, 'answers', id), member);
        return pipeline;
      })) as (string | null)[];
      return new Map(
        texts.flatMap((text, at) =>
          text === null ? [] : [[Number(entries[2 * at + 1]), readAnswer(member, text)] as const],
        ),
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
