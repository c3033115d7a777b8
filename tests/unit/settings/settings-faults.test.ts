import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSettings } from '../../../src/settings/load-settings.ts';
import { faults } from './loading.ts';

describe('faulty settings', () => {
  const strange = (name: string, advice: string): string =>
    `there is no setting "${name}"; ${advice}`;
  it.each([
    [
      'closesAfter: 7d',
      `1: ${strange('closesAfter', 'use one of redis, rules, retention, review, pictures, terminal, slack, firstDaily, health, discord, log, folder, content, calendars, language, role, dailies.')}`,
    ],
    [
      'rules:\n  closeAfter: 7d',
      `2: ${strange('rules.closeAfter', 'did you mean rules.closesAfter?')}`,
    ],
    ['foldr: x', `1: ${strange('foldr', 'did you mean folder?')}`],
    [
      'redis://me:secret@h: 1',
      `1: ${strange('redis://***@h', 'use one of redis, rules, retention, review, pictures, terminal, slack, firstDaily, health, discord, log, folder, content, calendars, language, role, dailies.')}`,
    ],
    ['rules: fast', '1: rules is a section; write its settings below it, indented.'],
    ['just words', '1: write each setting as "name: value".'],
    ['folder: a\nfolder: b', '2: this name stands here for the second time; keep one.'],
    [
      'folder: [a',
      '1: this is not YAML (bad indent); indent with spaces and put unusual texts in quotes.',
    ],
    ['folder: [a]', '1: folder must be the path of a folder.'],
    ['folder:', '1: folder must be the path of a folder.'],
    ['content: ""', '1: content must be the path of a folder.'],
    ['redis:\n  url: 5', '2: redis.url must be text.'],
    [
      'redis:\n  prefix: "a:b"',
      '2: redis.prefix must be up to 32 letters, digits, hyphens or underscores.',
    ],
    ['redis:\n  fsync: no', '2: redis.fsync must be always or everysec.'],
    ['rules:\n  verdict: later', '2: rules.verdict must be at-once or at-the-reveal.'],
    ['rules:\n  streakCounts: 1', '2: rules.streakCounts must be answered or correct.'],
    [
      'rules:\n  closesAfter: 7',
      '2: rules.closesAfter must be a time such as 7d, from 1m to 365d (d, h, m or s).',
    ],
    [
      'rules:\n  closesAfter: 59s',
      '2: rules.closesAfter must be a time such as 7d, from 1m to 365d (d, h, m or s).',
    ],
    [
      'rules:\n  catchUp: 366d',
      '2: rules.catchUp must be a time such as 6h, from 0s to 365d (d, h, m or s).',
    ],
    ['terminal:\n  enabled: yes', '2: terminal.enabled must be auto, true or false.'],
    [
      'terminal:\n  zone: Mars/Base',
      '2: terminal.zone must be a zone of the IANA database such as Europe/Berlin, or null.',
    ],
    ['firstDaily:\n  deck: My Deck', '2: firstDaily.deck must be the name of a folder in content.'],
    [
      'firstDaily:\n  when: daily 24:00',
      '2: firstDaily.when cannot be read. "24:00" is no time of day: write hours and minutes, such as 09:00.',
    ],
    [
      'firstDaily:\n  when: 09:00',
      '2: firstDaily.when must be a schedule such as weekdays 09:00, with a time and with days.',
    ],
    ['health:\n  port: 65536', '2: health.port must be a port from 1 to 65535, or null.'],
    ['health:\n  host: a b', '2: health.host must be a host name or address.'],
    ['log:\n  level: loud', '2: log.level must be debug, info, warn or error.'],
    ['log:\n  file: ""', '2: log.file must be the path of a file, or null.'],
  ])('%j', (yaml, fault) => {
    expect(faults(yaml)).toEqual([`config/hypercall.yaml:${fault}`]);
  });

  it.each([
    ['HYPERCALL_LOG_LEVEL', 'loud', 'HYPERCALL_LOG_LEVEL must be debug, info, warn or error.'],
    [
      'REDIS_URL',
      'redis://me:secret@h/x',
      'REDIS_URL has a database that is no number; end it with /0, for example.',
    ],
    [
      'HYPERCALL_LOG_LEVLE',
      'info',
      `Environment: ${strange('HYPERCALL_LOG_LEVLE', 'did you mean HYPERCALL_LOG_LEVEL?')}`,
    ],
    [
      'HYPERCALL_REDIS_URL',
      'redis://h',
      `Environment: ${strange('HYPERCALL_REDIS_URL', 'did you mean REDIS_URL?')}`,
    ],
  ])('%s=%s', (name, value, fault) => {
    expect(faults('', { [name]: value })).toEqual([fault]);
  });

  it('are all named at once', () => {
    const yaml = 'foldr: x\nrules:\n  verdict: later\n';
    expect(faults(yaml, { HYPERCALL_HEALTH_PORT: 'x', HYPERCALL_X: '1' })).toHaveLength(4);
  });

  it('never show the password of Redis', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const url = `${before}://me:hunter2@${after}`;
        const said = [
          ...faults(`redis:\n  url: ${JSON.stringify(url)}`),
          ...faults(`redis:\n  url: ${url}`),
          ...faults('', { REDIS_URL: url }),
        ];
        expect(said.join('\n')).not.toContain('hunter2');
      }),
    );
  });

  it('have a file that can be read', () => {
    expect(loadSettings({ file: 'config/none.yaml', env: {} })).toEqual({
      kind: 'faulty',
      faults: ['config/none.yaml cannot be read (ENOENT); check its path and rights.'],
    });
  });
});
