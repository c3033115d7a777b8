import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPrivateRedis } from '../../src/store/server/private-redis.ts';
import { answers, latency } from './answers.ts';
import { charts } from './charts.ts';
import { discordAcknowledgement, discordPosting } from './discord.ts';
import { discordMemory } from './discord-memory.ts';
import { grading } from './grading.ts';
import type { Bench, Measurement } from './measurement.ts';
import { memory, start } from './processes.ts';
import { quizCrowd, quizMany } from './quiz.ts';
import { review } from './review.ts';
import { claim, planning, tick } from './schedules.ts';
import { slack } from './slack.ts';
import { slackMemory } from './slack-memory.ts';
import { standings } from './standings.ts';
import { verify } from './verify.ts';

/** In the order in which they run: memory speaks of the others. */
const BENCHES: readonly Bench[] = [
  answers,
  latency,
  planning,
  tick,
  claim,
  grading,
  review,
  quizCrowd,
  quizMany,
  standings,
  verify,
  charts,
  discordAcknowledgement,
  discordPosting,
  discordMemory,
  slack,
  slackMemory,
  start,
  memory,
];

function chosen(names: readonly string[]): readonly Bench[] {
  const unknown = names.filter((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown.length > 0) {
    const known = BENCHES.map(({ name }) => name).join(', ');
    throw new Error(`There is no bench ${unknown.join(', ')}: there is ${known}.`);
  }
  return names.length === 0 ? BENCHES : BENCHES.filter(({ name }) => names.includes(name));
}

function shown({ name, value, unit, baseline, ratio, bar }: Measurement): string {
  const number = (figure: number): string => figure.toFixed(figure < 100 ? 2 : 0);
  const beside =
    baseline === null || ratio === null
      ? ''
      : ` (baseline ${number(baseline)}, ratio ${ratio.toFixed(2)})`;
  return `${name}: ${number(value)} ${unit}${beside}${bar && `  [${bar}]`}`;
}

/** What the figures were taken on, and what else it was busy with. */
function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const [load = 0] = loadavg();
  return `${cpus().length} × ${cpu?.model.trim()}, ${memory} GiB, Node ${process.version}, load ${load.toFixed(1)}`;
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const benches = chosen(positionals);
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'hypercall-bench-'));
const binaries = join(root, '.hypercall', 'redis');
const report = (line: string): void => void process.stderr.write(`${line}\n`);
const redis = await startPrivateRedis({
  folder,
  fsync: 'always',
  report,
  binaries,
  env: process.env,
});
try {
  const measured: Measurement[] = [];
  if (!values.json) process.stdout.write(`${machine()}\n`);
  for (const bench of benches) {
    for (const line of await bench.run({ socket: redis.socket, binaries, root })) {
      measured.push(line);
      if (!values.json) process.stdout.write(`${shown(line)}\n`);
    }
  }
  const rows = measured.map(({ bar: _bar, ...row }) => row);
  if (values.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
} finally {
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
}
