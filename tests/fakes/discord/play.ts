import { createInterface } from 'node:readline/promises';
import { nodesOf } from './checks.ts';
import { type FakeMember, type FakeMessage, fakeDiscord, type Json, textOf } from './index.ts';
import type { FakeInteraction } from './world.ts';

const PORT = 8_790;
const HELP = `Type as a member: ada is an organiser, bob is not.
  ada /daily setup        a command
  bob press 2             the second control of the latest message that bob sees
  bob choose 1 3          entries of its menu
  bob fill 0=1, 1=0       the window that opened, by the names shown; what is not named stays
  quit`;

/** A small Discord to try the bot on, without Discord. */
const discord = await fakeDiscord({ now: Date.now, port: PORT });
const channel = discord.channel(discord.guild());
const people: Readonly<Record<string, FakeMember>> = {
  ada: discord.member({ channel, organiser: true }),
  bob: discord.member({ channel }),
};
const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const shown = new Map<FakeMessage, number>();
let window: FakeInteraction | null = null;

const nameOf = (id: string | null): string =>
  Object.keys(people).find((name) => people[name]?.id === id) ?? 'everybody';

/** Prints what is new or has changed. */
function show(): void {
  const all = [...discord.world.channels.values()].flatMap(({ messages }) => messages);
  for (const message of all) {
    if (shown.get(message) === message.versions.length || message.isDeleted) continue;
    const word = shown.has(message) ? 'changed, ' : '';
    shown.set(message, message.versions.length);
    say(
      `\n[${word}seen by ${nameOf(message.ephemeralFor)}]\n${textOf(message.body)}\n${controls(message)}`,
    );
  }
}

const controlsIn = (message: FakeMessage): Json[] =>
  nodesOf(message.body.components).filter(({ custom_id }) => custom_id);

function controls(message: FakeMessage): string {
  return controlsIn(message)
    .map(({ label, placeholder }, at) => `  (${at + 1}) ${label ?? placeholder}`)
    .join('\n');
}

function latestFor(member: FakeMember): FakeMessage | undefined {
  return channel.messages.findLast(
    (message) =>
      !message.isDeleted &&
      (message.ephemeralFor === null || message.ephemeralFor === member.id) &&
      controlsIn(message).length > 0,
  );
}

async function act(member: FakeMember, word: string, rest: readonly string[]): Promise<void> {
  const interaction = deed(member, word, rest);
  const callback = await interaction.acknowledged;
  if (callback.type !== 9) return;
  window = interaction;
  const rows = callback.data.components.map(({ label, description, component }: Json) => {
    const values = (component.options ?? []).map(
      ({ label: text, value }: Json) => `${value}: ${text}`,
    );
    return `  ${component.custom_id}=…  ${[label, description, component.value, ...values].filter(Boolean).join(' | ')}`;
  });
  say(`\n[window] ${callback.data.title}\n${rows.join('\n')}`);
}

function deed(member: FakeMember, word: string, rest: readonly string[]): FakeInteraction {
  if (word.startsWith('/')) return member.types([word, ...rest].join(' '));
  if (word === 'fill' && window) {
    const pairs = rest
      .join(' ')
      .split(/,\s*(?=\w+=)/)
      .map((pair) => /^(\w+)=(.*)$/.exec(pair.trim()) ?? []);
    const values = pairs.map(([, name = '', value = '']) => [name, value]);
    return member.submits(window, Object.fromEntries(values));
  }
  const message = latestFor(member);
  if (!message) throw new Error('There is nothing to press yet.');
  const menu = controlsIn(message).find(({ options }) => options);
  if (word === 'choose' && menu) {
    return member.presses(
      message,
      menu.custom_id,
      rest.map((place) => String(Number(place) - 1)),
    );
  }
  const control = controlsIn(message)[Number(rest[0] ?? 1) - 1];
  if (word !== 'press' || !control) throw new Error(HELP);
  return member.presses(message, control.custom_id);
}

say(`A small Discord listens. Start the bot in another terminal:

  DISCORD_API_URL=${discord.api} DISCORD_TOKEN=${discord.world.token} npm start

${HELP}`);
discord.world.waiting.add(() => setImmediate(show));
void discord.gateway.connected(1).then(() => say('\nThe bot is here.'));
const lines = createInterface({ input: process.stdin });
for await (const line of lines) {
  const [name = '', word = '', ...rest] = line.trim().split(/\s+/);
  if (name === 'quit') break;
  const member = people[name];
  if (!member) say(HELP);
  else if (discord.world.sessions.size === 0) say('The bot is not here yet: start it first.');
  else await act(member, word, rest).catch((fault: Error) => say(fault.message));
}
lines.close();
await discord.close();
