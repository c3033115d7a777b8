import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Response } from '../../../src/core/card.ts';
import { isChoice, keyOf } from '../../../src/core/card.ts';
import { grade } from '../../../src/core/grading.ts';
import { memberId } from '../../../src/core/ids.ts';
import { regraded, rekeyed } from '../../../src/core/rekey.ts';
import { otherKinds, smallDeck } from '../../conversations/small-deck.ts';
import { always, anyCard, severalCard, singleCard, statement } from './made-up.ts';

const texts = (...words: string[]): Response => ({ kind: 'texts', texts: words });

describe('a key put right', () => {
  it('makes exactly its own picks right', () => {
    const picked = anyCard.chain((card) => {
      const count = card.kind === 'true-false' ? 2 : card.options.length;
      const most = card.kind === 'several' ? count - 1 : 1;
      const picks = fc.subarray([...Array(count).keys()], { minLength: 1, maxLength: most });
      return fc.record({ card: fc.constant(card), picks });
    });
    always(
      fc.property(picked, ({ card, picks }) => {
        const changed = rekeyed(card, { kind: 'choice', picks }, 1);
        const response = { kind: 'choice', picks } as const;
        if (keyOf(card).join() === picks.join()) {
          expect(changed).toBeNull();
          return;
        }
        if (!changed || !isChoice(changed)) throw new Error('it did not change');
        expect(grade(changed, response)).toEqual({ mark: 'right', credit: 1 });
        const old = { kind: 'choice', picks: keyOf(card) } as const;
        expect(grade(changed, old).credit).toBeLessThan(1);
        expect(changed.revision).toBe(`${card.revision}+k1`);
      }),
    );
  });

  it('keeps the reasons of what is still wrong, and no others', () => {
    expect(rekeyed(singleCard(3, 0), { kind: 'choice', picks: [2] }, 1)).toMatchObject({
      key: 2,
      why: [null, 'why not 1', null],
    });
    expect(rekeyed(severalCard(4, [0]), { kind: 'choice', picks: [1, 2] }, 1)).toMatchObject({
      why: [null, null, null, 'why not 3'],
    });
    expect(rekeyed(statement(false), { kind: 'choice', picks: [0] }, 1)).toMatchObject({
      key: true,
      correction: null,
    });
    const marks = { kind: 'marks', marks: [false, false, true, true] } as const;
    expect(rekeyed(otherKinds.kprime, marks, 1)).toMatchObject({
      key: marks.marks,
      why: [null, 'One is false.', null, null],
    });
  });

  it('counts how often it was put right', () => {
    const once = rekeyed(singleCard(3, 0), { kind: 'choice', picks: [2] }, 1);
    const twice = once && rekeyed(once, { kind: 'choice', picks: [0] }, 2);
    expect(twice?.revision).toBe('r1+k2');
    const often = { ...singleCard(3, 0), revision: 'a+k1b+k12' };
    expect(rekeyed(often, { kind: 'choice', picks: [2] }, 13)?.revision).toBe('a+k1b+k13');
  });

  it('is refused where it does not fit, or is the key already', () => {
    const several = severalCard(2, [0]);
    expect(rekeyed(several, { kind: 'choice', picks: [0, 1] }, 1)).toBeNull();
    expect(rekeyed(several, { kind: 'choice', picks: [] }, 1)).toBeNull();
    expect(rekeyed(several, { kind: 'marks', marks: [true] }, 1)).toBeNull();
    expect(rekeyed(several, { kind: 'places', places: [1] }, 1)).toBeNull();
    expect(rekeyed(several, { kind: 'number', value: 1 }, 1)).toBeNull();
    expect(rekeyed(several, { kind: 'also', gap: 0, words: 'guest' }, 1)).toBeNull();
    expect(rekeyed(otherKinds.gap, { kind: 'also', gap: 2, words: 'x' }, 1)).toBeNull();
    expect(rekeyed(otherKinds.typed, { kind: 'also', gap: 1, words: 'x' }, 1)).toBeNull();
    expect(rekeyed(otherKinds.typed, { kind: 'also', gap: 0, words: 'vmcs' }, 1)).toBeNull();
    expect(rekeyed(otherKinds.numeric, { kind: 'number', value: 31.25 }, 1)).toBeNull();
    expect(rekeyed(otherKinds.order, { kind: 'places', places: [0, 1, 2, 3] }, 1)).toBeNull();
    expect(rekeyed(otherKinds.flash, { kind: 'choice', picks: [0] }, 1)).toBeNull();
  });

  it('accepts words that were rejected', () => {
    const card = rekeyed(otherKinds.typed, { kind: 'also', gap: 0, words: 'VMCB' }, 1);
    if (!card) throw new Error('it did not change');
    expect(grade(otherKinds.typed, texts('VMCB')).mark).toBe('wrong');
    expect(grade(card, texts('the vmcb')).mark).toBe('right');
    expect(grade(card, texts('VMCS')).mark).toBe('right');
    expect(grade(card, texts('EPT')).mark).toBe('wrong');
  });

  it('goes on rejecting all other words that were', () => {
    const wording = { accept: ['VMCS'], reject: ['VMCB', 'EPT'] };
    const card = rekeyed(
      { ...otherKinds.typed, wording },
      { kind: 'also', gap: 0, words: 'VMCB' },
      1,
    );
    expect(card).toMatchObject({ wording: { accept: ['VMCS', 'VMCB'], reject: ['EPT'] } });
  });

  it('accepts words in the gap that is meant, and in no other', () => {
    const card = rekeyed(otherKinds.gap, { kind: 'also', gap: 0, words: 'guest kernel' }, 1);
    if (!card) throw new Error('it did not change');
    expect(grade(card, texts('guest kernel', 'VMM')).credit).toBe(1);
    expect(grade(card, texts('guest', 'guest kernel')).credit).toBe(0.5);
  });

  it('moves numbers, orders and pairs', () => {
    const number = rekeyed(otherKinds.numeric, { kind: 'number', value: 40 }, 1);
    expect(number && grade(number, texts('40 ms')).mark).toBe('right');
    const places = [3, 2, 1, 0];
    for (const card of [otherKinds.order, otherKinds.match]) {
      const changed = rekeyed(card, { kind: 'places', places }, 1);
      expect(changed && grade(changed, { kind: 'places', places }).mark).toBe('right');
    }
  });

  it('grades an answer again, and leaves who, when and what alone', () => {
    const [card] = smallDeck;
    const changed = card && rekeyed(card, { kind: 'choice', picks: [1] }, 1);
    if (!changed) throw new Error('it did not change');
    const answer = {
      member: memberId.of('ada'),
      event: 'e1',
      response: { kind: 'choice', picks: [1] },
      receivedAt: 5,
      verdict: { mark: 'wrong', credit: 0 },
      points: 0,
      cardRevision: 'single-one-1',
    } as const;
    expect(regraded(changed, answer)).toEqual({
      ...answer,
      verdict: { mark: 'right', credit: 1 },
      points: 10,
      cardRevision: 'single-one-1+k1',
    });
  });
});
