import { readDecks } from '../../../src/deck/decks.ts';
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

/** A whole file `vmcs.yaml`. */
export function topicOf(...cards: readonly string[]): string {
  return `topic: vmcs\ntitle: The VMCS\ncards:\n${cards.join('')}`;
}

/** The faults of a deck with this `vmcs.yaml`, as authors read them, without the folder. */
export function faultsOf(vmcs: string, more: Readonly<Record<string, string>> = {}): string[] {
  const texts = { 'deck.yaml': ABOUT, 'vmcs.yaml': vmcs, ...more };
  const files = Object.entries(texts).map(([name, text]) => ({ file: `content/v/${name}`, text }));
  const read = readDecks(files);
  if (read.kind === 'loaded') return [];
  return read.faults.map((fault) => formatFault(fault).replaceAll('content/v/', ''));
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
