import fc from 'fast-check';
import type { WrittenCard } from '../../../../src/deck/formats/format.ts';

/** Signs that mean something in one of the formats, among some that do not. */
const SIGNS = [
  ...'~=#{}:\\"\'<>&;,|\t+-@%*[]()!?/.$_^`',
  ...'aZ0 é→…',
  '->',
  '::',
  '&lt;',
  '<br>',
  '%50%',
  '//',
];

/** Text of one line that keeps `label`, whatever stands around it. */
function oneLine(label: string, max: number): fc.Arbitrary<string> {
  const noise = fc.array(fc.constantFrom(...SIGNS), { maxLength: 12 });
  return fc
    .tuple(noise, noise)
    .map(([before, after]) => tidy(`${before.join('')} ${label} ${after.join('')}`))
    .filter((text) => text.length <= max);
}

/** The same, in one to three lines. */
function lines(label: string, max: number): fc.Arbitrary<string> {
  return fc
    .array(oneLine(label, max), { minLength: 1, maxLength: 3 })
    .map((texts) => texts.join('\n'))
    .filter((text) => text.length <= max);
}

/** No runs of spaces, and no mark of a gap that is not meant. */
function tidy(text: string): string {
  return text
    .replace(/\{(?=\d)/g, '(')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize();
}

const record = (labels: readonly string[], max: number): fc.Arbitrary<Record<string, string>> =>
  fc
    .tuple(...labels.map((label) => oneLine(`o${label}`, max)))
    .map((texts) => Object.fromEntries(labels.map((label, at) => [label, texts[at] ?? ''])));

const words = (name: string): fc.Arbitrary<string[]> =>
  fc
    .integer({ min: 1, max: 3 })
    .chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_, at) => oneLine(`${name}${at}`, 60))),
    );

const wording = (at: number): fc.Arbitrary<WrittenCard> =>
  fc.record({ accept: words(`yes${at}`), reject: words(`no${at}`) });

const around = {
  difficulty: fc.constantFrom(1, 2, 3),
  explanation: lines('because', 300),
  source: oneLine('book', 120),
};

const own: readonly fc.Arbitrary<WrittenCard>[] = [
  fc.record({
    kind: fc.constant('single'),
    options: record(['A', 'B', 'C', 'D'], 140),
    key: fc.constant('C'),
    why: record(['A', 'B', 'D'], 220),
  }),
  fc.record({
    kind: fc.constant('several'),
    options: record(['A', 'B', 'C', 'D', 'E'], 140),
    key: fc.constantFrom(['B'], ['A', 'C'], ['B', 'D', 'E']),
    why: fc.constant(undefined),
  }),
  fc.record({
    kind: fc.constant('true-false'),
    key: fc.constant(false),
    correction: lines('put right', 250),
  }),
  fc.record({
    kind: fc.constant('kprime'),
    statements: record(['A', 'B', 'C', 'D'], 140),
    key: fc.constant({ A: true, B: true, C: false, D: true }),
    why: record(['C'], 220),
  }),
  fc
    .tuple(fc.constant({ kind: 'typed' }), wording(1))
    .map(([kind, fields]) => ({ ...kind, ...fields })),
  fc.record({
    kind: fc.constant('key-points'),
    points: fc.tuple(
      fc.record({ point: oneLine('first', 140), any: words('one') }),
      fc.record({ point: oneLine('second', 140), any: words('two') }),
    ),
    needs: fc.constantFrom(1, 2),
  }),
  fc.record({
    kind: fc.constant('numeric'),
    key: fc.integer({ min: -99_999, max: 99_999 }).map((number) => number / 100),
    tolerance: fc.constantFrom(0.01, 1, 2.5),
    unit: fc.constantFrom('ms', '%'),
  }),
  fc.record({
    kind: fc.constant('order'),
    items: fc.tuple(oneLine('i1', 70), oneLine('i2', 70), oneLine('i3', 70)),
  }),
  fc
    .tuple(
      fc.tuple(oneLine('l1', 45), oneLine('l2', 45), oneLine('l3', 45)),
      record(['1', '2', '3'], 70),
    )
    .map(([lefts, rights]) => ({
      kind: 'match',
      pairs: Object.fromEntries(lefts.map((left, at) => [left, rights[String(at + 1)] ?? ''])),
    })),
  fc.record({ kind: fc.constant('gap'), gaps: fc.tuple(wording(1), wording(2)) }),
  fc.record({ kind: fc.constant('gap'), gaps: fc.tuple(wording(1)) }),
  fc.record({ kind: fc.constant('flash'), answer: lines('answer', 600) }),
];

/** A card of any kind, full of signs that mean something elsewhere. */
export const anyCard: fc.Arbitrary<WrittenCard> = fc
  .tuple(fc.oneof(...own), fc.record(around), lines('question', 400))
  .map(([fields, shared, question]) => whole({ ...shared, ...fields }, question));

function whole(card: WrittenCard, question: string): WrittenCard {
  const gaps = Array.isArray(card['gaps']) ? card['gaps'].length : 0;
  const marks = Array.from({ length: gaps }, (_, at) => `{${at + 1}} and`).join(' ');
  const { why, ...rest } = card;
  const written = {
    ...rest,
    id: 'made-up',
    prompt: gaps > 0 ? `${question} ${marks} more` : question,
  };
  if (card['kind'] === 'several') return { ...written, why: whyOf(card) };
  return why === undefined ? written : { ...written, why };
}

function whyOf({ options, key }: WrittenCard): Record<string, string> {
  const wrong = Object.keys(options as object).filter(
    (letter) => !(key as string[]).includes(letter),
  );
  return Object.fromEntries(wrong.map((letter) => [letter, `Not ${letter}: it is = wrong.`]));
}
