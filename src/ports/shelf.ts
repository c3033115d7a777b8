/** A few named texts that outlive the process and that all processes share. Names are plain ASCII without spaces. */
export interface Shelf {
  get(name: string): Promise<string | null>;
  put(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** What gives the claim back, for the first who asks within `forMs`; null for everybody after that. */
  claim(name: string, forMs: number): Promise<Claim | null>;
}

interface Claim {
  /** Lets others have it now; does nothing once it ran out. */
  release(): Promise<void>;
}
