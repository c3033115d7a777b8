/** A start that cannot go on, in words for a person: what is wrong and what to do. */
export class Sentence extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'Sentence';
  }
}

/** What a person reads of a fault at the start: our own faults carry their sentence, others their text. */
export function sentenceOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
