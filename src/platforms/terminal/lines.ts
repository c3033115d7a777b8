/** Lines that wait for somebody to read them, in order. */
export interface Lines {
  /** How many wait now. */
  add(line: string): number;
  /** No more come; those that wait stay. */
  end(): void;
  /** Forgets those that wait; no more come. */
  drop(): void;
  isEnded(): boolean;
  /** The next line, as soon as there is one; null after the last. For one reader at a time. */
  next(): Promise<string | null>;
}

export function lineQueue(): Lines {
  const waiting: string[] = [];
  let reader: ((line: string | null) => void) | null = null;
  let isEnded = false;

  function hand(line: string | null): void {
    const waits = reader;
    reader = null;
    waits?.(line);
  }
  function end(): void {
    isEnded = true;
    hand(null);
  }
  return {
    end,
    isEnded: () => isEnded,
    add(line) {
      if (reader) hand(line);
      else if (!isEnded) waiting.push(line);
      return waiting.length;
    },
    drop() {
      waiting.length = 0;
      end();
    },
    async next() {
      const line = waiting.shift();
      if (line !== undefined || isEnded) return line ?? null;
      return new Promise((resolve) => {
        reader = resolve;
      });
    },
  };
}
