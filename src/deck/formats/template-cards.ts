import type { CardKind } from '../../core/card.ts';

/** The keys of each kind between `prompt` and `explanation`, with what to know about them. */
export const OWN_KEYS: Readonly<Record<CardKind, string>> = {
  single: `
    options:  # 3 to 6, alike in length and wording; they are shown in another order
      A: The first option
      B: The second option
      C: The third option
      D: The fourth option
    key: B
    why:  # for each wrong option: shown to who chose it
      A: Why the first is wrong.
      C: Why the third is wrong.
      D: Why the fourth is wrong.
`,
  several: `
    options:  # 4 to 6, at least one right and one wrong
      A: The first option
      B: The second option
      C: The third option
      D: The fourth option
    key: [A, C]
    why:  # for each wrong option: shown to who chose it
      B: Why the second is wrong.
      D: Why the fourth is wrong.
`,
  'true-false': `
    key: false
    correction: >-  # only where the statement is false: the statement put right
      What is true instead.
`,
  kprime: `
    statements:  # exactly four
      A: The first statement
      B: The second statement
      C: The third statement
      D: The fourth statement
    key: {A: true, B: false, C: true, D: false}
    why:  # for each false statement
      B: Why the second is false.
      D: Why the fourth is false.
`,
  typed: `
    accept: [usual answer, other name]  # capitals, hyphens, plurals and small slips are forgiven
    reject: [near miss]  # terms that look alike and are wrong; leave it out where there are none
`,
  'key-points': `
    points:  # 2 to 4; any wording of a point meets it
      - point: What the first point says
        any: [first wording, same in other words]
      - point: What the second point says
        any: [second wording, another for it]
    needs: 2  # how many make the answer right; all where it is left out
`,
  numeric: `
    key: 24
    tolerance: 5%  # or a number; leave it out where only the key is right
    unit: ms  # the one that the prompt asks for; leave it out where there is none
`,
  order: `
    items:  # 3 to 5 in their right order; they are shown in another
      - What comes first
      - What comes second
      - What comes third
`,
  match: `
    pairs:  # 3 to 5, no two right sides the same
      First left: its right
      Second left: the right of the second
      Third left: the right of the third
`,
  gap: `
    gaps:  # one for each mark, in the same order
      - accept: [first word, other name]
        reject: [near miss]
      - accept: [second word]
`,
  flash: `
    answer: >-
      What is shown when the member looks. The member says how well it was known.
`,
};

/** What the prompt of each kind is. */
export const PROMPTS: Readonly<Record<CardKind, string>> = {
  single: 'A question with one right option?',
  several: 'Which of these are right (several may be)?',
  'true-false': 'A statement that is true or false.',
  kprime: 'Judge each of the four statements.',
  typed: 'A question that one to four words answer?',
  'key-points': 'A question that a sentence or two answer?',
  numeric: 'How many milliseconds does it take?',
  order: 'Put the steps into the right order.',
  match: 'Match each term with what it means.',
  gap: 'A sentence in which {1} is missing, and then {2}.',
  flash: 'A question to think about before looking?',
};
