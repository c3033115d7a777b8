import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../src/deck/kinds.ts';
import {
  cardsOf,
  changed,
  FLASH,
  GAP,
  KEY_POINTS,
  KPRIME,
  MATCH,
  NUMERIC,
  ORDER,
  SEVERAL,
  SINGLE,
  TRUE_FALSE,
  TYPED,
} from './written.ts';

const several = changed(
  changed(SEVERAL, 'vmcs-fields', 'vmcs-several'),
  'hold?',
  'hold (several)?',
);

describe('the kinds together', () => {
  it('make one deck, each with the card of its name', () => {
    const cards = cardsOf(
      SINGLE,
      several,
      TRUE_FALSE,
      KPRIME,
      TYPED,
      KEY_POINTS,
      NUMERIC,
      ORDER,
      MATCH,
      GAP,
      FLASH,
    );
    expect(cards.map(({ kind }) => kind)).toEqual(KINDS.map(({ name }) => name));
  });
});

describe('as written', () => {
  const only = (text: string) => cardsOf(text)[0];

  it('a kprime card has its statements, marks and reasons side by side', () => {
    expect(only(KPRIME)).toMatchObject({
      kind: 'kprime',
      statements: [
        'It holds guest state.',
        'It holds guest pages.',
        'It has a revision.',
        'It lies in the guest.',
      ],
      key: [true, false, true, false],
      why: [null, 'Pages lie in memory.', null, 'The guest has no access.'],
    });
  });

  it('a kprime card may be true throughout, without reasons', () => {
    const reasons = / {4}why:\n(?: {6}.*\n)+/.exec(KPRIME)?.[0] ?? '';
    const all = changed(changed(KPRIME, reasons, ''), 'B: false', 'B: true');
    expect(only(changed(all, 'D: false', 'D: true'))).toMatchObject({
      key: [true, true, true, true],
      why: [null, null, null, null],
    });
  });

  it('a typed card has its wordings, the usual one first', () => {
    expect(only(TYPED)).toMatchObject({
      kind: 'typed',
      wording: { accept: ['VMCS', 'virtual machine control structure'], reject: ['VMCB'] },
    });
    expect(only(changed(TYPED, '    reject: [VMCB]\n', ''))).toMatchObject({
      wording: { reject: [] },
    });
  });

  it('a wording may be a bare number', () => {
    expect(only(changed(TYPED, '[VMCS,', '[24, 0x18,'))).toMatchObject({
      wording: { accept: ['24', '0x18', 'virtual machine control structure'] },
    });
  });

  it('a key-points card needs all points, or as many as it says', () => {
    expect(only(KEY_POINTS)).toMatchObject({
      kind: 'key-points',
      points: [
        { point: 'It saves the state of the guest', any: ['saves guest state', 'guest state'] },
        { point: 'It loads the state of the host', any: ['host state'] },
      ],
      needs: 2,
    });
    expect(only(changed(KEY_POINTS, '    points:', '    needs: 1\n    points:'))).toMatchObject({
      needs: 1,
    });
  });

  it.each([
    ['5%', 4, 0.2],
    ['12.5 %', -4, 0.5],
    ['0.5', 4, 0.5],
    ['0', 4, 0],
  ])('a numeric card has a tolerance of %s of %d as %d', (written, key, tolerance) => {
    const card = changed(changed(NUMERIC, 'key: 4', `key: ${key}`), '5%', written);
    expect(only(card)).toMatchObject({ kind: 'numeric', key, tolerance, unit: 'KiB' });
  });

  it('a numeric card may do without tolerance and unit', () => {
    const bare = changed(changed(NUMERIC, '    tolerance: 5%\n', ''), '    unit: KiB\n', '');
    expect(only(bare)).toMatchObject({ key: 4, tolerance: 0, unit: null });
  });

  it.each([
    ['1.50', 1.5],
    ['007', 7],
    ["'24'", 24],
    ['-0.25', -0.25],
  ])('a numeric card may have its key written %s', (written, key) => {
    expect(only(changed(NUMERIC, 'key: 4', `key: ${written}`))).toMatchObject({ key });
  });

  it('an order card has its items in the right order', () => {
    expect(only(ORDER)).toMatchObject({
      kind: 'order',
      items: ['Clear it', 'Load it', 'Launch it'],
      key: [0, 1, 2],
    });
  });

  it('a match card has its rights beside its lefts', () => {
    expect(only(changed(MATCH, 'VPID: ASID', 'VPID: 16'))).toMatchObject({
      kind: 'match',
      lefts: ['VMCS', 'VMCALL', 'VPID'],
      rights: ['VMCB', 'VMMCALL', '16'],
      key: [0, 1, 2],
    });
  });

  it('a gap card has its gaps in the order of their marks', () => {
    expect(only(GAP)).toMatchObject({
      kind: 'gap',
      prompt: 'A VM exit leads to {1} mode, a VM entry to {2} mode.',
      gaps: [
        { accept: ['root', 'VMX root'], reject: ['non-root'] },
        { accept: ['non-root'], reject: [] },
      ],
    });
  });

  it('a flash card has its answer', () => {
    expect(only(FLASH)).toMatchObject({
      kind: 'flash',
      answer: 'The structure that holds the state of a virtual processor.',
    });
  });
});
