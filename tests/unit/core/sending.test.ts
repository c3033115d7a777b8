import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sending } from '../../../src/core/daily.ts';
import { MINUTE, SECOND } from '../../../src/core/day.ts';
import { roundId } from '../../../src/core/ids.ts';
import {
  heldFor,
  isRemembered,
  LEASE,
  SEND_LIMIT,
  timeToSend,
  tooFarAhead,
  waitToSend,
} from '../../../src/core/sending.ts';

const claimedAt = (since: number, firstSent = since): Sending => ({
  kind: 'sending',
  round: roundId.of('abcdefghijkl'),
  attempt: 1,
  owner: 'one',
  since,
  firstSent,
});

describe('Q9 a claim', () => {
  const claim = claimedAt(1_000_000);

  it('may lead to a send at once and until shortly before the send limit', () => {
    expect(timeToSend(claim, 1_000_000, 0)).toBe(SEND_LIMIT);
    expect(timeToSend(claim, 1_000_000 + SEND_LIMIT - 1, 0)).toBe(1);
    expect(timeToSend(claim, 1_000_000 + SEND_LIMIT, 0)).toBeNull();
  });

  it('may not lead to a send by a clock that went back', () => {
    expect(timeToSend(claim, 999_999, 0)).toBeNull();
  });

  it('is held for its lease, and by a clock that went back for longer', () => {
    expect(heldFor(claim, 1_000_000)).toBe(LEASE);
    expect(heldFor(claim, 1_000_000 + LEASE - 1)).toBe(1);
    expect(heldFor(claim, 1_000_000 + LEASE)).toBe(0);
    expect(heldFor(claim, 2_000_000)).toBe(0);
    expect(heldFor(claim, 0)).toBeGreaterThan(LEASE);
  });

  it('is over for its owner before anybody else may touch it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MINUTE, max: MINUTE }), (age) => {
        const now = claim.since + age;
        const left = timeToSend(claim, now, MINUTE);
        if (left !== null) expect(heldFor(claim, now)).toBeGreaterThan(left);
      }),
    );
    expect(SEND_LIMIT).toBeLessThan(LEASE);
  });
});

describe('Q10 a clock', () => {
  it('is too far ahead of the right one from ten seconds on, and never by being behind', () => {
    expect(tooFarAhead(MINUTE, MINUTE - 10 * SECOND)).toBeNull();
    expect(tooFarAhead(MINUTE, MINUTE - 10 * SECOND - 1)).toBe(10);
    expect(tooFarAhead(61 * MINUTE, MINUTE)).toBe(3_600);
    expect(tooFarAhead(0, 61 * MINUTE)).toBeNull();
    expect(tooFarAhead(MINUTE, null)).toBeNull();
  });
});

describe('Q8 a key', () => {
  it('is remembered from the first send on, not from the last', () => {
    const repeated = claimedAt(40 * SECOND, 0);
    expect(isRemembered(repeated, MINUTE, 39_999)).toBe(true);
    expect(isRemembered(repeated, MINUTE, 40_000)).toBe(false);
  });

  it('is still known when a repeat is accepted that was held back for as long as a claim outlives its send', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 * MINUTE }), fc.nat(SEND_LIMIT), (at, age) => {
        const repeat = claimedAt(at, 0);
        const now = at + age;
        if (!isRemembered(repeat, MINUTE, at)) return;
        const left = timeToSend(repeat, now, MINUTE);
        if (left !== null) expect(now + left + (LEASE - SEND_LIMIT)).toBeLessThanOrEqual(MINUTE);
      }),
    );
    expect(timeToSend(claimedAt(37 * SECOND, 0), 37 * SECOND, MINUTE)).toBe(13 * SECOND);
    expect(timeToSend(claimedAt(30 * SECOND, 0), 30 * SECOND, MINUTE)).toBe(SEND_LIMIT);
  });

  it('is remembered by the clock, whenever it was sent', () => {
    const sent = claimedAt(10 * MINUTE);
    expect(isRemembered(sent, MINUTE, 10 * MINUTE)).toBe(true);
    expect(isRemembered(sent, MINUTE, 10 * MINUTE + 39_999)).toBe(true);
    expect(isRemembered(sent, MINUTE, 10 * MINUTE + 40_000)).toBe(false);
  });

  it('is not trusted by a clock that went back behind the first send', () => {
    expect(isRemembered(claimedAt(10 * MINUTE), MINUTE, 10 * MINUTE - 1)).toBe(false);
  });

  it('is never remembered by a platform that remembers none', () => {
    expect(isRemembered(claimedAt(0), 0, 0)).toBe(false);
  });
});

describe('Q15 the wait before another send', () => {
  it('doubles from ten seconds to ten minutes, half of it by chance', () => {
    const most = [1, 2, 3, 7, 8, 30].map((tries) => waitToSend(tries, null, () => 0.999_999_999));
    expect(most).toEqual([10, 20, 40, 600, 600, 600].map((seconds) => seconds * SECOND));
    expect(waitToSend(1, null, () => 0)).toBe(5 * SECOND);
    expect(waitToSend(9, null, () => 0)).toBe(5 * MINUTE);
  });

  it('is never shorter than the platform asks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 3_600_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (tries, asked, chance) => {
          const wait = waitToSend(tries, asked, () => chance);
          expect(wait).toBeGreaterThanOrEqual(asked);
          expect(wait).toBeLessThanOrEqual(Math.max(asked, 10 * MINUTE));
        },
      ),
    );
  });
});
