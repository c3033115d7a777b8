/** Notes that something happened, for those who wait for it. */
export interface Activity {
  mark(): void;
  /** How often something happened so far. */
  marks(): number;
  /** Resolves at the next mark, or after `limitMs`. */
  next(limitMs: number): Promise<void>;
}

export function newActivity(): Activity {
  const listeners = new Set<() => void>();
  let marks = 0;
  return {
    mark() {
      marks += 1;
      for (const listener of listeners) listener();
    },
    marks: () => marks,
    next: (limitMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(done, limitMs);
        function done(): void {
          clearTimeout(timer);
          listeners.delete(done);
          resolve();
        }
        listeners.add(done);
      }),
  };
}
