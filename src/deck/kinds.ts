import type { Kind } from './kind.ts';
import { flash } from './kinds/flash.ts';
import { gap } from './kinds/gap.ts';
import { keyPoints } from './kinds/key-points.ts';
import { kprime } from './kinds/kprime.ts';
import { match } from './kinds/match.ts';
import { numeric } from './kinds/numeric.ts';
import { order } from './kinds/order.ts';
import { several } from './kinds/several.ts';
import { single } from './kinds/single.ts';
import { trueFalse } from './kinds/true-false.ts';
import { typed } from './kinds/typed.ts';

/** Every kind of card: a new one is a file in `kinds/` and a line here. */
export const KINDS: readonly [Kind, ...Kind[]] = [
  single,
  several,
  trueFalse,
  kprime,
  typed,
  keyPoints,
  numeric,
  order,
  match,
  gap,
  flash,
];
