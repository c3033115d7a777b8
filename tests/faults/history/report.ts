import { moment } from './check-occurrences.ts';
import { BESIDES, type History, nameOf, type Target, type Violation } from './history.ts';
import type { Outcome } from './run.ts';

/** The figures of a run. */
export interface Figures {
  /** Questions that fell due, as far as anybody knows of them. */
  readonly occurrences: number;
  /** Those of them that something was done to. */
  readonly faulted: number;
  readonly answers: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly duplicates: number;
  readonly lost: number;
  readonly unexplained: number;
  readonly unknown: number;
  readonly skipped: number;
  readonly seed: string;
  readonly minutes: number;
}

export function figuresOf({ history, books, violations }: Outcome, seed: string, minutes: number) {
  const ended = books.rows.filter(({ kind }) => kind !== 'pending');
  const count = (kind: Violation['kind']): number =>
    violations.filter((violation) => violation.kind === kind).length;
  const faults: Record<string, number> = {};
  for (const { kind } of history.faults) {
    if (kind !== BESIDES) faults[kind] = (faults[kind] ?? 0) + 1;
  }
  const faulted = new Set(history.faults.flatMap(({ target }) => (target ? [nameOf(target)] : [])));
  const figures: Figures = {
    occurrences: ended.length,
    faulted: faulted.size,
    answers: books.answers.length,
    faults,
    duplicates: count('duplicate'),
    lost: count('lost'),
    unexplained: count('unexplained'),
    unknown: ended.filter(({ kind }) => kind === 'unknown').length,
    skipped: ended.filter(({ kind }) => kind === 'skipped').length,
    seed,
    minutes: Math.round(minutes * 10) / 10,
  };
  return figures;
}

/** Everything that is known of an occurrence, in order, for somebody who wants to understand it. */
export function storyOf(target: Target, { history, books }: Pick<Outcome, 'history' | 'books'>) {
  const name = nameOf(target);
  const isIts = (each: Target): boolean => nameOf(each) === name;
  const isOfDaily = (each: Pick<Target, 'community' | 'daily'>): boolean =>
    each.community === target.community && each.daily === target.daily;
  const events: [number, string][] = [
    ...history.orders
      .filter(isOfDaily)
      .map(({ from, to, kind, times, outcome, clockOff }): [number, string] => [
        from,
        `${kind} ${times ? `${times.time} ${times.zone} ` : ''}${outcome} by ${moment(to)}${offBy(clockOff)}`,
      ]),
    ...history.claims
      .filter(isIts)
      .map(({ at, round, process }): [number, string] => [
        at,
        `process ${process} claims ${round}`,
      ]),
    ...history.messages
      .filter(isIts)
      .map(({ at, round, message }): [number, string] => [at, `${message} stands, key ${round}`]),
    ...faultsAround(target, history),
    ...books.rows
      .filter(isIts)
      .map(({ at, kind, reason }): [number, string] => [at, `due; in the end ${kind} ${reason}`]),
  ];
  return events.sort(([a], [b]) => a - b).map(([at, what]) => `    ${moment(at)} ${what}`);
}

const offBy = (ms: number): string => (ms === 0 ? '' : ` (clock off by ${ms / 1_000} s)`);

function faultsAround(target: Target, { faults, claims }: History): [number, string][] {
  const name = nameOf(target);
  const times = claims.filter((claim) => nameOf(claim) === name).map(({ at }) => at);
  const [from, to] = [Math.min(...times) - 120_000, Math.max(...times) + 120_000];
  return faults
    .filter((fault) =>
      fault.target ? nameOf(fault.target) === name : fault.to >= from && fault.from <= to,
    )
    .map(({ from: at, to: end, kind, platform, clockOff }): [number, string] => [
      at,
      `FAULT ${kind}${platform ? ` ${platform}` : ''} until ${moment(end)}${offBy(clockOff)}`,
    ]);
}

export function textOf(figures: Figures): string {
  const { faults, ...rest } = figures;
  const rows = Object.entries(rest).map(([name, value]) => `${name.padEnd(14)}${value}`);
  const kinds = Object.entries(faults).sort(([, a], [, b]) => b - a);
  return [...rows, 'faults', ...kinds.map(([kind, count]) => `  ${kind.padEnd(32)}${count}`)].join(
    '\n',
  );
}

/** How often each kind of violation was found, its names left out, the most frequent first. */
export function kindsOfViolations(violations: readonly Violation[]): string[] {
  const counts = new Map<string, number>();
  for (const { kind, what } of violations) {
    const name = `${kind}: ${what.replace(/\S*[\d:]\S*/g, '…')}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${count} × ${name}`);
}
