import { grouped, rounded, sum, type WorkedCards } from './worked.ts';

interface Migration {
  readonly memory: number;
  readonly link: number;
  readonly dirtyRate: number;
  /** No more than this is dirtied again and again. */
  readonly rewritten?: number;
}

/** What each round of pre-copy sends, and what remains after the last. */
function preCopy(
  { memory, link, dirtyRate, rewritten = memory }: Migration,
  isOver: (remaining: number, rounds: number) => boolean,
): { sent: number[]; remaining: number } {
  const sent: number[] = [];
  let remaining = memory;
  while (!isOver(remaining, sent.length)) {
    sent.push(remaining);
    remaining = Math.min((remaining / link) * dirtyRate, rewritten);
  }
  return { sent, remaining };
}

/** W4: pre-copy by rounds, of a calm guest and of one that rewrites faster than the link carries. */
export function preCopyByRounds(): WorkedCards {
  const calm = { memory: 8192, link: 1024, dirtyRate: 256 };
  const { sent, remaining } = preCopy(calm, (left) => left <= 64);
  const wild = { memory: 8192, link: 1024, dirtyRate: 1280, rewritten: 1024 };
  const stops = [2, 3, 10, 20].map(
    (rounds) => preCopy(wild, (_, done) => done === rounds).remaining / wild.link,
  );
  return {
    'precopy-downtime-by-rounds': {
      inputs: [8192, 1024, 256, 64],
      key: (1000 * remaining) / calm.link,
      says: [
        `${remaining} MiB remain`,
        `${grouped(sum([...sent, remaining]))} MiB`,
        `about ${rounded(sum([...sent, remaining]) / calm.link, 1)} s`,
        `for ${calm.memory / calm.link} s`,
      ],
    },
    'precopy-divergence': {
      inputs: [1024, 1280],
      key: `It stays at about ${[...new Set(stops)].join(' or ')} s in each round`,
      says: [`about ${Math.max(...stops).toFixed(1)} s`],
    },
  };
}

/** W5: the rounds needed for a downtime limit. */
export function roundsForLimit(): WorkedCards {
  const [memory, link, dirtyRate, limit] = [68.7, 1.25, 0.4, 0.3];
  const { sent, remaining } = preCopy({ memory, link, dirtyRate }, (left) => left <= limit * link);
  return {
    'precopy-rounds-for-limit': {
      inputs: [memory, link, dirtyRate, limit * link, limit],
      key: sent.length,
      says: [
        `${rounded((100 * dirtyRate) / link, 0)} %`,
        `${rounded(remaining, 2)} GB`,
        `${rounded((1000 * remaining) / link, 0)} ms`,
      ],
    },
  };
}

/** W6: a measurement that was published. */
export function publishedMigration(): WorkedCards {
  const [memory, traffic, last, copying, starting] = [800, 960, 18.2, 0.201, 0.009];
  const rate = (last * 8) / copying;
  const downtime = rounded((copying + starting) * 1000, 0);
  return {
    'precopy-published-run': {
      inputs: [memory, traffic, last, 201, 9],
      key: [
        `The downtime was about ${downtime} ms`,
        `The last phase ran at about ${rounded(rate, 0)} Mbit/s`,
        `The traffic was ${rounded(traffic / memory, 2)} times the memory`,
      ],
      says: [`= ${downtime} ms`, `gives ${rounded(rate, 0)} Mbit/s`],
    },
  };
}

/** W16: post-copy, and when it stops a guest for the shortest time. */
export function postCopyMigration(): WorkedCards {
  const [faults, wait, state, link] = [20_000, 150e-6, 8, 1024];
  const [memory, rewritten] = [8 * 1024, 1024];
  const wild = { memory, link, dirtyRate: 2 * link, rewritten };
  const stopAfter = (rounds: number): number =>
    preCopy(wild, (_, done) => done === rounds).remaining / link;
  const stops = new Map([
    ['Stop-and-copy', memory / link],
    ['Pre-copy, two rounds', stopAfter(2)],
    ['Pre-copy, twenty rounds', stopAfter(20)],
    ['Post-copy', state / link],
  ]);
  const [shortest] = [...stops].sort(([, a], [, b]) => a - b)[0] ?? [];
  return {
    'postcopy-fault-wait': {
      inputs: [grouped(faults), '150 microseconds'],
      key: faults * wait,
      says: [`${rounded((1000 * state) / link, 1)} ms`],
    },
    'postcopy-which-method': {
      inputs: ['8 GiB', '1 GiB', '8 MiB'],
      key: shortest,
      says: [`about ${rounded((1000 * state) / link, 0)} ms`, `about ${stopAfter(20)} s`],
    },
  };
}
