import { describe, expect, it } from 'vitest';
import { commandsOn } from '../../../src/chat/commands/index.ts';
import { inGerman } from '../../../src/chat/texts/commands-de.ts';
import { commandPayloads } from '../../../src/platforms/discord/command-payloads.ts';
import { applicationOf, inviteLink } from '../../../src/platforms/discord/operator.ts';
import { missingRights } from '../../../src/platforms/discord/permissions.ts';
import { commandFaults } from '../../fakes/discord/command-checks.ts';

/** Those that are typed. */
const typed = () => commandPayloads().filter((payload) => 'options' in payload);

describe('the registered commands', () => {
  it('P13 pass the documented patterns, lengths and numbers in every language', () => {
    expect(commandFaults(commandPayloads())).toEqual([]);
  });

  it('P13 a check of them finds what is wrong', () => {
    const [first] = commandPayloads();
    const long = 'x'.repeat(101);
    const wrong = [
      { ...first, name: 'Daily Setup' },
      { ...first, description: long },
      { ...first, name_localizations: { de: 'Tages Frage' } },
      {
        ...first,
        options: [
          { type: 3, name: 'a', name_localizations: { de: 'c' }, description: 'a' },
          { type: 3, name: 'b', name_localizations: { de: 'c' }, description: 'b' },
        ],
      },
      { ...first, description_localizations: { de: long } },
      {
        ...first,
        options: [
          { type: 3, name: 'a', description: 'a' },
          { type: 3, name: 'b', description: 'b', required: true },
        ],
      },
      {
        ...first,
        options: Array.from({ length: 90 }, (_, at) => ({
          type: 1,
          name: `s${at}`,
          description: 'y'.repeat(99),
        })),
      },
    ];
    const [menu] = commandPayloads().filter((payload) => !('options' in payload));
    wrong.push(
      { ...menu, name: 'x'.repeat(33) } as never,
      { ...menu, description: 'a word' } as never,
    );
    for (const command of wrong) expect(commandFaults([command])).not.toEqual([]);
  });

  it('have a German description each, and so has every option', () => {
    const all = commandsOn('discord').flatMap((command) => [command, ...command.options]);
    const english = all.filter((each) => inGerman(each) === null);
    expect(english.map(({ description }) => description.en)).toEqual([]);
  });

  it('P13 have German names, each its own, and keep the English ones for what comes in', () => {
    const [daily] = typed();
    expect([daily?.name, daily?.name_localizations]).toEqual(['daily', { de: 'tagesfrage' }]);
    expect(daily?.description_localizations['de']).toContain('einrichten · liste · ändern');
    const window = typed()
      .find(({ name }) => name === 'leaderboard')
      ?.options.find(({ name }) => name === 'window');
    expect(window?.name_localizations).toEqual({ de: 'zeitraum' });
    expect(window?.choices?.[0]).toEqual({
      name: 'week',
      name_localizations: { de: 'woche' },
      value: 'week',
    });
  });

  it('cover the catalogue', () => {
    const paths = typed().flatMap(({ name, options }) => {
      const inner = options.filter(({ type }) => type === 1);
      return inner.length > 0 ? inner.map((option) => `${name} ${option.name}`) : [name];
    });
    expect(paths).toEqual(commandsOn('discord').map(({ path }) => path));
  });

  it('stand in the menu of messages where the catalogue says so', () => {
    const menu = commandPayloads().filter((payload) => !('options' in payload));
    expect(menu).toEqual([
      {
        type: 3,
        name: 'Explain this question',
        name_localizations: { de: 'Diese Frage erklären' },
        default_member_permissions: null,
        contexts: [0],
        integration_types: [0],
      },
    ]);
  });

  it('are shown to every member, for organisers may be appointed, and in servers alone', () => {
    const shown = commandPayloads().map(
      ({ name, default_member_permissions: rights, contexts }) => [name, rights, contexts],
    );
    expect(shown).toContainEqual(['daily', null, [0]]);
    expect(shown).toContainEqual(['streak', null, [0]]);
  });

  it('complete dailies, zones and decks while they are typed', () => {
    const daily = typed().find(({ name }) => name === 'daily');
    const edit = daily?.options.find(({ name }) => name === 'edit');
    const completed = edit?.options
      ?.filter(({ autocomplete }) => autocomplete)
      .map(({ name }) => name);
    expect(completed).toEqual(expect.arrayContaining(['daily', 'zone', 'deck']));
  });
});

describe('an invitation', () => {
  it('asks for the least rights, and none to manage anything', () => {
    const link = new URL(inviteLink('123456789012345678'));
    const rights = link.searchParams.get('permissions') ?? '';
    expect(link.searchParams.get('scope')).toBe('bot applications.commands');
    expect(missingRights(rights)).toEqual([]);
    expect(missingRights(rights, true)).toEqual([]);
    expect(BigInt(rights) & (8n | 16n | 32n)).toBe(0n);
  });

  it('is for the application in the token', () => {
    const token = `${Buffer.from('123456789012345678').toString('base64')}.abc.def`;
    expect(applicationOf(token)).toBe('123456789012345678');
    expect(applicationOf('nonsense')).toBeNull();
  });
});
