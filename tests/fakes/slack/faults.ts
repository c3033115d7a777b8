/** What goes wrong with one call; where it `accepts`, the call took effect and only its answer is lost. */
export type Fault =
  | { readonly kind: 'limited'; readonly seconds: number }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'status'; readonly status: number; readonly accepts?: boolean }
  | { readonly kind: 'garbled'; readonly accepts?: boolean }
  | { readonly kind: 'drop'; readonly accepts?: boolean }
  | { readonly kind: 'hang'; readonly accepts?: boolean }
  /** Answered as it should be, later. */
  | { readonly kind: 'held'; readonly until: Promise<void>; readonly accepts: true };

/** Faults ordered ahead, each for the next call of a method. */
export function orderedFaults() {
  const ordered: {
    readonly method: string;
    readonly fault: Fault;
    readonly team: string | null;
  }[] = [];
  return {
    /** @param team only where this workspace calls; absent: any */
    next(method: string, fault: Fault, team: string | null = null): void {
      ordered.push({ method, fault, team });
    },
    take(method: string, team: string | null): Fault | null {
      const at = ordered.findIndex(
        (each) => each.method === method && (each.team === null || each.team === team),
      );
      return at < 0 ? null : (ordered.splice(at, 1)[0]?.fault ?? null);
    },
  };
}
