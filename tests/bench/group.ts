import { randomBytes } from 'node:crypto';
import type { Intent, ReplyAddress } from '../../src/chat/intent.ts';
import type { Reply, View } from '../../src/chat/view.ts';
import { type Bot, makeBot } from '../../src/cli/bot.ts';
import { channelId, communityId, deckId, memberId, roundId } from '../../src/core/ids.ts';
import { parseZone, type Zone } from '../../src/core/schedule.ts';
import { USUAL_ALLOWANCES } from '../../src/features/allowances.ts';
import type { MessageAddress, Platform } from '../../src/ports/platform.ts';
import { decksOf, RULES, smallDeck } from '../conversations/small-deck.ts';
import type { TestBed } from './measurement.ts';

/** A platform that only counts: what is measured is the path behind it. */
export interface Crowd extends Platform {
  /** One member's answer, resolved when the verdict is back. */
  answer(member: number): Promise<void>;
  readonly bot: Bot;
}

const community = communityId.of('crowd:bench');
const channel = channelId.of('study');

/** A bot with one open question and any number of members who answer it. */
export async function crowdWithQuestion(bed: TestBed): Promise<Crowd> {
  const waiting = new Map<string, () => void>();
  let receive = async (_intent: Intent): Promise<Reply> => ({ kind: 'later' });
  let asked: View | null = null;
  const platform: Platform = {
    name: 'crowd',
    remembersKeysFor: 0,
    isService: true,
    discuss: async () => {},
    editsQuietly: true,
    isReachable: () => true,
    knows: async () => 'cannot tell',
    find: async () => ({ kind: 'cannot tell' }),
    tell: async () => {},
    start: async (given) => {
      receive = given;
    },
    stop: async () => {},
    async post(_place, view) {
      asked = view;
      return '1' as MessageAddress;
    },
    edit: async () => {},
    async reply(to) {
      waiting.get(to)?.();
      waiting.delete(to);
    },
  };
  const bot = await makeBot({
    redis: { kind: 'socket', path: bed.socket },
    prefix: `b${randomBytes(6).toString('hex')}`,
    platforms: [platform],
    decks: decksOf({ id: deckId.of('virtualization'), title: 'Bench', cards: smallDeck }),
    clock: { now: () => Date.now() },
    rules: RULES,
    // As fast as it can: far more than one community may ask for.
    allowances: { ...USUAL_ALLOWANCES, community: { atOnce: 1_000_000, pause: 1 } },
    homeZone: parseZone('UTC') as Zone,
    makeRoundId: () => roundId.of(randomBytes(6).toString('hex')),
    makeSecret: () => 'bench',
    report: (doing, cause) => process.stderr.write(`${doing}: ${cause}\n`),
    reportJob: (event) => process.stderr.write(`${JSON.stringify(event)}\n`),
  });
  await bot.start();
  let events = 0;
  const origin = (member: string) => ({
    event: `e-${++events}`,
    community,
    channel,
    member: memberId.of(member),
    organiser: true,
    locale: 'en',
    receivedAt: Date.now(),
    replyTo: `r-${member}` as ReplyAddress,
    message: null,
  });
  const setUp = { when: 'daily 09:00', zone: 'UTC', deck: 'virtualization' };
  await receive({ ...origin('o'), kind: 'command', command: 'daily setup', options: setUp });
  await receive({ ...origin('o'), kind: 'command', command: 'daily now', options: {} });
  // The job may not have reached its queue yet when the command is answered.
  for (let looks = 0; looks < 500 && asked === null; looks++) {
    await new Promise((later) => setTimeout(later, 20));
  }
  const round = (asked as View | null)?.ask?.round;
  if (!round) throw new Error('no question was posted');
  return Object.assign(platform, {
    bot,
    async answer(member: number) {
      const from = origin(`m${member}`);
      const verdict = new Promise<void>((heard) => waiting.set(from.replyTo, heard));
      const press = { kind: 'answer', round, picks: [member % 4] } as const;
      const reply = await receive({ ...from, kind: 'press', press });
      if (reply.kind !== 'later') throw new Error(JSON.stringify(reply));
      await verdict;
    },
  });
}
