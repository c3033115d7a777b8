import { MINUTE } from '../../../src/core/day.ts';
import { BESIDES, nameOf, type Target } from './history.ts';
import { answerQuestion } from './members.ts';
import { type OrderedDaily, suspendedByBot } from './organisers.ts';
import { platformOf, type Rulings } from './platform-server.ts';
import { diceFor, noteFault, type Stage } from './stage.ts';
import { isProcessTrouble, type Step, type Trouble, troublesOf } from './trouble.ts';
import { longerThanClaim } from './world.ts';

/** What the run decides while questions are on their way, and when it last had to. */
export interface RulingsOfRun extends Rulings {
  /** The time of the last sign that a question is on its way. */
  lastSign(): number;
}

export function rulingsFor(
  stage: Stage,
  members: number,
  dailyOf: (target: Target) => OrderedDaily | undefined,
): RulingsOfRun {
  const waiting = new Map<string, Trouble[]>();
  let lastSign = Number.NEGATIVE_INFINITY;

  /** The occurrence's next trouble, if it waits for this step. */
  function troubleAt(target: Target, step: Step, process: number): Trouble | null {
    // What a platform that is away refuses may be tried as fast as time flies.
    if (stage.away.has(platformOf(target.community))) return null;
    lastSign = stage.clock.now();
    if (stage.isHealing) return null;
    const name = nameOf(target);
    const left = waiting.get(name) ?? troublesOf(stage.seed, target, stage.kinds);
    waiting.set(name, left);
    if (left[0]?.step !== step) return null;
    const { community, daily, day } = target;
    const trouble = left.shift() as Trouble;
    const kind = isProcessTrouble(trouble.deed) ? `${trouble.deed} at ${step}` : trouble.deed;
    noteFault(stage, kind, MINUTE, { target: { community, daily, day } });
    // A process that ends, stops or hangs takes other questions along.
    if (isProcessTrouble(trouble.deed)) noteFault(stage, BESIDES, 2 * MINUTE, { process });
    return trouble;
  }

  function refusedChannel(target: Target): void {
    const daily = dailyOf(target);
    if (daily) suspendedByBot(stage, daily);
  }

  return {
    lastSign: () => lastSign,
    isAway: (platform) => stage.away.has(platform),
    async step({ process, step, round, community, daily, day }) {
      const target = { community, daily, day };
      if (step === 'claiming') {
        stage.claims.push({ ...target, round, process, at: stage.clock.now() });
      }
      const deed = troubleAt(target, step, process)?.deed;
      const lasts = longerThanClaim(diceFor(stage, `${nameOf(target)} ${step}`));
      switch (deed) {
        case 'kill':
          stage.fleet.kill(process);
          return new Promise(() => {});
        case 'stop':
          stage.fleet.stop(process, lasts / stage.clock.pace);
          return 0;
        case 'block':
          return lasts / stage.clock.pace;
        default:
          return 0;
      }
    },
    request({ process, ...target }) {
      const deed = troubleAt(target, 'request', process)?.deed ?? 'none';
      const dice = diceFor(stage, `${nameOf(target)} request`);
      switch (deed) {
        case 'kill':
          stage.fleet.kill(process);
          return dice() < 0.5 ? 'end the process first' : 'end it after';
        case 'stop':
          stage.fleet.stop(process, longerThanClaim(dice) / stage.clock.pace);
          return 'none';
        case 'block':
          stage.fleet.block(process, longerThanClaim(dice) / stage.clock.pace);
          return 'none';
        case 'refuse the channel':
          refusedChannel(target);
          return deed;
        default:
          return deed;
      }
    },
    lost({ community, daily, day }) {
      noteFault(stage, 'come too late', MINUTE, { target: { community, daily, day } });
    },
    accepted(message) {
      lastSign = stage.clock.now();
      stage.messages.push(message);
      answerQuestion(stage, message, members);
    },
  };
}
