import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { posix } from 'node:path';
import {
  type DeckFolder,
  type LoadedDecks,
  noDeckIn,
  type Survey,
  survey,
  whole,
} from './decks.ts';
import { type Fault, faultOf } from './fault.ts';
import { FILE_LIMITS } from './limits.ts';
import { IMAGES } from './picture.ts';
import { type SourceFile, TOO_LARGE } from './yaml-tree.ts';

/** Reads every deck below the folder: whole, or not at all with every fault. */
export async function loadDecks(folder: string): Promise<LoadedDecks> {
  return whole(await surveyFolder(folder));
}

/** `folder` holds decks, or is the folder of one. Never throws for what is in the files. */
export async function surveyFolder(folder: string): Promise<Survey> {
  const entries = await entriesOf(folder);
  if ('message' in entries) return survey([], [entries]);
  const isDeck = entries.some(({ name }) => name === 'deck.yaml' || isTopic(name));
  const names = entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink());
  const folders = isDeck ? [folder] : names.map(({ name }) => posix.join(folder, name));
  const read = await Promise.all(folders.map(readFolder));
  const faults = read.flatMap((deck) => deck.faults);
  if (folders.length === 0) faults.push(noDeckIn(folder));
  return survey(
    read.map(({ deck }) => deck),
    faults,
  );
}

function isTopic(name: string): boolean {
  return name.endsWith('.yaml');
}

/** What is not hidden, by name; a fault where the folder cannot be read. */
async function entriesOf(folder: string): Promise<Dirent[] | Fault> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    return faultOf(
      folder,
      `the folder cannot be read (${reasonOf(cause)}); check its path and rights`,
    );
  }
}

async function readFolder(folder: string): Promise<{ deck: DeckFolder; faults: Fault[] }> {
  const entries = await entriesOf(folder);
  if ('message' in entries) return { deck: { folder, files: [], images: [] }, faults: [entries] };
  const misnamed = entries.filter(({ name }) => name.endsWith('.yml'));
  const faults = misnamed.map(({ name }) =>
    faultOf(posix.join(folder, name), 'rename the file to end in .yaml'),
  );
  const names = entries.map(({ name }) => name).filter(isTopic);
  const read = await Promise.all(names.map((name) => readSource(posix.join(folder, name))));
  const files: SourceFile[] = [];
  for (const source of read) 'text' in source ? files.push(source) : faults.push(source);
  return { deck: { folder, files, images: await imagesIn(folder, entries) }, faults };
}

/** The files among its drawings; what only points elsewhere is none. */
async function imagesIn(folder: string, entries: readonly Dirent[]): Promise<string[]> {
  if (!entries.some((entry) => entry.name === IMAGES && entry.isDirectory())) return [];
  const images = await entriesOf(posix.join(folder, IMAGES));
  if ('message' in images) return [];
  return images.filter((image) => image.isFile()).map(({ name }) => posix.join(IMAGES, name));
}

async function readSource(file: string): Promise<SourceFile | Fault> {
  try {
    const { size } = await stat(file);
    if (size > FILE_LIMITS.bytes) return faultOf(file, TOO_LARGE);
    const bytes = await readFile(file);
    return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (cause) {
    if (cause instanceof TypeError)
      return faultOf(file, 'the file is not UTF-8; save it in that encoding');
    return faultOf(file, `the file cannot be read (${reasonOf(cause)}); check its rights`);
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
