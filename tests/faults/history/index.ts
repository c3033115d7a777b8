import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { HOUR } from '../../../src/core/day.ts';
import { nameOf } from './history.ts';
import { figuresOf, kindsOfViolations, storyOf, textOf } from './report.ts';
import { playHistory } from './run.ts';
import { ALL_TROUBLES, type TroubleName } from './trouble.ts';

/**
 * `npm run faults -- --minutes 2 --seed 7 [--json] [--communities 20] [--processes 3] [--pace 10] [--only kill,stop]`:
 * plays a history of faults and checks it. Ends with 1 where a promise was not kept.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    'half-days': { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    communities: { type: 'string', default: '40' },
    members: { type: 'string', default: '8' },
    processes: { type: 'string', default: '3' },
    pace: { type: 'string', default: '10' },
    width: { type: 'string', default: '5' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    stories: { type: 'string', default: '20' },
  },
});
const { seed, only, json } = values;
const wanted = only === undefined ? null : new Set(only.split(',').filter(Boolean));
const kinds = new Set<TroubleName>(ALL_TROUBLES.filter((kind) => wanted?.has(kind) ?? true));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

say(`faults: seed ${seed}, ${values.minutes} minutes`);
const began = performance.now();
const outcome = await playHistory({
  seed,
  kinds,
  calm: 5 * HOUR,
  minutes: Number(values.minutes),
  halfDays: Number(values['half-days']),
  communities: Number(values.communities),
  members: Number(values.members),
  processes: Number(values.processes),
  pace: Number(values.pace),
  width: Number(values.width),
  binaries: fileURLToPath(new URL('../../../.hypercall/redis', import.meta.url)),
  say,
});
const figures = figuresOf(outcome, seed, (performance.now() - began) / 60_000);
const told = new Set<string>();
for (const { kind, what, target } of outcome.violations.slice(0, Number(values.stories))) {
  say(`${kind}: ${what}`);
  if (!target || told.has(nameOf(target))) continue;
  told.add(nameOf(target));
  say(storyOf(target, outcome).join('\n'));
}
for (const line of kindsOfViolations(outcome.violations)) say(line);
if (!json) {
  const complaints = [...outcome.complaints].sort(([, a], [, b]) => b - a).slice(0, 15);
  for (const [what, count] of complaints) say(`${count} × ${what.slice(0, 160)}`);
}
process.stdout.write(`${json ? JSON.stringify(figures) : textOf(figures)}\n`);
process.exitCode = outcome.violations.length > 0 ? 1 : 0;
