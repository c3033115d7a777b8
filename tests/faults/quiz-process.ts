import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Intent, ReplyAddress } from '../../src/chat/intent.ts';
import type { Press } from '../../src/chat/press.ts';
import type { Reply } from '../../src/chat/view.ts';
import { makeBot } from '../../src/cli/bot.ts';
import { channelId, communityId, deckId, memberId, roundId } from '../../src/core/ids.ts';
import { parseZone, type Zone } from '../../src/core/schedule.ts';
import type { MessageAddress, Platform } from '../../src/ports/platform.ts';
import { decksOf, RULES, smallDeck } from '../conversations/small-deck.ts';

/**
 * A bot on a network that says everything on standard output: `posting <key> <title>`, `posted <key>`,
 * `edited <key> <title> <JSON of the view>`, `replied <member> <title>`. It hears `start <options>`, `join <member>`, `answer <member>`, and
 * `time <milliseconds>`, which moves its clock and ticks. Where posts are held, they never return.
 */
const [socket = '', prefix = '', now = '', held = ''] = process.argv.slice(2);

const say = (words: string): void => void process.stdout.write(`${words}\n`);
const community = communityId.of('network:quiz');
let at = Number(now);
let receive: ((intent: Intent) => Promise<Reply>) | undefined;

const platform: Platform = {
  name: 'network',
  remembersKeysFor: 3_600_000,
  editsQuietly: false,
  isService: true,
  discuss: async () => {},
  knows: async () => 'cannot tell',
  isReachable: () => true,
  find: async () => ({ kind: 'cannot tell' }),
  tell: async () => {},
  start: async (given) => {
    receive = given;
  },
  stop: async () => {},
  async post(_place, view, key) {
    say(`posting ${key} ${view.title}`);
    if (held === 'held') await new Promise(() => {});
    say(`posted ${key} ${JSON.stringify(view)}`);
    return key as MessageAddress;
  },
  edit: async (key, view) => say(`edited ${key} ${JSON.stringify(view)}`),
  reply: async (to, view) => say(`replied ${to} ${view.title}`),
};

const bot = await makeBot({
  redis: { kind: 'socket', path: socket },
  prefix,
  platforms: [platform],
  decks: decksOf({ id: deckId.of('virtualization'), title: 'Small', cards: smallDeck }),
  clock: { now: () => at },
  rules: RULES,
  homeZone: parseZone('UTC') as Zone,
  makeRoundId: () => roundId.of(randomBytes(6).toString('hex')),
  makeSecret: () => 'none',
  report: (doing, cause) => process.stderr.write(`${doing}: ${cause}\n`),
  reportJob: (event) => process.stderr.write(`${JSON.stringify(event)}\n`),
});
await bot.start();

let events = 0;
const from = (member: string) => ({
  event: `${process.pid}-${++events}`,
  community,
  channel: channelId.of('study'),
  member: memberId.of(member),
  organiser: false,
  locale: 'en',
  receivedAt: at,
  replyTo: member as ReplyAddress,
  message: null,
});

async function press(member: string, given: Press): Promise<void> {
  const reply = await receive?.({ ...from(member), kind: 'press', press: given });
  say(`pressed ${member} ${reply?.kind === 'view' ? reply.view.title : reply?.kind}`);
}

async function start(count: string): Promise<void> {
  const command = { kind: 'command', command: 'quiz start', options: { count } } as const;
  const reply = await receive?.({ ...from('starter'), ...command });
  const joining = reply?.kind === 'view' ? reply.view.actions[0]?.press : undefined;
  say(`started ${joining?.kind === 'quiz join' ? joining.quiz : JSON.stringify(reply)}`);
}

async function hear([word, ...rest]: readonly string[]): Promise<void> {
  const [first = '', second = ''] = rest;
  if (word === 'start') await start(first);
  if (word === 'join') await press(first, { kind: 'quiz join', quiz: second as never });
  if (word === 'answer') {
    await press(first, { kind: 'answer', round: roundId.of(second), picks: [0] });
  }
  if (word === 'time') {
    at = Number(first);
    await bot.tick();
    say(`ticked ${first}`);
  }
}

const input = createInterface({ input: process.stdin });
input.on('line', (line) => void hear(line.split(' ')));
say('ready');
