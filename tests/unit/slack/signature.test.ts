import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../../src/platforms/slack/log.ts';
import { sealWith } from '../../../src/platforms/slack/seal.ts';
import { isFromSlack } from '../../../src/platforms/slack/signature.ts';

const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
const NOW = 1_531_420_618_000;
const stamp = String(NOW / 1_000);
const sign = (body: string, at = stamp): string =>
  `v0=${createHmac('sha256', SECRET).update(`v0:${at}:${body}`).digest('hex')}`;

describe('a request', () => {
  it('P14 is taken with the right signature, up to five minutes off', () => {
    expect(isFromSlack({ stamp, signature: sign('a=b'), body: 'a=b' }, SECRET, NOW)).toBe(true);
    for (const off of [-300_000, 300_000]) {
      expect(isFromSlack({ stamp, signature: sign('a=b'), body: 'a=b' }, SECRET, NOW + off)).toBe(
        true,
      );
    }
  });

  it.each([
    ['an altered body', { body: 'a=c' }, 0],
    ['another signature', { signature: sign('a=c') }, 0],
    ['no signature', { signature: undefined }, 0],
    ['a shorter signature', { signature: 'v0=ab' }, 0],
    ['no time', { stamp: undefined }, 0],
    ['a time that is no number', { stamp: `${stamp}abc` }, 0],
    ['a time of 301 s ago', {}, 301_000],
    ['a time in 301 s', {}, -301_000],
  ])('P14 is refused with %s', (_, change, off) => {
    const signed = { stamp, signature: sign('a=b'), body: 'a=b', ...change };
    expect(isFromSlack(signed, SECRET, NOW + off)).toBe(false);
  });
});

describe('a seal', () => {
  const [seal, other] = [sealWith(Buffer.alloc(32, 1)), sealWith(Buffer.alloc(32, 2))];

  it('X14 gives back what it closed, for the same purpose and with the same key only', () => {
    const closed = seal.close('xoxb-secret', 'a');
    expect(closed).not.toContain('secret');
    expect(seal.close('xoxb-secret', 'a')).not.toBe(closed);
    expect(seal.open(closed, 'a')).toBe('xoxb-secret');
    expect(seal.open(closed, 'b')).toBeNull();
    expect(other.open(closed, 'a')).toBeNull();
  });

  it.each(['', 'nonsense', 'A'.repeat(80)])('X14 opens nothing else: %j', (text) => {
    expect(seal.open(text, 'a')).toBeNull();
  });
});

it.each([
  'token xoxb-12-abc failed',
  'POST https://hooks.slack.com/actions/T1/2/abc',
  'refresh xoxe-1-My0xLTE',
  'app xapp-1-A0-1-ff',
  'wss://wss-primary.slack.com/link/?ticket=1',
])('X13 a report has no secret: %s', (text) => {
  expect(withoutSecrets(text)).not.toMatch(/xox|xapp|hooks|ticket/);
});
