import { setTimeout as elapsed } from 'node:timers/promises';
import { DiscordAPIError, HTTPError } from 'discord.js';
import { PlatformFault } from '../../ports/platform.ts';
import { faultIn } from './calls.ts';
import { FATAL } from './fatal.ts';

const SECOND = 1_000;
const LONGEST = 60 * SECOND;
/** How long a start waits for a connection that neither comes nor fails (milliseconds). */
const PATIENCE = 15 * SECOND;

interface BootOptions {
  readonly signal: AbortSignal;
  report(doing: string, cause: unknown): void;
  onFatal(sentence: string): void;
}

/**
 * Connects; where the network is away it goes on trying, ever more slowly, while the rest of the process works.
 * Resolves with the first connection, the first `trouble` on the way, or after 15 s.
 *
 * @throws {PlatformFault} where no further attempt can help
 */
export async function keepTrying(
  connect: () => Promise<void>,
  trouble: Promise<void>,
  { signal, report, onFatal }: BootOptions,
): Promise<void> {
  const doing = 'connecting to Discord, which is tried again';

  async function onAndOn(): Promise<void> {
    for (let failures = 0; !signal.aborted; failures++) {
      const wait = Math.min(SECOND * 2 ** failures, LONGEST);
      // Not all processes at the same moment.
      await elapsed(wait * (0.5 + Math.random() / 2), undefined, { signal, ref: false });
      if (await connect().then(() => true, refusedForGood)) return;
    }
  }

  /** False where another attempt may help. */
  function refusedForGood(cause: unknown): boolean {
    const refusal = lastingRefusal(cause);
    if (refusal) onFatal(refusal.message);
    return refusal !== null;
  }

  const first = connect().catch((cause) => {
    const refusal = lastingRefusal(cause);
    if (refusal) throw refusal;
    report(doing, faultIn(cause));
    onAndOn().catch(() => {});
  });
  const given = Promise.race([trouble, elapsed(PATIENCE, undefined, { signal, ref: false })]).then(
    () => 'in trouble' as const,
    () => 'called off' as const,
  );
  if ((await Promise.race([first, given])) === 'in trouble') {
    report(doing, 'no connection has come about');
    // Told by `onFatal` already, where it ends for good after all.
    first.catch(() => {});
  }
}

/** The refusal as a fault with its remedy; null where another attempt may help. */
function lastingRefusal(cause: unknown): PlatformFault | null {
  if (cause instanceof PlatformFault) return cause.repeat === 'never' ? cause : null;
  if (cause instanceof DiscordAPIError || cause instanceof HTTPError) return statusRefusal(cause);
  // The library's own word: no identify is left today.
  const isSpent = cause instanceof Error && cause.message.startsWith('Not enough sessions');
  return isSpent ? new PlatformFault(`Discord: ${cause.message}`, 'never', cause) : null;
}

function statusRefusal(cause: DiscordAPIError | HTTPError): PlatformFault | null {
  const { status } = cause;
  if (status === 401) return new PlatformFault(FATAL[4004] ?? '', 'never');
  return status < 500 && status !== 429 ? faultIn(cause) : null;
}
