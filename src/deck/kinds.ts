import type { Kind } from './kind.ts';
import { several } from './kinds/several.ts';
import { single } from './kinds/single.ts';
import { trueFalse } from './kinds/true-false.ts';

/** Every kind of card: a new one is a file in `kinds/` and a line here. */
export const KINDS: readonly [Kind, ...Kind[]] = [single, several, trueFalse];
