import { expect } from 'vitest';
import { nodesOf } from '../fakes/discord/checks.ts';
import type { FakeDiscord, FakeMember, FakeMessage, Json } from '../fakes/discord/index.ts';
import { textOf } from '../fakes/discord/index.ts';

/** A page of `docs/views`: each view as members read it, and its payload. */
export interface ViewsPage {
  /** @param views the functions of `src/chat/views` that made it; none where it is a sentence of a feature */
  add(title: string, views: string, body: Json): void;
  /** Adds the newest message that says this, now or later, and gives it; none as it was shown before. */
  shows(title: string, views: string, words: string): Promise<FakeMessage>;
  /** Writes the page, or compares it with what stands. */
  keep(): Promise<void>;
}

/** @param file its name below `docs/views` */
export function viewsPage(file: string, title: string, discord: () => FakeDiscord): ViewsPage {
  const sections: string[] = [];
  const shown = new Set<Json>();
  const add: ViewsPage['add'] = (of, views, body) => void sections.push(section(of, views, body));
  return {
    add,
    async shows(of, views, words) {
      const message = await discord().until(words, () => {
        const found = newest(discord(), words);
        return found && !shown.has(found.body) ? found : undefined;
      });
      shown.add(message.body);
      add(of, views, message.body);
      return message;
    },
    async keep() {
      const intro = `# ${title}\n\nWritten by \`npm run views:discord\` from a study group on the loopback Discord; ids are left out.\n\n\n`;
      const text = `${intro}${sections.join('\n')}`.replace(/\d{17,20}/g, '…');
      await expect(text).toMatchFileSnapshot(`../../docs/views/${file}`);
    },
  };
}

/** The newest message anywhere that says this as it reads now. */
export function newest({ world }: FakeDiscord, words: string): FakeMessage | undefined {
  return [...world.channels.values()]
    .flatMap(({ messages }) => messages)
    .filter(({ isDeleted, body }) => !isDeleted && textOf(body).includes(words))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    .at(-1);
}

/** What a member does, and the next message that they alone see. */
export async function answerTo(
  { until, world }: FakeDiscord,
  member: FakeMember,
  deed: () => unknown,
): Promise<FakeMessage> {
  const own = (): FakeMessage[] =>
    [...world.channels.values()].flatMap(({ messages }) =>
      messages.filter(({ ephemeralFor }) => ephemeralFor === member.id),
    );
  const before = own().length;
  deed();
  return until('an answer', () => own()[before]);
}

/** Presses the control of a message that has this label. */
export function pressLabel(member: FakeMember, message: FakeMessage, label: string) {
  const control = nodesOf(message.body.components).find((node) => node.label === label);
  if (!control) throw new Error(`No ${label} in ${textOf(message.body)}`);
  return member.presses(message, control.custom_id);
}

/** Presses the option with these words. */
export function pressOption(member: FakeMember, question: FakeMessage, words: string) {
  const lines = textOf(question.body).split('\n');
  const button = nodesOf(question.body.components).find(({ type, label }) => {
    if (type !== 2) return false;
    return label.includes(words) || lines.includes(`**${label}** · ${words}`);
  });
  if (!button) throw new Error(`No button for ${words} in ${textOf(question.body)}`);
  return member.presses(question, button.custom_id);
}

/** A heading, what made it, what members read, and the payload. */
function section(title: string, views: string, body: Json): string {
  const controls = nodesOf(body.components ?? [])
    .filter(({ type }) => type === 2 || type === 3)
    .map(({ label, placeholder }) => `[${label ?? `${placeholder} ▾`}]`);
  const texts = textOf({ components: withoutControls(body.components ?? []) });
  const shown = [texts || body.name, controls.join(' ')];
  return [
    `## ${title}`,
    '',
    ...(views === '' ? [] : [`Made by \`${views}\`.`, '']),
    '```text',
    shown.filter(Boolean).join('\n').replaceAll('```', '` ` `'),
    '```',
    '',
    '<details><summary>Payload</summary>',
    '',
    '```json',
    JSON.stringify(body, null, 2),
    '```',
    '',
    '</details>',
    '',
  ].join('\n');
}

const withoutControls = (nodes: readonly Json[]): Json[] =>
  nodes.flatMap((node) => {
    if (node.type === 1) return [];
    return [node.components ? { ...node, components: withoutControls(node.components) } : node];
  });
