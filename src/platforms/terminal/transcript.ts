import { type FileHandle, mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { View } from '../../chat/view.ts';
import { PlatformFault } from '../../ports/platform.ts';
import { type Line, lineOf, type Message, messagesIn } from './record.ts';

/** The channel's messages, kept as a chat network keeps them: what was posted survives a crash. */
export interface Transcript {
  /** How many lines of the file could not be read. */
  readonly unreadable: number;
  /** The latest message that still asks something. */
  asking(): View | null;
  /** The latest message that was edited and asks nothing any more. */
  revealed(): View | null;
  /** Resolves when it is kept. A known key gives its first message. @throws {PlatformFault} */
  post(key: string, view: View): Promise<{ readonly number: number; readonly isNew: boolean }>;
  /** The message that was posted with this key; null for none. */
  numberOf(key: string): number | null;
  /** False where the message shows this view already. @throws {PlatformFault} */
  edit(number: number, view: View): Promise<boolean>;
  /** Resolves when all that was begun is kept. */
  close(): Promise<void>;
}

/** @param folder is made where it is missing; `terminal.jsonl` in it holds the messages */
export async function openTranscript(folder: string): Promise<Transcript> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'terminal.jsonl');
  const { messages, unreadable } = messagesIn(await textOf(path));
  const file = await replacedFile(folder, path, textFor(messages.values()));
  const inTurn = turns();

  const latest = (passes: (message: Message) => boolean) =>
    [...messages.values()].findLast(passes) ?? null;

  async function change(line: Line, message: Message): Promise<void> {
    await file.append(lineOf(line));
    messages.set(message.number, message);
  }

  async function post(key: string, view: View) {
    const known = latest((message) => message.key === key);
    if (known) return { number: known.number, isNew: false };
    const number = Math.max(0, ...messages.keys()) + 1;
    const message = { number, key, view, edited: false };
    await change({ kind: 'post', ...message }, message);
    return { number, isNew: true };
  }

  async function edit(number: number, view: View): Promise<boolean> {
    const message = messages.get(number);
    if (!message?.view) throw new PlatformFault(`Message ${number} is not kept`, 'never');
    if (JSON.stringify(message.view) === JSON.stringify(view)) return false;
    await change({ kind: 'edit', number, view }, { ...message, view, edited: true });
    return true;
  }

  return {
    unreadable,
    asking: () => latest(({ view }) => Boolean(view?.ask))?.view ?? null,
    revealed: () => latest(({ view, edited }) => edited && view?.ask === null)?.view ?? null,
    post: (key, view) => inTurn(() => post(key, view)),
    numberOf: (key) => latest((message) => message.key === key)?.number ?? null,
    edit: (number, view) => inTurn(() => edit(number, view)),
    close: () => inTurn(file.close),
  };
}

/** One after the other, in the order of the calls. */
function turns() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}

function textFor(messages: Iterable<Message>): string {
  return Array.from(messages, (message) => lineOf({ kind: 'post', ...message })).join('');
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw cause;
  }
}

/** Replaces the file in one step, so that a crash leaves the old one or the new one. */
async function replacedFile(folder: string, path: string, text: string) {
  await writeFile(`${path}.new`, text, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
  const directory = await open(folder, 'r');
  await directory.sync().finally(() => directory.close());
  return appendable(await open(path, 'a'), path, Buffer.byteLength(text));
}

function appendable(handle: FileHandle, path: string, begun: number) {
  let size = begun;
  let isOpen = true;

  async function append(line: string): Promise<void> {
    if (!isOpen) throw new PlatformFault('The terminal is closed', 'later');
    try {
      await handle.writeFile(line);
      await handle.datasync();
      size += Buffer.byteLength(line);
    } catch (cause) {
      throw new PlatformFault(
        `${path} cannot be written (${(cause as Error).message}): make room on its disk`,
        (await isUndone()) ? 'later' : 'unknown',
        cause,
      );
    }
  }

  /** Cuts off what a failed write left, so that the next line stands alone. */
  async function isUndone(): Promise<boolean> {
    try {
      await handle.truncate(size);
      return true;
    } catch {
      return false;
    }
  }

  async function close(): Promise<void> {
    isOpen = false;
    await handle.close();
  }

  return { append, close };
}
