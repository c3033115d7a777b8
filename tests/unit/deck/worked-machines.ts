import { grouped, rounded, type WorkedCards } from './worked.ts';

/** W7: what batches of hypercalls save. */
export function batching(): WorkedCards {
  const [updates, transition, validation, batch] = [512, 1500, 100, 64];
  const cost = (size: number): number => (updates / size) * transition + updates * validation;
  const times = (size: number, digits: number): string => rounded(cost(1) / cost(size), digits);
  const validatedFor = (size: number): number =>
    (cost(size) - (updates / size) * transition) / updates;
  return {
    'pm-batch-of-64': {
      inputs: [updates, grouped(transition), validation, batch],
      key: cost(batch),
      says: [grouped(cost(1)), grouped(cost(updates)), `about ${times(batch, 0)} times`],
    },
    'pm-batch-myth': {
      inputs: [],
      key: validatedFor(batch) < validatedFor(1),
      says: [grouped(cost(updates)), grouped(cost(1)), `${times(updates, 1)} times less`],
    },
  };
}

/** W8: the share of a core that exits take. */
export function costOfExits(): WorkedCards {
  const [cycles, clock, exits] = [2000, 2.5e9, 100_000];
  const share = (perSecond: number): number => (100 * perSecond * cycles) / clock;
  return {
    'ex-cost-share': {
      inputs: [grouped(cycles), clock / 1e9, grouped(exits)],
      key: share(exits),
      says: [`${share(20_000)} %`, `${share(250_000)} %`],
    },
  };
}

/** W13: the condition of Popek and Goldberg on a toy machine. */
export function toyMachine(): WorkedCards {
  const instructions = [
    { name: 'ADD', traps: false, sensitive: false },
    { name: 'LOADR', traps: true, sensitive: true },
    { name: 'SETMODE', traps: true, sensitive: true },
    { name: 'GETMODE', traps: false, sensitive: true },
    { name: 'POPST', traps: false, sensitive: true },
    { name: 'PHYSADR', traps: true, sensitive: true },
    { name: 'HALT', traps: true, sensitive: false },
  ];
  const violating = instructions.filter(({ traps, sensitive }) => sensitive && !traps);
  return {
    'fr-toy-machine': {
      inputs: instructions.map(
        ({ name, traps, sensitive }) =>
          `${name} ${traps ? 'traps' : 'runs'}, ${sensitive ? '' : 'not '}sensitive`,
      ),
      key: violating.length,
      says: violating.map(({ name }) => name),
    },
  };
}

/** W14: how many hosts a consolidation needs. */
export function consolidation(): WorkedCards {
  const [servers, load, overhead, target] = [20, 0.12, 0.05, 0.7];
  const needed = servers * load * (1 + overhead);
  return {
    'dg-consolidation-hosts': {
      inputs: [servers, '12 %', '5 %', '70 %'],
      key: Math.ceil(needed / target),
      says: [rounded(needed, 2), `${rounded(needed / target, 2)}`],
    },
  };
}

/** W15: who runs in which mode and ring. */
export function whoRunsWhere(): WorkedCards {
  const place = (isHost: boolean, isKernel: boolean): string =>
    `${isHost ? 'Root' : 'Non-root'} mode, ring ${isKernel ? 0 : 3}`;
  return {
    'rd-who-where': {
      inputs: ['KVM', 'VT-x'],
      key: {
        'Host kernel with KVM': place(true, true),
        'QEMU process': place(true, false),
        'Guest kernel': place(false, true),
        'Guest application': place(false, false),
      },
      says: [],
    },
  };
}
