import { describe, expect, it } from 'vitest';
import { checkOccurrences } from '../../faults/history/check-occurrences.ts';
import type { Books, History } from '../../faults/history/history.ts';
import {
  books,
  claim,
  DUE,
  fault,
  history,
  message,
  ordered,
  posted,
  round,
  TARGET,
} from './made-up-history.ts';

const found = (one: Partial<History>, two: Partial<Books> = {}): string[] =>
  checkOccurrences(history(one), books(two)).map(({ kind, what }) => `${kind}: ${what}`);

const gone = { messages: [], claims: [] };
const DAY = 24 * 3_600_000;

describe('the checker of occurrences (T3)', () => {
  it('finds nothing wrong with a question that was asked once, in its time', () => {
    expect(found({})).toEqual([]);
  });

  it('finds a second message', () => {
    const second = { ...message, message: 'study-2', at: DUE + 40_000 };
    expect(found({ messages: [message, second] })).toEqual([
      'duplicate: bare:group d1 2026-10-24 was asked 2 times',
    ]);
  });

  it('finds a question that fell due and left no trace', () => {
    expect(found(gone, { rows: [] })).toEqual([
      'lost: bare:group d1 2026-10-24, due at 2026-10-24T07:00:00, left no trace',
    ]);
  });

  it('finds a row that says posted where the channel is empty', () => {
    expect(found(gone)[0]).toContain('lost: bare:group d1 2026-10-24 is recorded as posted');
  });

  it.each(['pending', 'sending'])('finds a row that is %s for ever', (kind) => {
    expect(found(gone, { rows: [{ ...posted, kind }] })[0]).toContain(
      `lost: bare:group d1 2026-10-24 is still ${kind}`,
    );
  });

  it('finds a message that the ledger does not know', () => {
    expect(found({}, { rows: [] })[0]).toContain(
      'unexplained: bare:group d1 2026-10-24 was asked, and',
    );
  });

  it('finds a message for a day on which nothing was due', () => {
    const early = { ...message, at: DUE - 3_600_000 };
    expect(found({ messages: [early], claims: [{ ...claim, at: early.at }] })[0]).toContain(
      'though nothing was due',
    );
  });

  it('finds a message later than the catch-up limit', () => {
    const late = { ...message, at: DUE + 7 * 3_600_000 };
    expect(found({ messages: [late], claims: [{ ...claim, at: late.at }] })[0]).toContain(
      'though nothing was due',
    );
  });

  it('takes a clock that was ahead as a reason for an early message', () => {
    const early = { ...message, at: DUE - 1_800_000 };
    const faults = [fault('clock +1 h', '24T06:20', { clockOff: 3_600_000 })];
    expect(found({ messages: [early], claims: [{ ...claim, at: early.at }], faults })).toEqual([]);
  });

  it.each(['skipped', 'unknown'])('asks why it is %s where nothing happened', (kind) => {
    const rows = [{ ...posted, kind, reason: 'nobody knows' }];
    expect(found(gone, { rows })[0]).toContain('nothing happened that explains it');
  });

  it.each(['skipped', 'unknown'])('takes a fault as the reason why it is %s', (kind) => {
    const rows = [{ ...posted, kind, reason: 'the sender died' }];
    const own = fault('drop before', '24T07:00', { target: TARGET });
    expect(found({ ...gone, faults: [own] }, { rows })).toEqual([]);
    const elsewhere = fault('drop before', '24T07:00', { target: { ...TARGET, daily: 'd2' } });
    expect(found({ ...gone, faults: [elsewhere] }, { rows })).toHaveLength(1);
  });

  it('finds a skipped question that stands in the channel, and lets an unknown one stand once', () => {
    const faults = [fault('drop after', '24T07:00', { target: TARGET })];
    const ended = (kind: string) => ({ rows: [{ ...posted, kind, reason: 'refused' }] });
    expect(found({ faults }, ended('skipped'))[0]).toContain('and stands in the channel');
    expect(found({ faults }, ended('unknown'))).toEqual([]);
  });

  it('takes another platform being away for no reason', () => {
    const rows = [{ ...posted, kind: 'skipped', reason: 'it was too late to catch up' }];
    const away = (platform: string) =>
      fault('platform away', '24T06:59', { platform, to: DUE + DAY });
    expect(found({ ...gone, faults: [away('keyed')] }, { rows })).toHaveLength(1);
    expect(found({ ...gone, faults: [away('bare')] }, { rows })).toEqual([]);
  });

  it('takes a process that ended for a reason only where it was the sender', () => {
    const rows = [{ ...posted, kind: 'unknown', reason: 'the sender died' }];
    const killed = (process: number) => [fault('kill any', '24T07:00', { process })];
    expect(found({ faults: killed(1) }, { rows })).toHaveLength(1);
    expect(found({ faults: killed(0) }, { rows })).toEqual([]);
  });

  it('finds two rounds of one number', () => {
    expect(found({}, { rounds: [round, { ...round, round: 'round2' }] })[0]).toContain(
      '2 rounds have this number',
    );
  });
});

describe('orders', () => {
  it('make no question due while the daily is paused, and excuse one that was not asked yet', () => {
    const before = [ordered('setup', '23T08:00'), ordered('pause', '24T06:00')];
    expect(found({ ...gone, orders: before }, { rows: [] })).toEqual([]);
    expect(found({ orders: before })[0]).toContain('though nothing was due');
    const after = [ordered('setup', '23T08:00'), ordered('pause', '24T07:01')];
    expect(found({ ...gone, orders: after }, { rows: [] })).toEqual([]);
  });

  it('that were refused change nothing', () => {
    const orders = [
      ordered('setup', '23T08:00'),
      ordered('pause', '24T06:00', { outcome: 'refused' }),
    ];
    expect(found({ orders })).toEqual([]);
    expect(found({ ...gone, orders }, { rows: [] })).toHaveLength(1);
  });

  it('of which nobody heard leave both open', () => {
    const orders = [
      ordered('setup', '23T08:00'),
      ordered('pause', '24T06:00', { outcome: 'unsure' }),
    ];
    expect(found({ orders })).toEqual([]);
    expect(found({ ...gone, orders }, { rows: [] })).toEqual([]);
  });

  it('to ask now make the day due at once', () => {
    const orders = [ordered('setup', '23T08:00'), ordered('now', '24T05:00')];
    const called = { ...message, at: DUE - 7_000_000 };
    expect(found({ orders, messages: [called] })).toEqual([]);
  });

  it('mind the clocks going back between two questions', () => {
    const later = {
      ...message,
      day: '2026-10-25' as never,
      round: 'round2',
      at: DUE + DAY + 3_603_000,
    };
    const rows = [posted, { ...posted, day: later.day, at: DUE + DAY + 3_600_000 }];
    const ended = DUE + DAY + 7_200_000;
    expect(found({ messages: [message, later], ended }, { rows })).toEqual([]);
    const tooEarly = { ...later, at: DUE + DAY };
    expect(found({ messages: [message, tooEarly], ended }, { rows })[0]).toContain(
      'nothing was due',
    );
  });
});
