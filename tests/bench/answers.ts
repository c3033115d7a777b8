import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { crowdWithQuestion } from './group.ts';
import { type Bench, beside, inFlight, percentile, type TestBed } from './measurement.ts';

const ANSWERS = 60_000;
const IN_FLIGHT = 500;
const CONCURRENCY = 50;
const PER_SECOND = 200;
const SECONDS = 10;

/** Bare BullMQ: no-op jobs per second with a full queue, one worker. */
async function bareJobsPerSecond({ socket }: TestBed): Promise<number> {
  const [producer, consumer] = [
    new Redis({ path: socket, maxRetriesPerRequest: null }),
    new Redis({ path: socket, maxRetriesPerRequest: null }),
  ];
  const queue = new Queue(`bare-${process.hrtime.bigint()}`, { connection: producer });
  const jobs = Array.from({ length: ANSWERS }, (_, at) => ({ name: 'noop', data: { at } }));
  for (let at = 0; at < jobs.length; at += 1_000) await queue.addBulk(jobs.slice(at, at + 1_000));
  let done = 0;
  const started = performance.now();
  const worker = new Worker(queue.name, async () => {}, {
    connection: consumer,
    concurrency: CONCURRENCY,
    removeOnComplete: { count: 0 },
  });
  await new Promise<void>((finished) => {
    worker.on('completed', () => {
      if (++done === ANSWERS) finished();
    });
  });
  const seconds = (performance.now() - started) / 1_000;
  await worker.close();
  await queue.close();
  producer.disconnect();
  consumer.disconnect();
  return ANSWERS / seconds;
}

/** Starts `work` at a steady pace whether or not earlier ones are done; milliseconds each took. */
export async function paced(work: (at: number) => Promise<void>): Promise<number[]> {
  const took: number[] = [];
  const running: Promise<void>[] = [];
  const began = performance.now();
  for (let at = 0; at < PER_SECOND * SECONDS; at++) {
    const due = began + (at * 1_000) / PER_SECOND;
    const early = due - performance.now();
    if (early > 1) await new Promise((later) => setTimeout(later, early));
    const started = performance.now();
    running.push(work(at).then(() => void took.push(performance.now() - started)));
  }
  await Promise.all(running);
  return took;
}

/** Bare BullMQ at the same pace: add → processed. */
async function bareLatencies({ socket }: TestBed): Promise<number[]> {
  const [producer, consumer] = [
    new Redis({ path: socket, maxRetriesPerRequest: null }),
    new Redis({ path: socket, maxRetriesPerRequest: null }),
  ];
  const queue = new Queue(`paced-${process.hrtime.bigint()}`, { connection: producer });
  const waiting = new Map<number, () => void>();
  const worker = new Worker(
    queue.name,
    async ({ data }) => {
      waiting.get(data.at)?.();
      waiting.delete(data.at);
    },
    { connection: consumer, concurrency: CONCURRENCY, removeOnComplete: { count: 0 } },
  );
  await worker.waitUntilReady();
  const took = await paced(async (at) => {
    const processed = new Promise<void>((heard) => waiting.set(at, heard));
    await queue.add('noop', { at });
    await processed;
  });
  await worker.close();
  await queue.close();
  producer.disconnect();
  consumer.disconnect();
  return took;
}

/** How many answers a second, closed loop, all verdicts back. */
export const answers: Bench = {
  name: 'answers',
  async run(bed) {
    const bare = await bareJobsPerSecond(bed);
    const crowd = await crowdWithQuestion(bed);
    await inFlight(2_000, IN_FLIGHT, (at) => crowd.answer(100_000 + at));
    const started = performance.now();
    await inFlight(ANSWERS, IN_FLIGHT, (at) => crowd.answer(at));
    const perSecond = ANSWERS / ((performance.now() - started) / 1_000);
    await crowd.bot.stop();
    return [beside('answers, intent to verdict', perSecond, 'answers/s', bare, 'ratio >= 1.5')];
  },
};

/** How long a verdict takes at a steady pace. */
export const latency: Bench = {
  name: 'latency',
  async run(bed) {
    const bare = await bareLatencies(bed);
    const crowd = await crowdWithQuestion(bed);
    const ours = await paced((at) => crowd.answer(at));
    await crowd.bot.stop();
    return [
      beside('verdict p50 at 200/s', percentile(ours, 0.5), 'ms', percentile(bare, 0.5), ''),
      beside(
        'verdict p99 at 200/s',
        percentile(ours, 0.99),
        'ms',
        percentile(bare, 0.99),
        'ratio <= 3',
      ),
    ];
  },
};
