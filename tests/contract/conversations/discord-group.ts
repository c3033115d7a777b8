import { onTestFinished } from 'vitest';
import { completeOption } from '../../../src/features/complete.ts';
import { discordPlatform } from '../../../src/platforms/discord/index.ts';
import type { StudyGroup } from '../../conversations/study-group.ts';
import { nodesOf } from '../../fakes/discord/checks.ts';
import {
  type FakeInteraction,
  type FakeMember,
  type FakeMessage,
  fakeDiscord,
  type Json,
  textOf,
} from '../../fakes/discord/index.ts';
import { PNG } from '../../fakes/discord/open-discord.ts';
import { BEGINNING, type Network, plainWords, type Seen } from './group.ts';

const BUTTON = 2;
const WINDOW = 9;

/** The real adapter over real sockets, on a small Discord. */
export async function discordNetwork(shards: number): Promise<Network> {
  let now = BEGINNING;
  let study: StudyGroup;
  const clock = { now: () => now };
  const discord = await fakeDiscord({ now: clock.now, shards });
  onTestFinished(discord.close);
  const channel = discord.channel(discord.guild());
  const faults: string[] = [];
  const people = new Map<string, FakeMember>();
  const member = (name: string): FakeMember => {
    const known = people.get(name) ?? discord.member({ channel, organiser: name === 'ada' });
    people.set(name, known);
    return known;
  };
  const read = (body: Json): string => {
    const named = [...people].reduce(
      (text, [name, { id }]) => text.replaceAll(`<@${id}>`, name),
      textOf(body),
    );
    return plainWords(named);
  };
  const everything = (): FakeMessage[] =>
    [...discord.world.channels.values()]
      .flatMap(({ messages }) => messages)
      .filter(({ isDeleted }) => !isDeleted);
  const isFor = ({ id }: FakeMember, message: FakeMessage): boolean =>
    message.ephemeralFor === id || discord.world.channels.get(message.channel)?.recipient === id;
  const isPublic = (message: FakeMessage): boolean =>
    message.channel === channel.id && message.ephemeralFor === null;

  return {
    scrolls: false,
    faults,
    person(name) {
      const person = member(name);
      const alone = (): FakeMessage[] => everything().filter((each) => isFor(person, each));
      const openly = (): FakeMessage[] => everything().filter(isPublic);
      return {
        types: async (line) => void (await person.types(line).acknowledged),
        async presses(label) {
          const isIt = (message: FakeMessage): boolean => labelled(message, label) !== undefined;
          const message = [...openly(), ...alone()].findLast(isIt);
          if (!message) throw new Error(`${name} sees no button ${label}`);
          await person.presses(message, labelled(message, label)?.custom_id).acknowledged;
        },
        answers: (words) => answer(person, openly().findLast(isQuestion), words),
        answersAlone: (words) => answer(person, alone().findLast(isQuestion), words),
      };
    },
    told: (name) =>
      everything()
        .filter((each) => isFor(member(name), each))
        .flatMap(seenIn(read)),
    channel: () =>
      everything()
        .filter(isPublic)
        .map(({ body }) => read(body)),
    until: discord.until,
    bot: () => ({
      platforms: [
        discordPlatform({
          token: discord.world.token,
          application: discord.world.application,
          api: discord.api,
          clock,
          locale: 'en',
          secret: 'a secret of the tests',
          picture: async () => PNG,
          chart: async () => PNG,
          complete: (option, typed, community) =>
            completeOption(study.bot.parts, option, typed, community),
          report: (doing, cause) => void faults.push(`${doing}: ${String(cause)}`),
          onFatal: () => {},
        }),
      ],
    }),
    runs(begun) {
      study = begun;
    },
    moves(to) {
      now = to;
    },
  };
}

/** Every version that was ever shown. */
const seenIn =
  (read: (body: Json) => string) =>
  ({ id, versions }: FakeMessage): Seen[] =>
    versions.map((body, at) => ({ id: `${id}/${at}`, text: read(body) }));

const controls = (message: FakeMessage): Json[] =>
  nodesOf(message.body.components).filter(({ custom_id }) => custom_id);

const labelled = (message: FakeMessage, label: string): Json | undefined =>
  controls(message).find((node) => node.type === BUTTON && node.label === label);

const isQuestion = (message: FakeMessage): boolean => controls(message).length > 0;

/** Presses the option with these words, or fills the window in with them. */
async function answer(
  person: FakeMember,
  question: FakeMessage | undefined,
  words: string,
): Promise<void> {
  if (!question) throw new Error('No question is open');
  const lines = textOf(question.body).split('\n');
  const [first, ...others] = controls(question);
  const option = [first, ...others].find(
    ({ label }) => label?.includes(`· ${words}`) || lines.includes(`**${label}** · ${words}`),
  );
  const pressed: FakeInteraction = person.presses(question, (option ?? first).custom_id);
  const { type, data } = await pressed.acknowledged;
  if (type !== WINDOW) return;
  const [field] = nodesOf(data.components).flatMap(({ custom_id }) => custom_id ?? []);
  await person.submits(pressed, { [field]: words }).acknowledged;
}
