import { isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { nearest } from '../chat/nearest.ts';
import { maskedAddress } from './redis-target.ts';
import { SECTIONS, SETTINGS, sectionOf } from './settings.ts';

/** A value as it was written, and where. */
interface Written {
  readonly value: unknown;
  /** `config/hypercall.yaml:12` */
  readonly place: string;
}

export interface SettingsFile {
  /** By dotted name. */
  readonly values: ReadonlyMap<string, Written>;
  readonly faults: readonly string[];
}

interface Entry {
  readonly name: string;
  readonly value: unknown;
  readonly offset: number;
}

const LONGEST_SHOWN = 80;
const NAMES = SETTINGS.map(({ name }) => name);

/** What the text of a settings file sets; every key that is no setting is a fault. Never throws. */
export function readSettingsFile(file: string, text: string): SettingsFile {
  const lineCounter = new LineCounter();
  const { contents, errors } = parseDocument(text, { lineCounter, prettyErrors: false });
  const placeAt = (offset: number): string => `${file}:${lineCounter.linePos(offset).line}`;
  if (errors.length > 0) {
    const faults = errors.map(({ pos, code }) => `${placeAt(pos[0])}: ${notYaml(code)}`);
    return { values: new Map(), faults: [...new Set(faults)] };
  }
  if (contents !== null && !isMap(contents) && !isEmpty(contents)) {
    return { values: new Map(), faults: [`${file}:1: write each setting as "name: value".`] };
  }
  const entries = isMap(contents) ? entriesIn(contents, null) : [];
  const known = entries.filter(({ name }) => NAMES.includes(name));
  const strange = entries.filter(({ name }) => !NAMES.includes(name));
  return {
    values: new Map(
      known.map(({ name, value, offset }) => [
        name,
        { value: plain(value), place: placeAt(offset) },
      ]),
    ),
    faults: strange.map(({ name, offset }) => `${placeAt(offset)}: ${strangeSentence(name)}`),
  };
}

/** Sections give their settings; a section without any gives nothing. */
function entriesIn(map: YAMLMap, section: string | null): Entry[] {
  return map.items.flatMap(({ key, value }): Entry | Entry[] => {
    const word = isScalar(key) ? String(key.value) : '?';
    const name = section === null ? word : `${section}.${word}`;
    if (SECTIONS.includes(name) && isMap(value)) return entriesIn(value, name);
    if (SECTIONS.includes(name) && isEmpty(value)) return [];
    return { name, value, offset: (key as Node | null)?.range?.[0] ?? 0 };
  });
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

/** No setting is a list or mapping: an empty list stands for those and is refused by every schema. */
function plain(node: unknown): unknown {
  if (isEmpty(node)) return null;
  return isScalar(node) ? node.value : [];
}

function notYaml(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'this name stands here for the second time; keep one.';
  return `this is not YAML (${code.toLowerCase().replaceAll('_', ' ')}); indent with spaces and put unusual texts in quotes.`;
}

function strangeSentence(name: string): string {
  if (SECTIONS.includes(name))
    return `${name} is a section; write its settings below it, indented.`;
  const section = sectionOf(name);
  const all =
    section === null ? [...SECTIONS, ...NAMES.filter((known) => !sectionOf(known))] : NAMES;
  const inside = section === null ? all : all.filter((known) => sectionOf(known) === section);
  return unknownSetting(name, inside);
}

/** Refuses a name and offers the one that was meant, or all that there are. */
export function unknownSetting(name: string, known: readonly string[]): string {
  const meant = known.length === 1 ? known[0] : nearest(name.slice(0, LONGEST_SHOWN), known);
  const shown = maskedAddress(name).slice(0, LONGEST_SHOWN);
  const advice = meant ? `did you mean ${meant}?` : `use one of ${known.join(', ')}.`;
  return `there is no setting ${JSON.stringify(shown)}; ${advice}`;
}
