import type { Json } from './world.ts';

type Files = ReadonlyMap<string, number>;
export type Inside = 'message' | 'container' | 'row' | 'modal' | 'label';

/** Whether something is a text of that many characters. */
export const within = (text: unknown, least: number, most: number): boolean =>
  typeof text === 'string' && text.length >= least && text.length <= most;

const orAbsent = (text: unknown, most: number): boolean =>
  text === undefined || within(text, 1, most);
const many = (list: unknown, least: number, most: number): boolean =>
  Array.isArray(list) && list.length >= least && list.length <= most;

/** Which types of component may stand where. */
const MAY_STAND: Readonly<Record<Inside, readonly number[]>> = {
  message: [1, 9, 10, 12, 13, 14, 17],
  container: [1, 9, 10, 12, 13, 14],
  row: [2, 3, 5, 6, 7, 8],
  modal: [10, 18],
  label: [3, 4, 5, 6, 7, 8, 19, 21, 22, 23],
};
const WITH_ID: readonly number[] = [2, 3, 4, 21, 22];

type Rule = readonly [what: string, holds: (node: Json, files: Files, inside: Inside) => boolean];

/** What must hold for each type of component, as documented. */
const RULES: Readonly<Record<number, readonly Rule[]>> = {
  1: [
    ['a row of 1–5', ({ components }) => many(components, 1, 5)],
    [
      'a menu has a row of its own',
      ({ components }) =>
        components.length === 1 || components.every(({ type }: Json) => type === 2),
    ],
  ],
  2: [
    ['label 1–80', ({ label }) => within(label, 1, 80)],
    ['style 1–4', ({ style }) => [1, 2, 3, 4].includes(style)],
  ],
  3: [
    ['options 1–25', ({ options }) => many(options, 1, 25)],
    ['each value once', ({ options }) => isUnique(options.map(({ value }: Json) => value))],
    ['placeholder 150', ({ placeholder }) => orAbsent(placeholder, 150)],
    [
      'min and max',
      ({ options, min_values = 1, max_values = 1 }) =>
        min_values >= 0 && max_values >= min_values && max_values <= options.length,
    ],
    ['option 1–100', ({ options }) => options.every(isOption)],
  ],
  4: [
    ['style 1–2', ({ style }) => [1, 2].includes(style)],
    [
      'no label inside a label',
      ({ label }, _, inside) => inside !== 'label' || label === undefined,
    ],
    ['value 4000', ({ value }) => orAbsent(value, 4_000)],
    ['placeholder 100', ({ placeholder }) => orAbsent(placeholder, 100)],
    ['max_length', ({ max_length: most = 1 }) => most >= 1 && most <= 4_000],
    ['value within max_length', ({ value = '', max_length: most = 4_000 }) => value.length <= most],
  ],
  10: [['content 1–4000', ({ content }) => within(content, 1, 4_000) && content.trim() !== '']],
  12: [
    ['items 1–10', ({ items }) => many(items, 1, 10)],
    [
      'a file for each item',
      ({ items }, files) => items.every((item: Json) => isSent(item, files)),
    ],
    [
      'description 1024',
      ({ items }) => items.every(({ description }: Json) => orAbsent(description, 1_024)),
    ],
  ],
  13: [['a file of the message', ({ file }, files) => isSent({ media: file }, files)]],
  17: [
    ['not empty', ({ components }) => many(components, 1, 40)],
    ['accent_color', ({ accent_color: color }) => color >= 0 && color <= 0xffffff],
  ],
  18: [
    ['label 1–45', ({ label }) => within(label, 1, 45)],
    ['description 100', ({ description }) => orAbsent(description, 100)],
  ],
  21: [
    ['options 2–10', ({ options }) => many(options, 2, 10)],
    ['option 1–100', ({ options }) => options.every(isOption)],
  ],
};

const isUnique = (words: readonly unknown[]): boolean => new Set(words).size === words.length;

const isOption = ({ label, value, description }: Json): boolean =>
  within(label, 1, 100) && within(value, 1, 100) && orAbsent(description, 100);

function isSent({ media }: Json, files: Files): boolean {
  const [, name = ''] = /^attachment:\/\/(.+)$/.exec(media.url) ?? [];
  return files.has(name);
}

/** A line for each limit that a component or one inside it breaks. */
export function nodeFaults(node: Json, inside: Inside, files: Files): string[] {
  if (!MAY_STAND[inside].includes(node.type)) return [`type ${node.type} in a ${inside}`];
  const broken = (RULES[node.type] ?? []).filter(([, holds]) => !holds(node, files, inside));
  const faults = broken.map(([what]) => `type ${node.type}: ${what}`);
  if (WITH_ID.includes(node.type) && !within(node.custom_id, 1, 100))
    faults.push('custom_id 1–100');
  const deeper: Inside = node.type === 1 ? 'row' : 'container';
  return [
    ...faults,
    ...(node.components ?? []).flatMap((each: Json) => nodeFaults(each, deeper, files)),
    ...(node.component ? nodeFaults(node.component, 'label', files) : []),
  ];
}
