import { describe, expect, it } from 'vitest';
import { commandsOn } from '../../src/chat/commands/index.ts';
import { plainText } from '../../src/chat/plain.ts';
import type { Press } from '../../src/chat/press.ts';
import { en } from '../../src/chat/texts/en/index.ts';
import type { Reply } from '../../src/chat/view.ts';
import { channelId, dailyId } from '../../src/core/ids.ts';
import { ORGANISERS_PRESSES } from '../../src/features/organisers.ts';
import type { Member } from '../../src/platforms/recorder/member.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

const read = (reply: Reply): string =>
  reply.kind === 'view' ? plainText(reply.view, { member: (id) => id }) : reply.kind;

const daily = dailyId.of('d1');

/** One press of each kind that organisers alone may do. */
const PRESSES: readonly Press[] = [
  { kind: 'post now', daily },
  { kind: 'resolve', daily, day: '2026-11-23' as never, fate: 'again' },
  { kind: 'form again' },
  { kind: 'unvoid', daily, number: 1 },
  { kind: 'rule', appeal: 1, as: 'accept' },
];

/** Each command of organisers as somebody types it, with what it requires. */
const LINES = commandsOn('recorder')
  .filter(({ who }) => who === 'organiser')
  .map(({ path, options }) => {
    const required = options.filter((option) => option.required);
    const words = required.map(({ name, choices }) => `${name}=${choices?.[0] ?? 'x'}`);
    return [`/${path}`, ...words].join(' ');
  });

/** Those without rights, whatever they are beside it. */
const ROLES: readonly (readonly [string, (group: StudyGroup) => Member])[] = [
  ['a member', (group) => group.member('ada')],
  [
    'a stranger',
    ({ recorder }) => {
      const channel = channelId.of('study');
      return recorder.member('eve', { community: COMMUNITY, channel, stranger: true });
    },
  ],
];

async function groupWithQuestion(): Promise<StudyGroup> {
  const group = await studyGroup({});
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  return group;
}

/** Everything that an order could change, as text. */
async function stateOf({ bot, messages }: StudyGroup): Promise<string> {
  const { dailies, appointed, audit } = bot.parts.store;
  const kept = await Promise.all([
    dailies.list(COMMUNITY),
    appointed.list(COMMUNITY),
    audit.list(COMMUNITY, 100),
  ]);
  return JSON.stringify([kept, messages()]);
}

describe.each(ROLES)('X4 %s', (_, roleIn) => {
  it('may give no order of an organiser, by command, button or form, and changes nothing', async () => {
    const group = await groupWithQuestion();
    const one = roleIn(group);
    const before = await stateOf(group);
    const said: Record<string, string> = {};
    for (const line of LINES) said[line] = read(await one.types(line));
    for (const press of PRESSES) said[press.kind] = read(await one.presses(press));
    for (const name of ['daily-setup', 'daily-edit'] as const) {
      const form = { name, subject: null, title: '', fields: [] };
      said[name] = read(await one.fills(form, {}));
    }
    const refused = `${en.refusal.title}\n${en.refusal.organisersOnly}`;
    const all = [...LINES, ...PRESSES.map(({ kind }) => kind), 'daily-setup', 'daily-edit'];
    expect(said).toEqual(Object.fromEntries(all.map((name) => [name, refused])));
    await group.settle();
    expect(await stateOf(group)).toBe(before);
  });
});

it('X4 the presses of organisers are all tried', () => {
  expect(LINES.length).toBeGreaterThan(10);
  expect(PRESSES.map(({ kind }) => kind).sort()).toEqual([...ORGANISERS_PRESSES].sort());
});
