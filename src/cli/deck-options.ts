/** What may stand behind a deck command; absent where it was not given. */
export interface DeckOptions {
  readonly json?: boolean;
  readonly deck?: string;
  readonly content?: string;
  readonly topic?: string;
  readonly title?: string;
  readonly prefix?: string;
}

/** For `parseArgs`. */
export const OPTIONS = {
  json: { type: 'boolean' },
  deck: { type: 'string' },
  content: { type: 'string' },
  topic: { type: 'string' },
  title: { type: 'string' },
  prefix: { type: 'string' },
} as const;

export interface Outcome {
  readonly text: string;
  /** 0 well, 1 faults, 2 not understood. */
  readonly exitCode: 0 | 1 | 2;
}

export const well = (text: string): Outcome => ({ text, exitCode: 0 });

/** Where decks are unless an option says otherwise. */
export const CONTENT = 'content';
