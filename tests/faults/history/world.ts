import { HOUR, type Instant, MINUTE, SECOND } from '../../../src/core/day.ts';
import type { Dice } from '../../../src/core/dice.ts';
import { PLATFORMS } from './platform-server.ts';
import type { FragileRedis } from './redis.ts';
import { diceFor, noteFault, type Stage } from './stage.ts';
import { WORLD_TROUBLES, type WorldTrouble } from './trouble.ts';

/** How often each comes, on average, while the questions of half a day fall due. */
const OFTEN: Readonly<Record<WorldTrouble, number>> = {
  'kill any': 1.5,
  'stop any': 0.6,
  'block any': 0.6,
  'redis restart': 0.25,
  'redis kill': 0.25,
  'redis hang': 0.2,
  'clock +1 h': 0.2,
  'clock -1 h': 0.3,
  'clock +1 day': 0.06,
  'clock skew': 0.5,
  'platform away': 0.35,
};

const STEPS: Readonly<Partial<Record<WorldTrouble, number>>> = {
  'clock +1 h': HOUR,
  'clock -1 h': -HOUR,
  'clock +1 day': 24 * HOUR,
};

/** Plans what befalls everybody while questions fall due between two moments. */
export function planWorld(stage: Stage, redis: FragileRedis, from: Instant, to: Instant): void {
  for (const kind of WORLD_TROUBLES) {
    if (!stage.kinds.has(kind)) continue;
    const dice = diceFor(stage, `${kind} ${from}`);
    for (let left = OFTEN[kind]; dice() < left; left -= 1) {
      const at = from + dice() * (to - from);
      stage.agenda.add({
        at,
        isDelicate: true,
        act: () => {
          if (!stage.isHealing) befall(stage, redis, kind, dice);
        },
      });
    }
  }
}

function befall(stage: Stage, redis: FragileRedis, kind: WorldTrouble, dice: Dice): void {
  const { clock, fleet } = stage;
  const process = Math.floor(dice() * stage.clockOff.length);
  switch (kind) {
    case 'kill any':
      noteFault(stage, kind, MINUTE, { process });
      fleet.kill(process);
      return;
    case 'stop any': {
      const lasts = longerThanClaim(dice);
      noteFault(stage, kind, lasts, { process });
      fleet.stop(process, lasts / clock.pace);
      return;
    }
    case 'block any': {
      const lasts = longerThanClaim(dice);
      noteFault(stage, kind, lasts, { process });
      fleet.block(process, lasts / clock.pace);
      return;
    }
    case 'redis restart':
      noteFault(stage, kind, MINUTE);
      return void redis.restart();
    case 'redis kill':
      noteFault(stage, kind, MINUTE);
      return void redis.kill();
    case 'redis hang': {
      const lasts = 500 + dice() * 3_000;
      noteFault(stage, kind, lasts * clock.pace);
      return void redis.hang(lasts);
    }
    case 'clock +1 h':
    case 'clock -1 h':
    case 'clock +1 day':
      putWrong(stage, process, kind, STEPS[kind] ?? 0, MINUTE + dice() * 5 * MINUTE);
      return;
    case 'clock skew':
      putWrong(stage, process, kind, dice() < 0.5 ? 2 * SECOND : -2 * SECOND, HOUR);
      return;
    case 'platform away':
      takeAway(stage, dice);
  }
}

/** From 35 to 75 seconds: a claim lasts 30. */
export const longerThanClaim = (dice: Dice): number => (35 + dice() * 40) * SECOND;

function putWrong(stage: Stage, process: number, kind: string, by: number, lasts: number): void {
  noteFault(stage, kind, lasts, { clockOff: by });
  setClock(stage, process, by);
  stage.agenda.add({
    at: stage.clock.now() + lasts,
    isDelicate: true,
    act: () => setClock(stage, process, 0),
  });
}

export function setClock({ clock, clockOff }: Stage, process: number, by: number): void {
  clockOff[process] = by;
  clock.putWrong(process, by);
}

/** Mostly for minutes, now and then for longer than a question may be late. */
function takeAway(stage: Stage, dice: Dice): void {
  const names = Object.keys(PLATFORMS);
  const platform = names[Math.floor(dice() * names.length)] as string;
  const lasts = dice() < 0.15 ? 7 * HOUR : MINUTE + dice() * 20 * MINUTE;
  noteFault(stage, 'platform away', lasts, { platform });
  stage.away.add(platform);
  stage.fleet.tellAway([...stage.away]);
  stage.agenda.add({
    at: stage.clock.now() + lasts,
    isDelicate: true,
    act: () => {
      stage.away.delete(platform);
      stage.fleet.tellAway([...stage.away]);
    },
  });
}
