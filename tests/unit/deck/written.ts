import { expect, it } from 'vitest';
import type { Card } from '../../../src/core/card.ts';
import { type LoadedDecks, readDecks } from '../../../src/deck/decks.ts';
import { formatFault } from '../../../src/deck/fault.ts';
import { parseYaml } from '../../../src/deck/yaml-tree.ts';

/** What is exchanged in a text, and the one fault that this makes. */
export type FaultCase = readonly [what: string, from: string, to: string, fault: string];

export const ABOUT = 'title: Virtualization\ndescription: About machines\nlanguage: en\n';

/** Its first line is line 4 of the file that {@link topicOf} makes. */
export const SINGLE = `
  - id: vmcs-fields
    seed: S01
    difficulty: 2
    kind: single
    prompt: What does a VMCS hold?
    options:
      A: The guest's pages
      B: The guest's state
      C: The host's disks
      D: The host's name
    key: B
    why:
      A: Pages lie in memory.
      C: Disks lie elsewhere.
      D: Names lie in a file.
    explanation: It holds the state of one virtual processor.
    source: Intel SDM
`.slice(1);

export const SEVERAL = SINGLE.replace('single', 'several')
  .replace('key: B', 'key: [B, D]')
  .replace('      D: Names lie in a file.\n', '');

export const TRUE_FALSE = `
  - id: vmcs-truth
    difficulty: 1
    kind: true-false
    prompt: A VMCS holds guest pages.
    key: false
    correction: A VMCS holds guest state.
    explanation: Pages lie in memory.
    source: Intel SDM
`.slice(1);

/** What the cards below end with. */
const END = `    explanation: Pages lie in memory.
    source: Intel SDM
`;

export const KPRIME = `
  - id: vmcs-judge
    difficulty: 3
    kind: kprime
    prompt: Judge each statement about a VMCS.
    statements:
      A: It holds guest state.
      B: It holds guest pages.
      C: It has a revision.
      D: It lies in the guest.
    key: {A: true, B: false, C: true, D: false}
    why:
      B: Pages lie in memory.
      D: The guest has no access.
${END}`.slice(1);

export const TYPED = `
  - id: vmcs-name
    difficulty: 1
    kind: typed
    prompt: What is the control structure of VT-x called?
    accept: [VMCS, virtual machine control structure]
    reject: [VMCB]
${END}`.slice(1);

export const KEY_POINTS = `
  - id: vmcs-points
    difficulty: 2
    kind: key-points
    prompt: What does the CPU do at a VM exit?
    points:
      - point: It saves the state of the guest
        any: [saves guest state, guest state]
      - point: It loads the state of the host
        any: [host state]
${END}`.slice(1);

export const NUMERIC = `
  - id: vmcs-size
    difficulty: 1
    kind: numeric
    prompt: How many KiB does a VMCS take at most?
    key: 4
    tolerance: 5%
    unit: KiB
${END}`.slice(1);

export const ORDER = `
  - id: vmcs-steps
    difficulty: 2
    kind: order
    prompt: Put the life of a VMCS into order.
    items:
      - Clear it
      - Load it
      - Launch it
${END}`.slice(1);

export const MATCH = `
  - id: vmcs-pairs
    difficulty: 2
    kind: match
    prompt: Match each term of Intel with that of AMD.
    pairs:
      VMCS: VMCB
      VMCALL: VMMCALL
      VPID: ASID
${END}`.slice(1);

export const GAP = `
  - id: vmcs-gaps
    difficulty: 2
    kind: gap
    prompt: A VM exit leads to {1} mode, a VM entry to {2} mode.
    gaps:
      - accept: [root, VMX root]
        reject: [non-root]
      - accept: [non-root]
${END}`.slice(1);

export const FLASH = `
  - id: vmcs-flash
    difficulty: 1
    kind: flash
    prompt: What is a VMCS?
    answer: The structure that holds the state of a virtual processor.
${END}`.slice(1);

/** A whole file `vmcs.yaml`. */
export function topicOf(...cards: readonly string[]): string {
  return `topic: vmcs\ntitle: The VMCS\ncards:\n${cards.join('')}`;
}

/** What there is to show: any deck here may use it. */
const IMAGES = ['content/v/images/vmcs.svg', 'content/other/images/rings.svg'];

/** A deck of this `vmcs.yaml`. */
function deckOf(vmcs: string, more: Readonly<Record<string, string>> = {}): LoadedDecks {
  const texts = { 'deck.yaml': ABOUT, 'vmcs.yaml': vmcs, ...more };
  const files = Object.entries(texts).map(([name, text]) => ({ file: `content/v/${name}`, text }));
  return readDecks(files, IMAGES);
}

/** The cards of a `vmcs.yaml` without fault. */
export function cardsOf(...cards: readonly string[]): readonly Card[] {
  const read = deckOf(topicOf(...cards));
  if (read.kind === 'faulty') throw new Error(read.faults.map(formatFault).join('\n'));
  return read.decks.list().flatMap((deck) => deck.cards);
}

/** The faults of a deck with this `vmcs.yaml`, as authors read them, without the folder. */
export function faultsOf(vmcs: string, more: Readonly<Record<string, string>> = {}): string[] {
  const read = deckOf(vmcs, more);
  if (read.kind === 'loaded') return [];
  return read.faults.map((fault) => formatFault(fault).replaceAll('content/v/', ''));
}

/** One test for each case: the card with the passage exchanged has the one fault and no other. */
export function refuses(card: string, cases: readonly FaultCase[]): void {
  it.each(cases)('%s', (_, from, to, fault) => {
    expect(faultsOf(topicOf(changed(card, from, to)))).toEqual([`vmcs.yaml:${fault}`]);
  });
}

/** The text with one passage exchanged; throws where the passage is absent, so that no test tests nothing. */
export function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`nothing to change: ${from}`);
  return text.replace(from, () => to);
}

/** What is wrong with a text as YAML: `2: a tab indents this line; use spaces`. */
export function yamlFaults(text: string): string[] {
  const parsed = parseYaml({ file: 'x.yaml', text });
  return parsed.kind === 'tree'
    ? []
    : parsed.faults.map(({ line, message }) => `${line}: ${message}`);
}
