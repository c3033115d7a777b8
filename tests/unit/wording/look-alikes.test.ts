import { describe, expect, it } from 'vitest';
import { CONNECTORS, FILLER, GENERAL, KINDS } from '../../../src/core/wording/filler.ts';
import { areOpposed, OPPOSITES } from '../../../src/core/wording/opposites.ts';
import { gradeWording } from '../../../src/core/wording/wording.ts';
import { accepting, graded, NO_TERMS } from './grading.ts';

/** Terms that differ by little and mean something else; one accepted, none of the others may pass for it. */
const FAMILIES: readonly (readonly string[])[] = [
  ['VMX root mode', 'VMX non-root mode', 'VMX nonroot mode', 'VMX mode'],
  ['VMCS', 'VMCB', 'VMC', 'VMS'],
  ['ring 0', 'ring 1', 'ring 2', 'ring 3', 'ring -1'],
  [
    'shadow page table',
    'nested page table',
    'extended page table',
    'guest page table',
    'page table',
  ],
  ['EPT', 'EPTP', 'NPT', 'ETP'],
  ['pre-copy', 'post-copy', 'copy'],
  ['guest-physical address', 'host-physical address', 'guest-virtual address', 'physical address'],
  ['type 1 hypervisor', 'type 2 hypervisor', 'type 1 and 2 hypervisor'],
  ['paravirtualization', 'full virtualization', 'virtualization'],
  ['front-end driver', 'back-end driver', 'driver'],
  ['physical function', 'virtual function', 'function'],
  ['VM entry', 'VM exit'],
  ['VMCALL', 'VMMCALL', 'TDCALL', 'SEAMCALL'],
  ['VT-x', 'VT-d', 'VT-c'],
  ['inflate', 'deflate'],
  ['privileged', 'unprivileged', 'deprivileged', 'non-privileged'],
  ['trusted', 'untrusted'],
  ['synchronous', 'asynchronous'],
  ['MMU', 'IOMMU'],
  ['hypervisor', 'supervisor', 'hypercall'],
];

const pairs = FAMILIES.flatMap((family) =>
  family.flatMap((accepted, at) =>
    family.flatMap((typed, other) =>
      at === other || isSame(accepted, typed) ? [] : [[accepted, typed] as const],
    ),
  ),
);

function isSame(a: string, b: string): boolean {
  return a.replace(/\W/g, '') === b.replace(/\W/g, '');
}

describe('look-alikes', () => {
  it.each(pairs)('for %j, %j is wrong', (accepted, typed) => {
    for (const said of [typed, `the ${typed}`, `${typed}s`, `It is called ${typed}.`]) {
      expect(graded({ accept: [accepted], reject: [typed] }, said), said).toBe('wrong');
    }
  });

  it.each(pairs.filter(([accepted]) => accepted !== 'VMC'))(
    'for %j, %j is wrong even where the deck does not know it',
    (accepted, typed) => {
      expect(gradeWording(accepting(accepted), typed, NO_TERMS)).toBe('wrong');
    },
  );

  it.each(FAMILIES.map(([first = '']) => first))('%j itself is right', (term) => {
    expect(graded(accepting(term), term)).toBe('right');
  });
});

describe('opposites', () => {
  it('are never filler', () => {
    const ignorable = [...FILLER, ...GENERAL, ...KINDS, ...CONNECTORS];
    expect(OPPOSITES.flat().filter((word) => ignorable.includes(word))).toEqual([]);
  });

  it.each([
    ['encrypt', 'decrypt'],
    ['deallocate', 'reallocate'],
    ['microkernel', 'macrokernel'],
    ['netfront', 'netback'],
    ['scheduler', 'scheduled'],
  ])('%s and %s are', (a, b) => {
    expect([areOpposed(a, b), areOpposed(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['unmodified', 'inmodified'],
    ['hypervisor', 'hypervisr'],
    ['physical', 'pysical'],
    ['enlightened', 'enlightend'],
    ['interrupt', 'interupt'],
    ['recovery', 'recovry'],
  ])('%s and %s are not', (a, b) => {
    expect([areOpposed(a, b), areOpposed(b, a)]).toEqual([false, false]);
  });
});
