import { describe, expect, it } from 'vitest';
import { faults, settings } from './loading.ts';

describe('the dailies of the settings file', () => {
  const yaml = `dailies:
  - name: morning
    community: discord:1
    channel: '2'
    when: weekdays 09:00
    zone: Europe/Zurich
    deck: virtualization
  - name: evening
    community: discord:1
    channel: '2'
    when: daily 18:00
    zone: Europe/Zurich
    deck: virtualization
`;

  it.each([
    [
      'when: daily 18:00',
      'when: daily 25:00',
      '11: dailies #2 when cannot be read. "25:00" is no time of day: write hours and minutes, such as 09:00.',
    ],
    [
      'name: evening',
      'name: morning',
      '8: dailies #2 name stands here for the second time: give each daily of a community its own.',
    ],
    [
      "channel: '2'\n    when: daily",
      'channel: 2\n    when: daily',
      "10: dailies #2 channel must be a channel's id in quotes, as its platform has it.",
    ],
    [
      '    zone: Europe/Zurich\n    deck: virtualization\n  -',
      '    deck: virtualization\n  -',
      '2: dailies #1 zone must be a zone of the IANA database such as Europe/Berlin.',
    ],
    [
      'deck: virtualization\n  - name',
      'deck: virtualization\n    colour: red\n  - name',
      '2: dailies #1 has no colour: it has name, community, channel, when, zone, deck, term, holidays, exam.',
    ],
    [
      'deck: virtualization\n  - name',
      'deck: virtualization\n    term: soon\n  - name',
      '8: dailies #1 term must be a first and a last day such as 2026-10-01..2027-01-31.',
    ],
    [
      'name: morning',
      'name: My Daily',
      '2: dailies #1 name must be a name in small letters such as morning-question.',
    ],
  ])('%j as %j', (from, to, fault) => {
    expect(yaml).toContain(from);
    expect(faults(yaml.replace(from, to))).toEqual([`config/hypercall.yaml:${fault}`]);
  });

  it.each([
    ['dailies: morning', '1: dailies must be a list of dailies, each with a dash before its name.'],
    [
      'dailies: { a: b }',
      '1: dailies must be a list of dailies, each with a dash before its name.',
    ],
    [
      'dailies:\n  - morning',
      '2: dailies #1 must have name, community, channel, when, zone, deck, term, holidays, exam.',
    ],
  ])('%j', (text, fault) => {
    expect(faults(text)).toEqual([`config/hypercall.yaml:${fault}`]);
  });

  it('can stand in the environment as JSON', () => {
    const env = { HYPERCALL_DAILIES: JSON.stringify(settings(yaml).dailies) };
    expect(settings('', env).dailies).toEqual(settings(yaml).dailies);
    expect(faults('', { HYPERCALL_DAILIES: '[{"name":"a"}' })).toEqual([
      'HYPERCALL_DAILIES must be a list of dailies, each with a dash before its name.',
    ]);
  });
});
