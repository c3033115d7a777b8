import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Intent, ReplyAddress } from '../../src/chat/intent.ts';
import type { Reply } from '../../src/chat/view.ts';
import { makeBot } from '../../src/cli/bot.ts';
import { rolesOf } from '../../src/cli/roles.ts';
import { channelId, communityId, deckId, memberId, roundId } from '../../src/core/ids.ts';
import { parseZone, type Zone } from '../../src/core/schedule.ts';
import type { MessageAddress, Platform } from '../../src/ports/platform.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { decksOf, RULES, smallDeck } from '../conversations/small-deck.ts';

/**
 * A process with one role, or all of them, on a network that says everything on standard output: `connected`,
 * `posting <community> <key>`, `posted …`, `replied <address>`. It hears `tick`, `answer <community> <round>` and,
 * where its posts are held, `let go`. SIGTERM stops it.
 */
const [socket = '', prefix = '', role = 'all', now = '', held = ''] = process.argv.slice(2);

const say = (words: string): void => void process.stdout.write(`${words}\n`);
let receive: ((intent: Intent) => Promise<Reply>) | undefined;
let letGo = (): void => {};
const free = held === 'held' ? new Promise<void>((resolve) => (letGo = resolve)) : null;

const platform: Platform = {
  name: 'network',
  remembersKeysFor: 0,
  isService: true,
  discuss: async () => {},
  editsQuietly: false,
  isReachable: () => true,
  knows: async () => 'cannot tell',
  find: async () => ({ kind: 'cannot tell' }),
  tell: async () => {},
  start: async (given) => {
    receive = given;
    say('connected');
  },
  stop: async () => {},
  post: async ({ community }, _view, key) => {
    say(`posting ${community} ${key}`);
    await free;
    say(`posted ${community} ${key}`);
    return key as MessageAddress;
  },
  edit: async () => {},
  reply: async (to) => say(`replied ${to}`),
};

const bot = await makeBot({
  redis: { kind: 'socket', path: socket },
  prefix,
  platforms: [platform],
  roles: rolesOf(role as Settings['role']),
  decks: decksOf({ id: deckId.of('virtualization'), title: 'Small', cards: smallDeck }),
  clock: { now: () => Number(now) },
  rules: RULES,
  homeZone: parseZone('UTC') as Zone,
  makeRoundId: () => roundId.of(randomBytes(6).toString('hex')),
  makeSecret: () => 'none',
  report: (doing, cause) => process.stderr.write(`${doing}: ${cause}\n`),
  reportJob: (event) => {
    const what = event.kind === 'error' ? event.error.message : event.id;
    process.stderr.write(`${event.kind} ${what}\n`);
  },
});
await bot.start();

async function answer(community: string, round: string): Promise<void> {
  const reply = await receive?.({
    kind: 'press',
    press: { kind: 'answer', round: roundId.of(round), picks: [0] },
    event: `answer-${community}`,
    community: communityId.of(community),
    channel: channelId.of('study'),
    member: memberId.of('ada'),
    organiser: false,
    locale: 'en',
    receivedAt: Number(now),
    replyTo: `${community} ada` as ReplyAddress,
    message: null,
  });
  say(`answered ${reply?.kind}`);
}

const input = createInterface({ input: process.stdin });
input.on('line', (line) => {
  const [word, community = '', round = ''] = line.split(' ');
  if (word === 'tick') void bot.tick().then(() => say('ticked'));
  if (word === 'answer') void answer(community, round);
  if (line === 'let go') letGo();
});
process.on('SIGTERM', () => {
  say('stopping');
  void bot.stop().then(() => input.close());
});
say('ready');
