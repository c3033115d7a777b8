import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { communityId, type MemberId, memberId } from '../../src/core/ids.ts';
import { createStore } from '../../src/store/index.ts';
import { type Bench, beside, percentile } from './measurement.ts';

const MEMBERS = 1_000_000;
/** Rows written with one command. */
const CHUNK = 10_000;
const LOOKS = 8_000;
/** Looks before those that are measured. */
const WARM_UP = 4_000;
/** Looks of one kind before those of the other: both meet the same noise of the machine. */
const IN_TURN = 200;

const community = communityId.of('crowd:bench');
const nameOf = (number: number): MemberId => memberId.of(`m${number}`);

/** Points as a long course leaves them: many members share each number of points. */
const pointsOf = (number: number): number => 5 * ((number * 7_919) % 2_000);

async function fill(redis: Redis, key: string): Promise<void> {
  for (let from = 0; from < MEMBERS; from += CHUNK) {
    const rows: (number | string)[] = [];
    for (let number = from; number < from + CHUNK; number++) {
      rows.push(-pointsOf(number), nameOf(number));
    }
    await redis.zadd(key, ...rows);
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Own rank, top ten and neighbours among a million members, beside the two plainest commands there are. */
export const standings: Bench = {
  name: 'standings',
  async run({ socket }) {
    const redis = new Redis({ path: socket });
    const prefix = `b${randomBytes(6).toString('hex')}`;
    const { boards } = createStore({ redis, prefix, makeSecret: () => 'bench' });
    const key = `${prefix}:{${community}}:board:all`;
    await fill(redis, key);

    const raw = (number: number): Promise<unknown> =>
      redis
        .pipeline()
        .zrevrange(key, 0, '9', 'WITHSCORES')
        .zcount(key, '-inf', `(${-pointsOf(number)}`)
        .exec();
    const ours = (number: number): Promise<unknown> =>
      boards.around(community, 'all', nameOf(number), 2, 10);
    const took = { raw: [] as number[], ours: [] as number[] };
    for (let at = -WARM_UP; at < LOOKS; at++) {
      const number = ((at + WARM_UP) * 104_729) % MEMBERS;
      const isRaw = Math.floor(at / IN_TURN) % 2 === 0;
      const time = await timed(() => (isRaw ? raw(number) : ours(number)));
      if (at >= 0) took[isRaw ? 'raw' : 'ours'].push(time);
    }
    await redis.del(key);
    redis.disconnect();
    return [0.5, 0.99].map((share) =>
      beside(
        `own rank, top ten and neighbours of ${MEMBERS}, p${100 * share}`,
        percentile(took.ours, share),
        'ms',
        percentile(took.raw, share),
        share === 0.5 ? 'ratio <= 2' : '',
      ),
    );
  },
};
