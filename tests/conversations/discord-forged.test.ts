import { describe, expect, it } from 'vitest';
import { HOSTILE } from '../contract/platform-hostile.ts';
import { nodesOf } from '../fakes/discord/checks.ts';
import type { FakeMember, FakeMessage } from '../fakes/discord/index.ts';
import { shown } from '../fakes/discord/routes.ts';
import { controlsOf, type DiscordGroup, discordGroup, textIn } from './discord-group.ts';
import { smallDeck } from './small-deck.ts';

/** Presses what stood in a message once, as an old screen, a second device or a program may. */
function pressesAgain(member: FakeMember, message: FakeMessage, version: number, id: string) {
  const then = { ...shown(message), components: message.versions[version].components };
  return member.sends(3, { custom_id: id, component_type: 2 }, { message: then });
}

async function asked(): Promise<DiscordGroup & { readonly question: FakeMessage }> {
  const open = await discordGroup();
  await open.setUp();
  await open.group.at('2026-11-23 09:00');
  return { ...open, question: open.latest() };
}

async function revealed({ group }: DiscordGroup): Promise<void> {
  await group.bot.jobs.settled();
  await group.at('2026-11-24 09:00');
  await group.at('2026-11-24 09:01');
}

describe('X2 a button', () => {
  it('of a closed round, kept from before, changes nothing and is refused kindly', async () => {
    const { group, question, bob, hears } = await asked();
    const [id = ''] = controlsOf(question);
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    const reveal = textIn(question);
    pressesAgain(bob, question, 0, id);
    await hears(bob, 'closed');
    await group.settle();
    expect(textIn(question)).toBe(reveal);
    expect(reveal).toContain('Nobody answered');
  });

  it('pressed again by the very same interaction counts once', async () => {
    const open = await asked();
    const { discord, question, ada, bob, hears } = open;
    const [first = '', second = ''] = controlsOf(question);
    const press = ada.presses(question, first);
    await press.acknowledged;
    await hears(ada, 'You answered');
    const session = [...discord.world.sessions.values()][0];
    const event = session?.sent.findLast(({ t }) => t === 'INTERACTION_CREATE');
    discord.gateway.dispatch(discord.world.channels.get(question.channel)?.guild ?? null, event.t, {
      ...event.d,
      data: { ...event.d.data, custom_id: second },
    });
    bob.presses(question, first);
    await hears(bob, 'You answered');
    await revealed(open);
    expect(textIn(question)).toContain('2 members answered');
  });

  it('with an option that the question never had is refused', async () => {
    const open = await asked();
    const { question, bob, hears } = open;
    const [id = ''] = controlsOf(question);
    const forged = id.replace(/\d+$/, '9');
    const [button] = nodesOf(question.body.components).filter(({ custom_id }) => custom_id === id);
    const message = {
      ...shown(question),
      components: [{ type: 1, components: [{ ...button, custom_id: forged }] }],
    };
    bob.sends(3, { custom_id: forged, component_type: 2 }, { message });
    await hears(bob, 'did not work');
    await revealed(open);
    expect(textIn(question)).toContain('Nobody answered');
  });

  it('of a round that never was is refused', async () => {
    const { question, bob, hears } = await asked();
    const components = [
      { type: 1, components: [{ type: 2, style: 1, label: 'A', custom_id: 'a.neverposted1.0' }] },
    ];
    const message = { ...shown(question), components };
    bob.sends(3, { custom_id: 'a.neverposted1.0', component_type: 2 }, { message });
    await hears(bob, 'did not work');
  });
});

/** What Discord would make a mention, a link, a hidden text, a heading or a picture of. */
const ALIVE = [
  /(?<!\\)@(everyone|here)\b/,
  /(?<!\\)<(@&?|#|:|t:)[\w!]/,
  /(?<!\\)\]\(/,
  /(?<!\\)\|\|/,
  /[\u202a-\u202e\u2066-\u2069]/,
  /\p{M}{5}/u,
];

describe('P12 a deck with hostile texts', () => {
  it.each(Object.entries(HOSTILE).filter(([, text]) => text.trim() !== ''))(
    'full of %s is asked, answered and revealed inert',
    async (_, text) => {
      const [base] = smallDeck;
      if (base?.kind !== 'single') throw new Error('the first card of the small deck has one key');
      const hostile = text.slice(0, 900);
      const card = { ...base, prompt: hostile, explanation: hostile, source: hostile };
      const { group, channel, ada, setUp, latest, hears } = await discordGroup({ cards: [card] });
      await setUp();
      await group.at('2026-11-23 09:00');
      const question = latest();
      ada.presses(question, controlsOf(question)[0] ?? '');
      await hears(ada, 'You answered');
      await group.at('2026-11-24 09:01');
      for (const body of channel.messages.flatMap(({ versions }) => versions)) {
        expect(body.allowed_mentions).toEqual({ parse: [] });
        // Members and moments are ours to draw.
        const content = nodesOf(body.components)
          .map((node) => node.content ?? '')
          .join('\n')
          .replace(/<@\d{17,20}>|<t:\d+:f>/g, '');
        for (const pattern of ALIVE) expect(content).not.toMatch(pattern);
      }
    },
  );
});
