import { clearScreenDown, createInterface, cursorTo, moveCursor } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type History, LONGEST_HISTORY } from './history.ts';
import { lineQueue } from './lines.ts';
import { clean } from './text.ts';

/** Blocks of text go out, lines come in. */
export interface Screen {
  /** Shows a block between empty lines; what is being typed stays below it. */
  print(block: string): void;
  /** The next line; null when no more come. Lines that came early have waited. */
  ask(prompt: string): Promise<string | null>;
  /** Drops the lines that wait and gives the terminal back. */
  close(): void;
}

/** What somebody at a terminal has. */
export interface Keyboard {
  readonly history: History;
  /** Whole lines that a begun one can become. */
  complete(begun: string): readonly string[];
  /** Ctrl-C. */
  onInterrupt(): void;
}

/** How many lines are taken out of a pipe ahead of their turn. */
const PIPED_AHEAD = 64;

/** Lines from a pipe or a file. They are shown after their prompts, so that the output reads as a conversation. */
export function pipedScreen(input: Readable, output: Writable): Screen {
  const reader = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const lines = lineQueue();
  const write = spacing(output);
  reader.on('line', (line) => {
    if (lines.add(line) > PIPED_AHEAD) reader.pause();
  });
  reader.on('close', lines.end);
  // What cannot be read any more has ended.
  reader.on('error', lines.end);
  return {
    print: write.block,
    async ask(prompt) {
      if (!lines.isEnded()) reader.resume();
      const line = await lines.next();
      if (line !== null) write.line(`${prompt}${clean(line)}`);
      return line;
    },
    close() {
      lines.drop();
      reader.close();
    },
  };
}

/** A terminal: once a line has been asked for, the prompt stays at the bottom and all else appears above it. */
export function keyboardScreen(input: Readable, output: Writable, keyboard: Keyboard): Screen {
  const editor = createInterface({
    input,
    output,
    terminal: true,
    history: [...keyboard.history.lines],
    historySize: LONGEST_HISTORY,
    removeHistoryDuplicates: true,
    completer: (begun: string) => [keyboard.complete(begun), begun],
  });
  const lines = lineQueue();
  const write = spacing(output);
  let prompt: string | null = null;

  function eraseLine(): void {
    moveCursor(output, 0, -editor.getCursorPos().rows);
    cursorTo(output, 0);
    clearScreenDown(output);
    // The editor redraws from as many rows up as it remembers; the cursor is at the first one now.
    Object.assign(editor, { prevRows: 0 });
  }
  editor.on('line', (line) => {
    write.ended();
    if (line.trim() !== '') keyboard.history.add(line);
    lines.add(line);
    editor.prompt();
  });
  editor.on('SIGINT', keyboard.onInterrupt);
  // The window is gone (EIO). Closing here would try to reset it, fail, and end up here again.
  editor.on('error', lines.end);
  editor.on('close', () => {
    if (prompt !== null) eraseLine();
    prompt = null;
    lines.end();
  });
  return {
    print(block) {
      if (prompt !== null) eraseLine();
      write.block(block);
      if (prompt !== null) editor.prompt(true);
    },
    ask(wanted) {
      if (!lines.isEnded() && prompt !== wanted) {
        const isShown = prompt !== null;
        prompt = wanted;
        editor.setPrompt(prompt);
        editor.prompt(isShown);
      }
      return lines.next();
    },
    close() {
      lines.drop();
      editor.close();
    },
  };
}

/** One empty line between blocks, never two. */
function spacing(output: Writable) {
  let isSpaced = false;
  return {
    block(text: string): void {
      output.write(`${isSpaced ? '' : '\n'}${text}\n\n`);
      isSpaced = true;
    },
    line(text: string): void {
      output.write(`${text}\n`);
      isSpaced = false;
    },
    /** Somebody else ended a line. */
    ended(): void {
      isSpaced = false;
    },
  };
}
