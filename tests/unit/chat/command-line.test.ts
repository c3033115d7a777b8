import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommandLine, readCommandLine } from '../../../src/chat/command-line.ts';
import {
  COMMANDS,
  type CommandPath,
  commandAt,
  commandsOn,
} from '../../../src/chat/commands/index.ts';
import { textsFor } from '../../../src/chat/texts/index.ts';
import { always } from '../core/made-up.ts';

const understood = (command: string, options: Record<string, string> = {}) => ({
  kind: 'command',
  command,
  options,
});

const en = textsFor('en');
const read = (line: string) => readCommandLine(line, 'terminal');

function whyNot(line: string, platform = 'terminal'): string {
  const result = readCommandLine(line, platform);
  return result.kind === 'misread' ? result.why(en) : `understood as ${result.command}`;
}

/** Some words for each option that a command takes. */
function optionsFor(path: CommandPath): [string, string][] {
  return commandAt(path).options.map(({ name, choices }, at) => [
    name,
    choices?.[0] ?? `word${at}`,
  ]);
}

/** The options that a feature could not take as they are. */
function faultsOf({ command, options }: Extract<CommandLine, { kind: 'command' }>): string[] {
  const bad = commandAt(command).options.filter(({ name, choices, required }) => {
    const given = options[name];
    return (required && !given) || (choices && given !== undefined && !choices.includes(given));
  });
  return bad.map(({ name }) => name);
}

describe('every command of the catalogue', () => {
  it.each(COMMANDS.map(({ path }) => path))(
    '/%s is read with its options by place and by name',
    (path) => {
      const options = optionsFor(path);
      const expected = understood(path, Object.fromEntries(options));
      const byPlace = options.map(([, value]) => value).join(' ');
      const byName = options.toReversed().map(([name, value]) => `${name}=${value}`);
      expect(read(`/${path} ${byPlace}`)).toEqual(expected);
      expect(read(`/${path} ${byName.join(' ')}`)).toEqual(expected);
    },
  );

  it.each(COMMANDS.map(({ path }) => path))(
    '/%s is read in capitals, spaced out and without its slash',
    (path) => {
      const needed = optionsFor(path).filter((_, at) => commandAt(path).options[at]?.required);
      const rest = needed.map(([, value]) => value).join('  ');
      const expected = understood(path, Object.fromEntries(needed));
      expect(read(`  /${path.toUpperCase().replace(' ', '   ')}  ${rest} `)).toEqual(expected);
      expect(read(`${path} ${rest}`)).toEqual(expected);
    },
  );
});

describe('options', () => {
  it.each([
    ['/daily edit d1 when=10:00', understood('daily edit', { daily: 'd1', when: '10:00' })],
    ['/daily edit when=10:00 d1', understood('daily edit', { daily: 'd1', when: '10:00' })],
    [
      '/daily edit d1 10:00 mon,wed',
      understood('daily edit', { daily: 'd1', when: '10:00 mon,wed' }),
    ],
    [
      '/daily setup 09:00 daily UTC virtualization',
      understood('daily setup', { when: '09:00 daily', zone: 'UTC', deck: 'virtualization' }),
    ],
    [
      '/daily setup every day at 9 am Europe/Zurich virtualization term=2026-10-01..',
      understood('daily setup', {
        when: 'every day at 9 am',
        zone: 'Europe/Zurich',
        deck: 'virtualization',
        term: '2026-10-01..',
      }),
    ],
    [
      '/daily setup 0 9 * * 1-5 UTC',
      understood('daily setup', { when: '0 9 * * 1-5', zone: 'UTC' }),
    ],
    ['/daily setup */5 H * * MON,TUE', understood('daily setup', { when: '*/5 H * * MON,TUE' })],
    [
      '/daily setup when=mon, wed and fri at 18:30 zone=UTC',
      understood('daily setup', { when: 'mon,wed and fri at 18:30', zone: 'UTC' }),
    ],
    [
      '/daily setup when="0 9 * * 1-5" holidays="2026-12-21 .. 2027-01-03, 2027-04-02"',
      understood('daily setup', {
        when: '0 9 * * 1-5',
        holidays: '2026-12-21 .. 2027-01-03, 2027-04-02',
      }),
    ],
    [
      '/daily setup “weekdays 09:00” UTC',
      understood('daily setup', { when: 'weekdays 09:00', zone: 'UTC' }),
    ],
    ['/daily setup nonsense UTC', understood('daily setup', { when: 'nonsense', zone: 'UTC' })],
    ['/daily setup when= 09:00', understood('daily setup', { when: '09:00' })],
    ['/as "Anna=Maria"', understood('as', { name: 'Anna=Maria' })],
    ['/as 5" disk', understood('as', { name: '5" disk' })],
    ['/daily edit deck=a deck=b', understood('daily edit', { deck: 'b' })],
    ['/daily edit zone=Etc/GMT+5', understood('daily edit', { zone: 'Etc/GMT+5' })],
    ['/daily edit deck=a=b', understood('daily edit', { deck: 'a=b' })],
    ['/daily edit', understood('daily edit')],
    ['/leaderboard', understood('leaderboard')],
    ['/leaderboard month', understood('leaderboard', { window: 'month' })],
    ['/leaderboard window=all', understood('leaderboard', { window: 'all' })],
    ['/leaderboard streak', understood('leaderboard', { by: 'streak' })],
    [
      '/leaderboard Channel month accuracy',
      understood('leaderboard', { scope: 'channel', window: 'month', by: 'accuracy' }),
    ],
    [
      '/leaderboard dates=2026-10-01..2026-12-20 points',
      understood('leaderboard', { dates: '2026-10-01..2026-12-20', by: 'points' }),
    ],
  ])('of %s are found', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  it.each(['daily', 'me'])('of /%s alone are asked for, as /help does', (topic) => {
    expect(read(`/${topic.toUpperCase()}`)).toEqual(understood('help', { topic }));
  });

  it.each([
    ['/as Anna Maria', understood('as', { name: 'Anna Maria' })],
    ['/as name=Anna Maria', understood('as', { name: 'Anna Maria' })],
    ['/help daily setup', understood('help', { topic: 'daily setup' })],
  ])('of %s: the last takes the rest of the line', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  it.each([
    ['/as', '/as needs a name.'],
    ['/as name=', '/as needs a name.'],
    ['/leaderboard year', 'window can be week, month, term, all; "year" is none of them.'],
    ['/leaderboard window=year', 'window can be week, month, term, all; "year" is none of them.'],
    ['/leaderboard week month', 'by can be points, streak, accuracy; "month" is none of them.'],
    ['/streak please', '/streak has words too many: it takes nothing.'],
    ['/daily edit zon=UTC', '/daily edit has no option zon. Did you mean zone=?'],
    ['/daily list x=1', '/daily list has no option x. It knows: none.'],
    [
      '/daily edit colour=red',
      '/daily edit has no option colour. It knows: daily, when, zone, deck, term, holidays, exam, channel.',
    ],
  ])('of %s are refused with what to do', (line, why) => {
    expect(whyNot(line)).toBe(why);
  });

  it('given empty are as good as not given', () => {
    expect(read('/leaderboard window=')).toEqual(understood('leaderboard'));
  });

  it('with choices only ever hold one of them, required ones always something', () => {
    const words = ['week', 'all', 'x', 'window=', 'name=', 'window=month', 'when=', 'd1', '"'];
    const line = fc
      .tuple(
        fc.constantFrom('leaderboard', 'as', 'help', 'daily edit'),
        fc.array(fc.constantFrom(...words), { maxLength: 4 }),
      )
      .map(([path, rest]) => [path, ...rest].join(' '));
    always(
      fc.property(line, (text) => {
        const result = read(text);
        if (result.kind === 'command') expect(faultsOf(result)).toEqual([]);
      }),
    );
  });
});

const ORDERS = commandsOn('terminal')
  .flatMap(({ path }) => (path.startsWith('daily ') ? [path.slice('daily '.length)] : []))
  .join(', ');

describe('what is no command', () => {
  it.each([
    ['/strek', 'There is no /strek. Did you mean /streak?'],
    ['/leader', 'There is no /leader. Did you mean /leaderboard?'],
    ['/daliy list', 'There is no /daliy. Did you mean /daily?'],
    ['/daily lst', 'There is no /daily lst. Did you mean /daily list?'],
    ['/daily lists d1', 'There is no /daily lists. Did you mean /daily list?'],
    ['/daily abracadabra', `/daily needs one of: ${ORDERS}.`],
    ['/abracadabra', 'There is no /abracadabra. /help lists the commands.'],
    ['/constructor', 'There is no /constructor. /help lists the commands.'],
  ])('%s is answered with the nearest, or the way on', (line, why) => {
    expect(whyNot(line)).toBe(why);
  });

  it('is a command of another platform', () => {
    for (const path of ['as', 'tomorrow', 'quit']) {
      expect(whyNot(`/${path} ada`, 'discord')).toMatch(`There is no /${path}.`);
    }
    expect(commandsOn('discord').some((command) => command.only)).toBe(false);
  });

  it('is an empty line, which means no other command', () => {
    for (const line of ['', '  ', '/', ' / ']) expect(whyNot(line)).not.toContain('Did you mean');
  });

  it('never makes it stumble, whatever is typed', () => {
    always(
      fc.property(fc.string(), (line) => {
        const result = read(line);
        if (result.kind === 'misread') expect(result.why(en)).toMatch(/^\S.*[.?]$/s);
      }),
    );
  });
});
