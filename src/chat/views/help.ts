import type { Command } from '../commands/command.ts';
import { commandsOn } from '../commands/index.ts';
import type { Locale } from '../intent.ts';
import { nearest } from '../nearest.ts';
import { describedIn } from '../texts/described.ts';
import type { Texts } from '../texts/index.ts';
import { type Line, textView, type View } from '../view.ts';

function commandLine(command: Command, locale: Locale, texts: Texts): Line {
  const options = command.options
    .map(({ name, required }) => (required ? ` ${name}` : ` ${texts.help.optional(name)}`))
    .join('');
  return [
    { kind: 'code', text: texts.help.aCommand(command.path) + options },
    `  ${describedIn(command, locale)}`,
  ];
}

function commandLines(command: Command, locale: Locale, texts: Texts): Line[] {
  const lines: Line[] = [commandLine(command, locale, texts)];
  if (command.who === 'organiser') lines.push(texts.help.organisersOnly);
  for (const option of command.options) {
    const choices = option.choices ? ` (${option.choices.join(', ')})` : '';
    lines.push([{ kind: 'code', text: option.name }, `  ${describedIn(option, locale)}${choices}`]);
  }
  return lines;
}

/** `/help`: all commands of the platform, or those that begin with the topic in full. */
export function helpView(
  platform: string,
  topic: string | null,
  locale: Locale,
  texts: Texts,
): View {
  const commands = commandsOn(platform);
  if (topic === null) {
    const items = commands.map((command) => commandLine(command, locale, texts));
    const view = textView('news', texts.help.title, texts.help.intro);
    return { ...view, blocks: [...view.blocks, { kind: 'list', items }] };
  }
  const wanted = topic.replace(/^\//, '').toLowerCase();
  const meant = commands.filter(({ path }) => path === wanted || path.startsWith(`${wanted} `));
  if (meant.length === 0) {
    const topics = new Set(commands.map(({ path }) => path.split(' ')[0] as string));
    return textView(
      'refusal',
      texts.refusal.title,
      texts.help.unknown(topic, nearest(wanted, topics)),
    );
  }
  const lines = meant.flatMap((command) => commandLines(command, locale, texts));
  return {
    ...textView('news', `/${wanted}`),
    blocks: [{ kind: 'list', items: lines }],
  };
}
