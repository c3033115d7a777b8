/** Chance, passed in: each call gives the next number in [0, 1). */
export type Dice = () => number;

/** The same seed gives the same throws, on every machine (xmur3 hash into sfc32). Not for secrets. */
export function seededDice(seed: string): Dice {
  let hash = 1779033703 ^ seed.length;
  for (let i = 0; i < seed.length; i++) {
    hash = Math.imul(hash ^ seed.charCodeAt(i), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  const next = (): number => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
  return sfc32(next(), next(), next(), next());
}

function sfc32(a: number, b: number, c: number, d: number): Dice {
  return () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  };
}

/** Fisher–Yates: every order equally likely. The input stays as it is. */
export function shuffled<Item>(items: readonly Item[], dice: Dice): Item[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(dice() * (i + 1));
    const kept = result[i] as Item;
    result[i] = result[j] as Item;
    result[j] = kept;
  }
  return result;
}

/** One item, drawn in proportion to its weight (≥ 0); null for no items. */
export function drawn<Item>(
  items: readonly Item[],
  weight: (item: Item) => number,
  dice: Dice,
): Item | null {
  const total = items.reduce((sum, item) => sum + weight(item), 0);
  let left = dice() * total;
  for (const item of items) {
    left -= weight(item);
    if (left < 0) return item;
  }
  return items.at(-1) ?? null;
}
