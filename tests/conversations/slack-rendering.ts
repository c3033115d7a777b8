import type { Json } from '../fakes/slack/world.ts';

/** A text as Slack shows it: moments and mentions in words, and without its escapes. */
function textOf(value: unknown): string {
  const text = String((value as Json | undefined)?.['text'] ?? '');
  return text
    .replace(/<!date\^[^|]*\|([^>]*)>/g, '$1')
    .replace(/<@[UW]\w+>/g, '@…')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
const listOf = (value: unknown): Json[] => (value ?? []) as Json[];

/** An element as a member sees it, in a line. */
function drawn(element: Json): string {
  const options = listOf(element['options']).map((option) => textOf(option['text']));
  switch (element['type']) {
    case 'button':
      return `[${textOf(element['text'])}]`;
    case 'static_select':
    case 'multi_static_select':
      return `[${textOf(element['placeholder'])} ▾]  ${options.join(' | ')}`;
    case 'checkboxes':
      return options.map((option) => `☐ ${option}`).join('\n');
    case 'radio_buttons':
      return options.map((option) => `○ ${option}`).join('  ');
    case 'conversations_select':
      return '[# ▾]';
    default:
      return `[${String(element['initial_value'] ?? '').padEnd(24)}]`;
  }
}

/** Buttons side by side, anything else below. */
function row(elements: readonly Json[]): string {
  return elements
    .map((element, at) => {
      const isBeside =
        at > 0 && element['type'] === 'button' && elements[at - 1]?.['type'] === 'button';
      return `${at === 0 ? '' : isBeside ? ' ' : '\n'}${drawn(element)}`;
    })
    .join('');
}

function lines(block: Json): string {
  switch (block['type']) {
    case 'header':
      return `*${textOf(block['text'])}*`;
    case 'section': {
      const accessory = block['accessory'] as Json | undefined;
      return `${textOf(block['text'])}${accessory ? `\n${drawn(accessory)}` : ''}`;
    }
    case 'context':
      return `~ ${listOf(block['elements']).map(textOf).join(' ')}`;
    case 'actions':
      return row(listOf(block['elements']));
    case 'input': {
      const hint = textOf(block['hint']);
      return `${textOf(block['label'])}\n${drawn(block['element'] as Json)}${hint ? `\n~ ${hint}` : ''}`;
    }
    case 'image':
      return `▣ ${block['alt_text']}`;
    default:
      return '───';
  }
}

/** Blocks as members see them. */
function shown(blocks: readonly Json[]): string {
  return blocks.map(lines).join('\n');
}

/** What Slack made up, and what is sealed, is left out. */
function payloadOf(view: unknown): string {
  const known = (key: string, value: unknown): unknown => {
    if (key === 'block_id' && /^b0/.test(String(value))) return undefined;
    return key === 'private_metadata' ? '…' : value;
  };
  return JSON.stringify(view, known, 2);
}

const withoutIds = (text: string): string => text.replace(/\b([UCTVDF])0[0-9A-Z]{8}\b/g, '$1…');

/** A view under its heading: what members see, and its payload, for Slack's Block Kit Builder. */
export function rendered(title: string, blocks: readonly Json[], view: Json | null = null): string {
  const head = view?.['title'] ? [`=== ${textOf(view['title'])} ===`] : [];
  const foot = view?.['submit'] ? [`[${textOf(view['close'])}] [${textOf(view['submit'])}]`] : [];
  const text = [...head, shown(blocks), ...foot].join('\n').replaceAll('```', '` ` `');
  const parts = [
    `## ${title}`,
    '',
    '```text',
    text,
    '```',
    '',
    '<details><summary>Payload</summary>',
    '',
    '```json',
    payloadOf(view ?? { blocks }),
    '```',
    '',
    '</details>',
    '',
  ];
  return withoutIds(parts.join('\n'));
}
