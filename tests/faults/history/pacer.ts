import { setTimeout as pause } from 'node:timers/promises';
import { type Instant, MINUTE, SECOND } from '../../../src/core/day.ts';
import type { BookKeeper } from './books.ts';
import { type PlatformServer, platformOf } from './platform-server.ts';
import type { RulingsOfRun } from './rulings.ts';
import type { Stage } from './stage.ts';

/** Time may fly where nothing delicate happens for so long. */
const QUIET = 3 * MINUTE;
/** … and slows down so long before the next delicate thing. */
const MARGIN = 45 * SECOND;
/** Longer than a claim: after a sign of a question on its way, time goes slowly for so long. */
const AFTER_SIGN = 50 * SECOND;
/** What has been due for longer than this holds time up no more. */
const OVERDUE = 20 * MINUTE;
/** How often the run looks around (real milliseconds). */
const BEAT = 15;

/** Lets time go by: slowly while a question is or may be on its way, else fast. */
export function pacer(
  stage: Stage,
  server: PlatformServer,
  rulings: RulingsOfRun,
  books: BookKeeper,
  communities: readonly string[],
) {
  const { clock, agenda } = stage;
  let flyUntil = Number.NEGATIVE_INFINITY;

  async function look(end: Instant): Promise<void> {
    const now = clock.now();
    if (now < flyUntil || now - rulings.lastSign() < AFTER_SIGN) return;
    if (server.inFlight() > 0 || stage.underWay.size > 0) return;
    const reachable = communities.filter((each) => !stage.away.has(platformOf(each)));
    const due = await books.nextDue(reachable, now - OVERDUE);
    const delicate = agenda.nextDelicate();
    const next = Math.min(end + MARGIN, due ?? Infinity, delicate ?? Infinity);
    if (next - clock.now() < QUIET) return;
    flyUntil = next - MARGIN;
    clock.hurry(flyUntil);
  }

  return {
    /** Does what the agenda holds until then. */
    async until(end: Instant): Promise<void> {
      let looking: Promise<void> | null = null;
      while (clock.now() < end) {
        agenda.run(clock.now());
        looking ??= look(end).finally(() => {
          looking = null;
        });
        await pause(BEAT);
      }
      await looking;
      agenda.run(clock.now());
    },
  };
}
