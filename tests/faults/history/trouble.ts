import { type Dice, drawn, seededDice } from '../../../src/core/dice.ts';
import { nameOf, type Target } from './history.ts';

/** Where a question stands on its way, as its process tells. */
export const STEPS = ['claiming', 'claimed', 'request', 'answered', 'recorded'] as const;
export type Step = (typeof STEPS)[number];

/** What the platform can do to a request to post. */
export const REQUEST_TROUBLES = [
  'drop before',
  'drop after',
  'refuse 500 before',
  'answer 500 after',
  'answer 502 after',
  'hang after',
  'accept belatedly',
  'answer slowly',
  'ask to wait',
  'refuse the message',
  'refuse the channel',
] as const;
export type RequestTrouble = (typeof REQUEST_TROUBLES)[number];

/** What can happen to a process at a step. */
const PROCESS_TROUBLES = ['kill', 'stop', 'block'] as const;
export type ProcessTrouble = (typeof PROCESS_TROUBLES)[number];

/** What can happen to everything at once. */
export const WORLD_TROUBLES = [
  'kill any',
  'stop any',
  'block any',
  'redis restart',
  'redis kill',
  'redis hang',
  'clock +1 h',
  'clock -1 h',
  'clock +1 day',
  'clock skew',
  'platform away',
] as const;
export type WorldTrouble = (typeof WORLD_TROUBLES)[number];

/** What organisers do in the very moment in which a question falls due. */
export const ORDER_TROUBLES = ['pause', 'edit', 'now', 'remove'] as const;
type OrderTrouble = (typeof ORDER_TROUBLES)[number];

export type TroubleName =
  | RequestTrouble
  | ProcessTrouble
  | WorldTrouble
  | OrderTrouble
  | 'doubled event';

export const ALL_TROUBLES: readonly TroubleName[] = [
  ...REQUEST_TROUBLES,
  ...PROCESS_TROUBLES,
  ...WORLD_TROUBLES,
  ...ORDER_TROUBLES,
  'doubled event',
];

/** A fault that waits for an occurrence at a step of its way. */
export interface Trouble {
  readonly step: Step;
  readonly deed: RequestTrouble | ProcessTrouble;
}

/** How often each fault at a step comes, beside the others; the two that cost a process are dear. */
const WEIGHTS: Readonly<Partial<Record<TroubleName, number>>> = {
  kill: 0.4,
  stop: 0.2,
  block: 0.2,
  'refuse the message': 0.4,
  'refuse the channel': 0.3,
};

/** The share of occurrences that something happens to, and of those that something more happens to. */
const TROUBLED = 0.65;
const TROUBLED_AGAIN = 0.35;

/** What will happen to an occurrence: the same for the same seed, whatever else goes on. */
export function troublesOf(seed: string, target: Target, kinds: ReadonlySet<TroubleName>) {
  const dice = seededDice(`${seed} ${nameOf(target)}`);
  const deeds = [...REQUEST_TROUBLES, ...PROCESS_TROUBLES].filter((deed) => kinds.has(deed));
  const troubles: Trouble[] = [];
  if (deeds.length === 0) return troubles;
  for (let chance = TROUBLED; dice() < chance; chance = TROUBLED_AGAIN) {
    const deed = pickOf(deeds, dice);
    troubles.push({ step: isProcessTrouble(deed) ? stepOf(dice) : 'request', deed });
  }
  return troubles;
}

function pickOf<Deed extends TroubleName>(deeds: readonly Deed[], dice: Dice): Deed {
  return drawn(deeds, (deed) => WEIGHTS[deed] ?? 1, dice) as Deed;
}

const stepOf = (dice: Dice): Step => STEPS[Math.floor(dice() * STEPS.length)] as Step;

export function isProcessTrouble(deed: string): deed is ProcessTrouble {
  return PROCESS_TROUBLES.some((known) => known === deed);
}
