import type { Intent, ReplyAddress } from '../../src/chat/intent.ts';
import type { Reply } from '../../src/chat/view.ts';
import { makeBot } from '../../src/cli/bot.ts';
import { channelId, communityId, memberId, roundId } from '../../src/core/ids.ts';
import { parseZone, type Zone } from '../../src/core/schedule.ts';
import { createConversations } from '../../src/features/index.ts';
import type { Platform } from '../../src/ports/platform.ts';
import { decksOf, RULES } from '../conversations/small-deck.ts';

/**
 * A process to be killed: it takes answers as a gateway does, says "accepted" for each, and then either leaves
 * them to others (`accept`) or works on them and hangs where the verdict should go out (`hang`).
 */
const [socket = '', prefix = '', mode = '', round = '', now = '', ...members] =
  process.argv.slice(2);

const say = (word: string): void => void process.stdout.write(`${word}\n`);
const never = new Promise<never>(() => {});
let receive: ((intent: Intent) => Promise<Reply>) | undefined;

const platform: Platform = {
  name: 'recorder',
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
  },
  stop: async () => {},
  post: () => never,
  edit: () => never,
  reply: (to) => {
    say(`verdict ${to}`);
    return never;
  },
};

const bot = await makeBot({
  redis: { kind: 'socket', path: socket },
  prefix,
  platforms: [platform],
  decks: decksOf(),
  clock: { now: () => Number(now) },
  rules: RULES,
  homeZone: parseZone('UTC') as Zone,
  makeRoundId: () => roundId.of('neverposted1'),
  makeSecret: () => 'none',
  report: (doing, cause) => process.stderr.write(`${doing}: ${cause}\n`),
  reportJob: (event) => process.stderr.write(`${JSON.stringify(event)}\n`),
});
if (mode === 'hang') await bot.start();
else await platform.start(createConversations(bot.parts));

for (const member of members) {
  const reply = await receive?.({
    kind: 'press',
    press: { kind: 'answer', round: roundId.of(round), picks: [0] },
    event: `gateway-${member}`,
    community: communityId.of('recorder:group'),
    channel: channelId.of('study'),
    member: memberId.of(member),
    organiser: false,
    locale: 'en',
    receivedAt: Number(now),
    replyTo: `recorder:group study ${member} gateway-${member}` as ReplyAddress,
    message: null,
  });
  say(`${reply?.kind === 'later' ? 'accepted' : 'refused'} ${member}`);
}
say('all');
await never;
