import { GIB, grouped, KIB, MIB, PAGE, rounded, sum, type WorkedCards } from './worked.ts';

const ENTRIES = 512;

/** Page-table entries read on a miss: each guest table is found by a walk of the nested ones, then read. */
function readsOnMiss(guestLevels: number, nestedLevels: number): number {
  let reads = 0;
  for (let level = 0; level < guestLevels; level++) reads += nestedLevels + 1;
  return reads + nestedLevels;
}

/** W1: what a miss costs under nested paging. */
export function twoDimensionalWalk(): WorkedCards {
  const [full, huge] = [4, 3];
  return {
    'np-worst-case': {
      inputs: ['four levels', '4 KB'],
      key: readsOnMiss(full, full),
      says: [`makes ${full * (full + 1)}`, `compared with ${full}`],
    },
    'tl-huge-both-sides': {
      inputs: ['2-MB', 'four-level'],
      key: String(readsOnMiss(huge, huge)),
      says: [`= ${readsOnMiss(huge, huge)}`, `it would be ${readsOnMiss(huge, full)}`],
    },
  };
}

/** W2: one entry of a shadow table from the guest's entry and the VMM's map. */
export function composedEntry(): WorkedCards {
  const guest = { frame: 0, mayWrite: true };
  const machineOf = new Map([[0, 12]]);
  const guestTables = [0];
  const mayWrite = guest.mayWrite && !guestTables.includes(guest.frame);
  const frame = machineOf.get(guest.frame);
  return {
    'sp-guarded-page': {
      inputs: ['physical page 0', 'machine frame 12', 'read-write'],
      key: `Machine frame ${frame}, ${mayWrite ? 'read-write' : 'read-only'}`,
      says: [`frame ${frame}`],
    },
  };
}

/** W3: one address through three spaces. */
export function threeSpaces(): WorkedCards {
  const [physicalOf, machineOf] = [new Map([[0, 5]]), new Map([[5, 33]])];
  const through = (address: number, map: ReadonlyMap<number, number>): number =>
    (map.get(Math.floor(address / PAGE)) ?? Number.NaN) * PAGE + (address % PAGE);
  const hex = (value: number): string => `0x${value.toString(16).toUpperCase()}`;
  const physical = through(0x01f4, physicalOf);
  const machine = through(physical, machineOf);
  return {
    'sp-one-address': {
      inputs: ['4 KB', 'virtual page 0', 'physical page 5', '33', '0x01F4'],
      key: hex(machine),
      says: [hex(physical), hex(Math.floor(machine / PAGE))],
    },
  };
}

/** W9: the size of a split virtqueue. */
export function virtqueue(): WorkedCards {
  const q = 256;
  const parts = [16 * q, 6 + 2 * q, 6 + 8 * q];
  return {
    'virtio-queue-size': {
      inputs: ['16q', '6 + 2q', '6 + 8q', q],
      key: sum(parts),
      says: parts.map(String),
    },
  };
}

/** W10: what sharing equal pages saves. */
export function pageSharing(): WorkedCards {
  const [machines, memory, share] = [10, 2 * GIB, 1 / 4];
  const common = (memory / PAGE) * share;
  const sparedFrames = (machines - 1) * common;
  const saved = (sparedFrames * PAGE) / GIB;
  return {
    'ps-ten-vms': {
      inputs: ['Ten', '2 GiB', 'quarter'],
      key: saved,
      says: [
        String((machines * memory) / GIB - saved),
        `${grouped(common)} for pages_shared`,
        grouped(sparedFrames),
      ],
    },
  };
}

/** W11: whose pages are taken first. */
export function idleMemoryTax(): WorkedCards {
  const [shares, pages, active, k] = [1000, 256, 0.25, 1 / (1 - 0.75)];
  const rho = (f: number): number => shares / (pages * (f + k * (1 - f)));
  return {
    'bl-idle-tax': {
      inputs: [shares, pages, active, `k = ${k}`],
      key: rho(active),
      says: [rho(1).toFixed(3), String(active + k * (1 - active))],
    },
  };
}

/** Tables that map so much memory from address 0 down to leaves of so many levels, the lowest first. */
function tablesFor(memory: number, leaf: number, levels: number): number[] {
  return Array.from({ length: levels }, (_, level) =>
    Math.ceil(memory / (leaf * ENTRIES ** (level + 1))),
  );
}

/** W12: nested tables and dirty logs. */
export function tablesAndLogs(): WorkedCards {
  const lowest = tablesFor(4 * GIB, PAGE, 4);
  const small = sum(lowest);
  const huge = sum(tablesFor(4 * GIB, 2 * MIB, 3));
  const dirtied = 65_536;
  return {
    'np-table-count': {
      inputs: ['4 GiB', 'four-level', '2-MB', ENTRIES],
      key: huge,
      says: [
        `${(huge * PAGE) / KIB} KiB`,
        `${lowest[0]} tables`,
        String(small),
        `about ${rounded((small * PAGE) / MIB, 0)} MiB`,
      ],
    },
    'tl-pml-exits': {
      inputs: [ENTRIES, grouped(dirtied)],
      key: dirtied / ENTRIES,
      says: [
        `${(dirtied * PAGE) / MIB} MiB a second`,
        `${(ENTRIES * PAGE) / MIB} MiB`,
        `${(16 * GIB) / PAGE / 8 / KIB} KiB`,
      ],
    },
  };
}
