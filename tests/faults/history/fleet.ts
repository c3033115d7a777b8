import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Intent } from '../../../src/chat/intent.ts';
import type { Reply } from '../../../src/chat/view.ts';
import type { Dice } from '../../../src/core/dice.ts';
import type { BotOrder, FromBot, ToBot } from './bot-process.ts';

const BOT = fileURLToPath(new URL('./bot-process.ts', import.meta.url));
/** A process that ended is started again after this (real milliseconds). */
const REVIVE_AFTER = 300;

/** What became of an intent: the reply and who gave it; no reply where the process died over it. */
interface Delivered {
  readonly process: number;
  readonly reply: Reply | null;
}

/** The bot's processes. */
export interface Fleet {
  /** Hands an intent to a process that runs. Null where none does. */
  deliver(intent: Intent, dice: Dice): Promise<Delivered> | null;
  kill(process: number): void;
  /** SIGSTOP, and SIGCONT after so long (real milliseconds). */
  stop(process: number, ms: number): void;
  block(process: number, ms: number): void;
  /** Tells all which platforms cannot be reached. */
  tellAway(platforms: readonly string[]): void;
  /** Resolves when all run. */
  allUp(): Promise<void>;
  /** Everything that the processes complained of, by its kind. */
  readonly complaints: ReadonlyMap<string, number>;
  end(): Promise<void>;
}

interface Slot {
  child: ChildProcess | null;
  isUp: boolean;
  wake: NodeJS.Timeout | null;
  readonly waiting: Map<number, (reply: Reply | null) => void>;
}

export function startFleet(orders: readonly BotOrder[]): Fleet {
  const slots: Slot[] = orders.map(() => ({
    child: null,
    isUp: false,
    wake: null,
    waiting: new Map(),
  }));
  const complaints = new Map<string, number>();
  let away: readonly string[] = [];
  let isOver = false;
  let deliveries = 0;

  function launch(place: number): void {
    const slot = slots[place] as Slot;
    const child = fork(BOT, [JSON.stringify(orders[place])], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    slot.child = child;
    let trouble = '';
    child.stderr?.on('data', (text) => {
      trouble = String(text).slice(0, 200);
    });
    child.on('message', (word: FromBot) => hear(slot, word));
    child.on('error', () => {});
    child.on('exit', (code) => {
      if (code !== null && code !== 0) complain(`ended with ${code}: ${trouble.split('\n')[0]}`);
      slot.isUp = false;
      slot.child = null;
      for (const settle of slot.waiting.values()) settle(null);
      slot.waiting.clear();
      if (!isOver) setTimeout(() => isOver || launch(place), REVIVE_AFTER);
    });
  }

  function hear(slot: Slot, word: FromBot): void {
    switch (word.kind) {
      case 'ready':
        slot.isUp = true;
        tell(slot, { kind: 'away', platforms: away });
        return;
      case 'reply':
        slot.waiting.get(word.id)?.(word.reply);
        slot.waiting.delete(word.id);
        return;
      case 'trouble':
        complain(`${word.doing}: ${word.cause}`.replace(/[\w:.-]*\d[\w:.-]*/g, '…'));
    }
  }

  function complain(what: string): void {
    complaints.set(what, (complaints.get(what) ?? 0) + 1);
  }

  const tell = ({ child }: Slot, word: ToBot): void => void child?.send(word, () => {});

  for (const place of orders.keys()) launch(place);
  return {
    complaints,
    deliver(intent, dice) {
      const up = [...slots.keys()].filter((place) => slots[place]?.isUp);
      const process = up[Math.floor(dice() * up.length)];
      const slot = process === undefined ? undefined : slots[process];
      if (process === undefined || !slot) return null;
      const id = ++deliveries;
      return new Promise((resolve) => {
        slot.waiting.set(id, (reply) => resolve({ process, reply }));
        tell(slot, { kind: 'deliver', id, intent });
      });
    },
    kill: (place) => void slots[place]?.child?.kill('SIGKILL'),
    stop(place, ms) {
      const slot = slots[place];
      const child = slot?.child;
      if (!slot || !child || slot.wake) return;
      child.kill('SIGSTOP');
      slot.wake = setTimeout(() => {
        slot.wake = null;
        child.kill('SIGCONT');
      }, ms);
    },
    block(place, ms) {
      const slot = slots[place];
      if (slot) tell(slot, { kind: 'block', ms });
    },
    tellAway(platforms) {
      away = platforms;
      for (const slot of slots) tell(slot, { kind: 'away', platforms });
    },
    async allUp() {
      while (slots.some(({ isUp, wake }) => !isUp || wake)) {
        await new Promise((later) => setTimeout(later, 50));
      }
    },
    async end() {
      isOver = true;
      const ends = slots.map(async ({ child }) => {
        if (!child) return;
        const ended = new Promise((done) => child.on('exit', done));
        child.kill('SIGKILL');
        await ended;
      });
      await Promise.all(ends);
    },
  };
}
