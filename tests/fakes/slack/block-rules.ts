/** What Slack documents for Block Kit, checked on everything that comes in; stricter than Slack where it is vague. */
export class BadBlocks extends Error {}

type Json = Readonly<Record<string, unknown>>;
type Surface = 'message' | 'modal' | 'home';

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new BadBlocks(what);
};

const only = (object: Json, ...keys: readonly string[]): void => {
  for (const key of Object.keys(object))
    must(keys.includes(key), `${object['type']} has no ${key}`);
};

/** The length that counts: the larger of units and letters, which is units. */
const within = (text: unknown, from: number, most: number, what: string): void => {
  must(typeof text === 'string', `${what} is missing`);
  const { length } = text as string;
  must(
    length >= from && length <= most,
    `${what} has ${length} characters, ${from} to ${most} are allowed`,
  );
};

export function checkBlocks(blocks: unknown, surface: Surface): void {
  must(Array.isArray(blocks), 'blocks is no list');
  const list = blocks as Json[];
  must(list.length >= 1, 'there are no blocks');
  must(list.length <= (surface === 'message' ? 50 : 100), `${list.length} blocks are too many`);
  unique(
    list.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id])),
    'block_id',
  );
  const letters = textsIn(blocks).reduce((sum, text) => sum + text.length, 0);
  must(surface !== 'message' || letters <= 13_200, `${letters} characters: msg_blocks_too_long`);
  for (const block of list) checkBlock(block, surface);
}

export function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { text, ...rest } = value as { text?: unknown };
  return [...(typeof text === 'string' ? [text] : textsIn(text)), ...textsIn(Object.values(rest))];
}

function unique(ids: readonly unknown[], what: string): void {
  must(new Set(ids).size === ids.length, `a ${what} stands there twice`);
}

function checkBlock(block: Json, surface: Surface): void {
  if (block['block_id'] !== undefined) within(block['block_id'], 1, 255, 'block_id');
  switch (block['type']) {
    case 'header':
      only(block, 'type', 'text', 'block_id');
      text(block['text'], 150, 'a header', 'plain_text');
      return;
    case 'section':
      section(block);
      return;
    case 'context':
      only(block, 'type', 'elements', 'block_id');
      listed(block['elements'], 1, 10, 'context').forEach((each) => {
        text(each, 2_000, 'context');
      });
      return;
    case 'actions':
      only(block, 'type', 'elements', 'block_id');
      elements(listed(block['elements'], 1, 25, 'actions'));
      return;
    case 'input':
      must(surface !== 'home', 'an input stands in the App Home');
      inputBlock(block);
      return;
    case 'image':
      only(block, 'type', 'alt_text', 'slack_file', 'image_url', 'title', 'block_id');
      within(block['alt_text'], 1, 2_000, 'alt_text');
      must(/^F[A-Z0-9]{8,}$/.test(fileOf(block) ?? ''), 'an image is no file of Slack');
      return;
    case 'divider':
      only(block, 'type', 'block_id');
      return;
    default:
      throw new BadBlocks(`${block['type']} is no block`);
  }
}

/** The file that an image shows. */
export function fileOf(block: Json): string | null {
  const { id } = (block['slack_file'] ?? {}) as Json;
  return block['type'] === 'image' && typeof id === 'string' ? id : null;
}

function section(block: Json): void {
  only(block, 'type', 'text', 'fields', 'accessory', 'block_id');
  must(block['text'] !== undefined || block['fields'] !== undefined, 'a section has no text');
  if (block['text'] !== undefined) text(block['text'], 3_000, 'a section');
  if (block['fields'] !== undefined) {
    for (const field of listed(block['fields'], 1, 10, 'fields')) text(field, 2_000, 'a field');
  }
  if (block['accessory'] !== undefined) element(block['accessory'] as Json);
}

function inputBlock(block: Json): void {
  only(block, 'type', 'label', 'element', 'hint', 'optional', 'dispatch_action', 'block_id');
  text(block['label'], 2_000, 'a label', 'plain_text');
  if (block['hint'] !== undefined) text(block['hint'], 2_000, 'a hint', 'plain_text');
  const inner = block['element'] as Json;
  must(inner['type'] !== 'button', 'a button stands in an input');
  element(inner);
}

function listed(value: unknown, from: number, most: number, what: string): Json[] {
  must(Array.isArray(value), `${what} is no list`);
  const list = value as Json[];
  must(list.length >= from && list.length <= most, `${what} has ${list.length} entries`);
  return list;
}

function elements(list: readonly Json[]): void {
  unique(
    list.map(({ action_id }) => action_id),
    'action_id',
  );
  list.forEach(element);
  must(
    !list.some(({ type }) => type === 'multi_static_select'),
    'a multi-select stands in actions',
  );
}

function element(each: Json): void {
  within(each['action_id'], 1, 255, 'action_id');
  switch (each['type']) {
    case 'button':
      button(each);
      return;
    case 'static_select':
    case 'multi_static_select':
      only(each, 'type', 'action_id', 'placeholder', 'options', 'initial_option');
      text(each['placeholder'], 150, 'a placeholder', 'plain_text');
      options(each['options'], 1, 100, 'plain_text');
      return;
    case 'checkboxes':
    case 'radio_buttons':
      only(each, 'type', 'action_id', 'options', 'initial_options');
      options(each['options'], 1, 10);
      return;
    case 'plain_text_input':
      textInput(each);
      return;
    case 'conversations_select':
      only(each, 'type', 'action_id', 'filter', 'default_to_current_conversation', 'placeholder');
      return;
    default:
      throw new BadBlocks(`${each['type']} is no element`);
  }
}

function button(each: Json): void {
  only(
    each,
    'type',
    'text',
    'action_id',
    'value',
    'style',
    'url',
    'accessibility_label',
    'confirm',
  );
  text(each['text'], 75, 'a button', 'plain_text');
  if (each['value'] !== undefined) within(each['value'], 1, 2_000, "a button's value");
  if (each['accessibility_label'] !== undefined)
    within(each['accessibility_label'], 1, 75, 'accessibility_label');
  must([undefined, 'primary', 'danger'].includes(each['style'] as string), 'a style is unknown');
}

function textInput(each: Json): void {
  only(
    each,
    'type',
    'action_id',
    'initial_value',
    'multiline',
    'max_length',
    'min_length',
    'placeholder',
  );
  if (each['initial_value'] !== undefined) within(each['initial_value'], 1, 3_000, 'initial_value');
}

function options(value: unknown, from: number, most: number, type?: string): void {
  const list = listed(value, from, most, 'options');
  unique(
    list.map((option) => option['value']),
    'value of an option',
  );
  for (const option of list) {
    only(option, 'text', 'value', 'description');
    text(option['text'], 75, 'an option', type);
    within(option['value'], 1, 75, "an option's value");
  }
}

function text(value: unknown, most: number, what: string, type?: string): void {
  const object = value as Json;
  must(typeof object === 'object' && object !== null, `${what} has no text`);
  must(type === undefined || object['type'] === type, `${what} must be ${type}`);
  if (object['type'] === 'plain_text') only(object, 'type', 'text', 'emoji');
  else {
    must(object['type'] === 'mrkdwn', `${what} has a text of type ${object['type']}`);
    only(object, 'type', 'text', 'verbatim');
    checkMarkup(object['text']);
  }
  within(object['text'], 1, most, what);
  must((object['text'] as string).trim() !== '', `${what} is blank`);
  must(!/\p{Cs}/u.test(object['text'] as string), `${what} holds half a letter`);
}

/** In markup every sign of Slack is an escape, or a mention or moment that we mean. */
export function checkMarkup(markup: unknown): void {
  must(typeof markup === 'string', 'markup is missing');
  const rest = (markup as string)
    .replace(/<@[UW][A-Z0-9]+>/g, '')
    .replace(/<!date\^\d+\^[^<>|]+\|[^<>]+>/g, '')
    .replace(/&(amp|lt|gt);/g, '');
  must(
    !/[<>&]/.test(rest),
    `something in ${JSON.stringify((markup as string).slice(0, 80))} is live`,
  );
}

export function checkView(value: unknown): void {
  const view = value as Json;
  if (view['type'] === 'home') {
    only(view, 'type', 'blocks', 'private_metadata', 'callback_id', 'external_id');
    checkBlocks(view['blocks'], 'home');
    return;
  }
  must(view['type'] === 'modal', 'a view is neither modal nor home');
  only(view, 'type', 'title', 'blocks', 'close', 'submit', 'private_metadata', 'callback_id');
  text(view['title'], 24, 'the title of a view', 'plain_text');
  for (const name of ['close', 'submit']) if (view[name]) text(view[name], 24, name, 'plain_text');
  const hasInput = (view['blocks'] as Json[]).some(({ type }) => type === 'input');
  must(!hasInput || view['submit'] !== undefined, 'a view with inputs has no submit');
  within(view['private_metadata'] ?? '', 0, 3_000, 'private_metadata');
  within(view['callback_id'], 1, 255, 'callback_id');
  checkBlocks(view['blocks'], 'modal');
}
