import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadRedisAddress, maskedAddress, redisTarget } from '../../../src/settings/redis-target.ts';

const open = { tls: false, user: null, password: null };
const one = { kind: 'single', ...open, node: { host: 'h', port: 6379 }, db: 0 };

describe('the address of a Redis', () => {
  it.each([
    ['redis://h', one],
    ['redis://h/', one],
    [' redis://h:6379/0 ', one],
    ['redis://h:7000/3', { ...one, node: { host: 'h', port: 7000 }, db: 3 }],
    ['rediss://h', { ...one, tls: true }],
    ['redis://[::1]:7000', { ...one, node: { host: '::1', port: 7000 } }],
    ['redis://me:se%40cr%2Fet@h', { ...one, user: 'me', password: 'se@cr/et' }],
    ['redis://:a:b@h', { ...one, password: 'a:b' }],
    ['redis://me@h', { ...one, user: 'me' }],
    [
      'rediss+sentinel://me:pw@s1,s2:7000/mymaster/2',
      {
        kind: 'sentinel',
        tls: true,
        user: 'me',
        password: 'pw',
        nodes: [
          { host: 's1', port: 26_379 },
          { host: 's2', port: 7000 },
        ],
        master: 'mymaster',
        db: 2,
      },
    ],
    [
      'redis+cluster://c1,c2:7001',
      {
        kind: 'cluster',
        ...open,
        nodes: [
          { host: 'c1', port: 6379 },
          { host: 'c2', port: 7001 },
        ],
      },
    ],
  ])('%s', (url, target) => {
    expect(redisTarget(url)).toEqual(target);
  });

  const forms =
    'must be redis://host:6379, redis+sentinel://host:26379,host:26379/<master name> or redis+cluster://host:6379,host:6379, with rediss for TLS';
  const unreadable =
    'has a host or port that cannot be read; write host:port, and percent-encode / and @ in a password';
  it.each([
    ['', forms],
    ['localhost:6379', forms],
    ['http://h', forms],
    ['redis://', forms],
    ['redis://h/0/1', forms],
    ['redis+sentinel://h/m/0/1', forms],
    ['redis://h:0', unreadable],
    ['redis://h:65536', unreadable],
    ['redis://h:port', unreadable],
    ['redis://me:pa/ss@h', unreadable],
    ['redis+cluster://a,,b', unreadable],
    ['redis://h?password=x', unreadable],
    ['redis://a,b', 'names several hosts; begin it with redis+cluster:// or redis+sentinel://'],
    ['redis://h/x', 'has a database that is no number; end it with /0, for example'],
    ['redis+sentinel://h', 'names no master; end it with /<master name>, as the sentinels know it'],
    [
      'redis+cluster://h/1',
      'names a database, but a cluster has none; end it behind the last host',
    ],
    ['redis://me:50%@h', 'has a % that encodes nothing; write a percent sign as %25'],
  ])('refuses %j', (url, message) => {
    expect(() => redisTarget(url)).toThrow(new BadRedisAddress(message));
  });

  it('is read, or refused, whatever the text', () => {
    const parts = fc.constantFrom(
      'redis',
      's',
      '+cluster',
      '+sentinel',
      '://',
      '@',
      ':',
      '/',
      ',',
      'h',
      '1',
      '%',
      '[',
      ']',
    );
    const texts = fc
      .array(fc.oneof(parts, fc.string()), { maxLength: 12 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(texts, (url) => {
        try {
          expect(redisTarget(url).kind).toMatch(/single|sentinel|cluster/);
        } catch (cause) {
          expect(cause).toBeInstanceOf(BadRedisAddress);
        }
      }),
    );
  });

  it.each([
    ['redis://me:secret@h:1/0', 'redis://***@h:1/0'],
    ['redis://:se@cret@h', 'redis://***@h'],
    ['redis://:se/cret@h', 'redis://***@h'],
    ['redis://h:1', 'redis://h:1'],
  ])('shows no login: %s', (url, masked) => {
    expect(maskedAddress(url)).toBe(masked);
  });
});
