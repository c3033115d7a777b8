import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { nearest } from '../chat/nearest.ts';
import { maskedAddress } from './redis-target.ts';
import { isList, SECTIONS, SETTINGS, sectionOf } from './settings.ts';

/** A value as it was written, and where. */
interface Written {
  readonly value: unknown;
  /** `config/hypercall.yaml:12` */
  readonly place: string;
  /** The place of a part of a list, by its path: `[0, 'when']`. */
  placeOf(path: readonly PropertyKey[]): string;
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
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const { contents, errors } = document;
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
        {
          value: plain(name, value, document),
          place: placeAt(offset),
          placeOf: (path) => placeAt(offsetOf(value, path) ?? offset),
        },
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

const LISTS = SETTINGS.filter(isList).map(({ name }) => name);

/** Few settings are lists and none is a mapping: what is refused by every schema stands for those elsewhere. */
function plain(name: string, node: unknown, document: Document): unknown {
  if (isEmpty(node)) return null;
  if (isScalar(node)) return node.value;
  return LISTS.includes(name) && isSeq(node) ? node.toJS(document) : {};
}

/** Where a part stands, or the nearest thing around it. */
function offsetOf(node: unknown, path: readonly PropertyKey[]): number | undefined {
  const around = (node as Node | null)?.range?.[0];
  if (path.length === 0 || !isCollection(node)) return around;
  return offsetOf(node.get(path[0], true), path.slice(1)) ?? around;
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
