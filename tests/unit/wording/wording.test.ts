import { describe, expect, it } from 'vitest';
import { lexiconOf } from '../../../src/core/wording/lexicon.ts';
import { gradeWording } from '../../../src/core/wording/wording.ts';
import { accepting, graded } from './grading.ts';

type Row = readonly [accepted: string, typed: string];

function holds(title: string, verdict: 'right' | 'wrong', rows: readonly Row[]): void {
  it.each(rows)(`${title}: of %j, %j is ${verdict}`, (accepted, typed) => {
    expect(graded(accepting(accepted), typed)).toBe(verdict);
  });
}

describe('what makes no difference', () => {
  holds('case', 'right', [
    ['EPT', 'ept'],
    ['hypercall', 'HYPERCALL'],
    ['CoW', 'cOw'],
  ]);
  holds('compatibility forms, accents and invisible signs', 'right', [
    ['EPT', 'ＥＰＴ'],
    ['efficient', 'eﬃcient'],
    ['hypercall', 'hypércall'],
    ['hypercall', 'hyper\u00ADcall'],
    ['hypercall', '\uFEFFhypercall\u200B'],
  ]);
  holds('punctuation', 'right', [
    ['grant table', '“grant table”.'],
    ['grant table', '**grant_table**!'],
    ['I/O ring', 'IO ring'],
    ['VMCS', '• `VMCS`;'],
    ['trap and emulate', 'trap & emulate'],
    ['grant table', 'it´s a grant table 👍'],
  ]);
  holds('hyphen, space or nothing between the parts of a word', 'right', [
    ['pre-copy', 'precopy'],
    ['pre-copy', 'pre copy'],
    ['precopy', 'pre–copy'],
    ['page table', 'pagetable'],
    ['hypervisor', 'hyper visor'],
    ['ring 0', 'ring0'],
    ['VT-x', 'vtx'],
    ['L1D', 'L1-D'],
  ]);
  holds('number', 'right', [
    ['event channel', 'event channels'],
    ['page tables', 'page table'],
    ['bus', 'buses'],
    ['entry', 'entries'],
    ['hypercall batches', 'hypercall batch'],
    ['VM', 'VMs'],
    ['VMCS', 'VMCSs'],
    ['VMs', 'vm'],
  ]);
  holds('British and American spelling', 'right', [
    ['virtualization', 'virtualisation'],
    ['paravirtualised', 'paravirtualized'],
    ['analyze', 'analyse'],
    ['page coloring', 'page colouring'],
    ['noisy neighbour', 'noisy neighbors'],
    ['labelled', 'labeled'],
    ['data centre', 'data center'],
    ['disk', 'disc'],
  ]);
  holds('articles, lead-ins and doubts', 'right', [
    ['hypercall', 'a hypercall'],
    ['hypercall', 'The answer is: hypercall'],
    ['hypercall', "it's called a hypercall, I think"],
    ['hypercall', 'not sure, maybe hypercall?'],
    ['ballooning', 'by using ballooning'],
    ['ballooning', 'a technique called ballooning'],
    ['CPUID', 'the instruction is called CPUID'],
  ]);
  holds('a head noun that adds nothing', 'right', [
    ['VMCS', 'the VMCS structure'],
    ['ballooning', 'ballooning technique'],
    ['CPUID', 'CPUID instruction'],
    ['CR3', 'register CR3'],
    ['Xen', 'Xen hypervisor'],
    ['HS', 'HS-mode'],
  ]);
  holds('a small number in a word, a type in Roman figures', 'right', [
    ['ring 0', 'ring zero'],
    ['two-stage translation', '2-stage translation'],
    ['type 2', 'Type II'],
  ]);
});

describe('what always makes a difference', () => {
  holds('digits', 'wrong', [
    ['ring 0', 'ring 3'],
    ['ring 0', 'ring 00'],
    ['ring 1', 'ring -1'],
    ['ring 0', 'ring O'],
    ['type 1', 'type 1.5'],
    ['type 1', 'type 11'],
    ['x86-64', 'x8664'],
    ['L1D', 'LID'],
    ['hypervisor', 'hyperv1sor'],
  ]);
  holds('units', 'wrong', [
    ['2 MiB', '2 MB'],
    ['4 KiB', '4 MiB'],
  ]);
  holds('a capital S that is no plural', 'wrong', [
    ['VMCS', 'VMC'],
    ['UTS', 'UT'],
    ['HS', 'HSS'],
  ]);
  holds('the order of words', 'wrong', [
    ['event channel', 'channel event'],
    ['control structure', 'structure of control'],
  ]);
  holds('a missing or a further word', 'wrong', [
    ['event channel', 'channel'],
    ['shadow page table', 'page table'],
    ['balloon', 'balloon animal'],
    ['hypervisor', 'hypervisor call'],
    ['cache', 'cache instruction'],
  ]);
  holds('a denial', 'wrong', [
    ['hypercall', 'not a hypercall'],
    ['hypercall', 'no hypercall'],
    ['root', 'non-root'],
    ['privileged', 'un-privileged'],
  ]);
  holds('an alternative', 'wrong', [
    ['VMCS', 'VMCS or VMCB'],
    ['entry', 'entry/exit'],
    ['ring 0', 'ring 0, 1'],
  ]);
  holds('nothing at all', 'wrong', [
    ['hypercall', ''],
    ['hypercall', ' …?! '],
    ['hypercall', 'it is the'],
    ['hypercall', '😅'],
  ]);
});

describe('one typo in each word of seven letters or more', () => {
  holds('left out, added, replaced, swapped', 'right', [
    ['hypervisor', 'hypervsor'],
    ['hypervisor', 'hyperviisor'],
    ['hypervisor', 'hzpervisor'],
    ['hypervisor', 'yhpervisor'],
    ['channel', 'chanel'],
    ['hypervisors', 'hypervisers'],
    ['hypervisor', 'hyperviser'],
    ['virtualisation', 'virtualizaton'],
    ['paravirtualization', 'paravirtualisaton'],
    ['second-level address translation', 'second level adress translaton'],
  ]);
  holds('two in one word, one in a short word or in a name in capitals', 'wrong', [
    ['hypervisor', 'hiperviser'],
    ['hypervisor', 'hypervizer'],
    ['hypervisor', 'hpyervisro'],
    ['event channel', 'evnt channel'],
    ['page table', 'pgae table'],
    ['memory', 'memry'],
    ['entries', 'enty'],
    ['VMMCALL', 'VMCALL'],
    ['SEAMCALL', 'SEMCALL'],
  ]);
  holds('one that makes an opposite or another word', 'wrong', [
    ['asynchronous', 'synchronous'],
    ['microkernel', 'macrokernel'],
    ['deallocate', 'reallocate'],
    ['preallocate', 'reallocate'],
    ['encrypted', 'decrypted'],
    ['scheduler', 'scheduled'],
    ['scheduler', 'schedule'],
    ['hypervisor', 'hypervisor b'],
  ]);

  it('is no typo where it makes another known term', () => {
    const deck = lexiconOf(['migration', 'mitration', 'nested paging']);
    const grade = (typed: string) => gradeWording(accepting('migration'), typed, deck);
    expect(grade('migratoin')).toBe('right');
    expect(grade('mitration')).toBe('wrong');
    expect(grade('the mitrations')).toBe('wrong');
  });

  it('is no plural either where a known name ends in S', () => {
    const grade = (typed: string) => gradeWording(accepting('VMC'), typed, lexiconOf(['VMCS']));
    expect(grade('VMCs')).toBe('right');
    expect(grade('vmcs')).toBe('wrong');
  });

  it('is no typo where it makes a known term of several words', () => {
    const deck = lexiconOf(['hyper threads', 'hypertreads']);
    expect(gradeWording(accepting('hypertreads'), 'hyperthreads', deck)).toBe('wrong');
    expect(gradeWording(accepting('hypertreads'), 'hypertraeds', deck)).toBe('right');
  });
});

describe('accepted and rejected wordings', () => {
  const vmcs = {
    accept: ['VMCS', 'virtual machine control structure'],
    reject: ['VMCB', 'virtual machine control block'],
  };

  it.each([
    'VMCS (virtual machine control structure)',
    'virtual machine control structure, i.e. the VMCS',
    'VMCS / virtual-machine control structure',
  ])('may stand together when all are accepted: %j', (typed) => {
    expect(graded(vmcs, typed)).toBe('right');
  });

  it.each(['VMCB', 'the VMCB structure', 'VMCS or VMCB', 'VMCS, virtual machine control block'])(
    'are wrong as soon as one is rejected: %j',
    (typed) => {
      expect(graded(vmcs, typed)).toBe('wrong');
    },
  );

  it('let the closer one decide', () => {
    const gap = { accept: ['unrestricted guest'], reject: ['restricted guest'] };
    expect(graded(gap, 'unrestricted gest')).toBe('wrong');
    expect(graded(gap, 'unrestrictd guest')).toBe('right');
    expect(graded(gap, 'nrestricted guest')).toBe('wrong');
    const set = { accept: ['writable working set'], reject: ['working set'] };
    expect(graded(set, 'writable working set')).toBe('right');
  });

  it('make a rejected word no filler', () => {
    const cache = { accept: ['L1'], reject: ['instruction'] };
    expect(graded(cache, 'L1 cache')).toBe('wrong');
    expect(graded(cache, 'L1 instruction')).toBe('wrong');
    expect(graded(accepting('L1'), 'L1 instruction')).toBe('right');
  });

  it('are wrong where an author wrote the same in both', () => {
    expect(graded({ accept: ['EPT'], reject: ['ept'] }, 'EPT')).toBe('wrong');
  });

  it('without letter or digit match nothing', () => {
    expect(graded(accepting('???'), '???')).toBe('wrong');
  });
});
