import { onTestFinished } from 'vitest';
import type { SlackPlatform } from '../../../src/platforms/slack/index.ts';
import { openSlack } from '../../fakes/slack/workspace.ts';
import type { Json } from '../../fakes/slack/world.ts';
import { type Network, plainWords } from './group.ts';

/** The real adapter over real sockets or requests, on a small Slack. */
export async function slackNetwork(delivery: 'socket' | 'http'): Promise<Network> {
  const slack = await openSlack({ delivery });
  onTestFinished(slack.close);
  const { fake, channel, clock } = slack;
  let platform: SlackPlatform | null = null;
  const whispersTo = (name: string) => {
    const { id } = slack.member(name).user;
    return fake.world.whispers.filter(({ user }) => user === id);
  };

  return {
    scrolls: false,
    faults: slack.faults,
    person(name) {
      const person = slack.member(name);
      const answer = async (blocks: readonly Json[] | undefined, words: string): Promise<void> => {
        if (!blocks) throw new Error('No question is open');
        const letter = new RegExp(`([A-D]) {3}${words}`).exec(JSON.stringify(blocks))?.[1];
        if (letter) return void (await person.presses(pressOf(blocks, letter)));
        await person.presses('Answer');
        await person.fills({ 'place-0': words });
      };
      return {
        types: async (line) => void (await person.types(line)),
        presses: async (label) => void (await person.presses(label)),
        answers: (words) => answer(channel.messages.findLast(isQuestion)?.blocks, words),
        answersAlone: (words) => answer(whispersTo(name).findLast(isQuestion)?.blocks, words),
      };
    },
    told: (name) =>
      whispersTo(name).map(({ blocks, text }, at) => ({
        id: `${name} ${at}`,
        text: read(blocks.length > 0 ? blocks : text),
      })),
    channel: () => channel.messages.map(({ blocks }) => read(blocks)),
    async until(what, look) {
      await fake.until(what, () => look() !== undefined);
      const found = look();
      if (found === undefined) throw new Error(`Lost again: ${what}`);
      return found;
    },
    bot() {
      platform = platform ? slack.another() : slack.platform;
      return { platforms: [platform], clock };
    },
    runs() {
      if (platform && platform.port() !== null) slack.deliverTo(platform);
    },
    moves(to) {
      clock.forward(to - clock.now());
    },
  };
}

const buttonsIn = (blocks: readonly Json[]): Json[] =>
  blocks
    .flatMap(({ elements }) => (elements ?? []) as Json[])
    .filter(({ type }) => type === 'button');

const labelOf = ({ text }: Json): unknown => (text as Json)['text'];

/** Letters choose; the means to write is called Answer. */
const isQuestion = ({ blocks }: { readonly blocks: readonly Json[] }): boolean =>
  buttonsIn(blocks).some((button) => /^([A-D]|Answer)$/.test(String(labelOf(button))));

function pressOf(blocks: readonly Json[], letter: string): string {
  return String(buttonsIn(blocks).find((button) => labelOf(button) === letter)?.['value']);
}

/** All the text of blocks that somebody can read; what stands in one line there does here. */
function read(value: unknown): string {
  return plainWords(
    textsIn(value)
      .join('\n')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  const { text, alt_text, elements, fields, accessory } = (value ?? {}) as Json;
  return [text, alt_text, elements, fields, accessory]
    .filter((part) => part !== undefined)
    .flatMap(textsIn);
}
