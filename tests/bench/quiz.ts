import { randomBytes } from 'node:crypto';
import type { CommandIntent, Intent, Origin, ReplyAddress } from '../../src/chat/intent.ts';
import type { Press } from '../../src/chat/press.ts';
import type { Reply, View } from '../../src/chat/view.ts';
import { type Bot, makeBot } from '../../src/cli/bot.ts';
import {
  type CommunityId,
  channelId,
  communityId,
  deckId,
  memberId,
  type RoundId,
  roundId,
} from '../../src/core/ids.ts';
import { COUNTDOWN } from '../../src/core/quiz.ts';
import { parseZone, type Zone } from '../../src/core/schedule.ts';
import type { MessageAddress, Platform } from '../../src/ports/platform.ts';
import { decksOf, RULES, smallDeck } from '../conversations/small-deck.ts';
import { alone, type Bench, inFlight, percentile, type TestBed } from './measurement.ts';

const MEMBERS = 200;
const WITHIN = 2_000;
const QUIZZES = 500;
const PLAYERS = 4;
const MEASURED = 80_000;

/** A bot on a platform that only counts, with a clock that can be moved ahead. */
interface QuizNetwork {
  readonly bot: Bot;
  /** Begins a quiz in a community and lets members join it. */
  begin(community: CommunityId, members: number): Promise<void>;
  /** Skips the countdown. */
  countdown(): Promise<void>;
  /** Milliseconds from a member's press to the verdict. */
  answer(community: CommunityId, member: number): Promise<number>;
  /** The question that is open there. */
  readonly open: ReadonlyMap<CommunityId, RoundId>;
  onQuestion: (community: CommunityId) => void;
  onReveal: (community: CommunityId, view: View) => void;
}

const wait = (ms: number): Promise<void> => new Promise((later) => setTimeout(later, ms));

async function quizNetwork(bed: TestBed): Promise<QuizNetwork> {
  const waiting = new Map<string, () => void>();
  const open = new Map<CommunityId, RoundId>();
  let receive = async (_intent: Intent): Promise<Reply> => ({ kind: 'later' });
  let [shift, events] = [0, 0];
  const now = (): number => Date.now() + shift;
  const platform: Platform = {
    name: 'crowd',
    remembersKeysFor: 0,
    isService: true,
    editsQuietly: true,
    isReachable: () => true,
    knows: async () => 'cannot tell',
    discuss: async () => {},
    find: async () => ({ kind: 'cannot tell' }),
    tell: async () => {},
    start: async (given) => {
      receive = given;
    },
    stop: async () => {},
    async post({ community }, view) {
      if (view.ask) open.set(community, view.ask.round);
      if (view.ask) network.onQuestion(community);
      return community as string as MessageAddress;
    },
    async edit(message, view) {
      if (!view.ask) network.onReveal(message as string as CommunityId, view);
    },
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
    clock: { now },
    rules: RULES,
    homeZone: parseZone('UTC') as Zone,
    makeRoundId: () => roundId.of(randomBytes(6).toString('hex')),
    makeSecret: () => 'bench',
    report: (doing, cause) => process.stderr.write(`${doing}: ${cause}\n`),
    reportJob: (event) => process.stderr.write(`${JSON.stringify(event)}\n`),
  });
  await bot.start();
  const from = (community: CommunityId, member: number): Origin => ({
    event: `e-${++events}`,
    community,
    channel: channelId.of('study'),
    member: memberId.of(`m${member}`),
    organiser: true,
    locale: 'en',
    receivedAt: now(),
    replyTo: `${community} m${member}` as ReplyAddress,
    message: null,
  });
  const press = (community: CommunityId, member: number, given: Press): Promise<Reply> =>
    receive({ ...from(community, member), kind: 'press', press: given });
  const network: QuizNetwork = {
    bot,
    open,
    onQuestion: () => {},
    onReveal: () => {},
    async begin(community, members) {
      const command: Omit<CommandIntent, keyof Origin> = {
        kind: 'command',
        command: 'quiz start',
        options: { count: '30' },
      };
      const reply = await receive({ ...from(community, 0), ...command });
      const join = reply.kind === 'view' ? reply.view.actions[0]?.press : undefined;
      if (!join) throw new Error(JSON.stringify(reply));
      for (let member = 0; member < members; member++) await press(community, member, join);
    },
    async countdown() {
      shift += COUNTDOWN;
      await bot.tick();
    },
    async answer(community, member) {
      const round = open.get(community);
      if (!round) throw new Error(`no question is open in ${community}`);
      const heard = new Promise<void>((done) => waiting.set(`${community} m${member}`, done));
      const started = performance.now();
      await press(community, member, { kind: 'answer', round, picks: [member % 4] });
      await heard;
      return performance.now() - started;
    },
  };
  return network;
}

/** 200 members answer one question within two seconds. */
export const quizCrowd: Bench = {
  name: 'quiz-crowd',
  async run(bed) {
    const network = await quizNetwork(bed);
    const community = communityId.of('crowd:bench');
    const counts: number[] = [];
    const revealed = new Promise<void>((done) => {
      network.onReveal = (_community, view) => {
        const bars = view.blocks.find(({ kind }) => kind === 'bars');
        counts.push(bars?.kind === 'bars' ? bars.total : 0);
        done();
      };
    });
    const asked = new Promise<void>((done) => {
      network.onQuestion = () => done();
    });
    await network.begin(community, MEMBERS);
    await network.countdown();
    await asked;
    const answers = Array.from({ length: MEMBERS }, async (_, member) => {
      await wait((member * WITHIN) / MEMBERS);
      return network.answer(community, member);
    });
    const took = await Promise.all(answers);
    await revealed;
    await network.bot.stop();
    return [
      alone('quiz verdict p50, 200 members in 2 s', percentile(took, 0.5), 'ms', ''),
      alone('quiz verdict p99, 200 members in 2 s', percentile(took, 0.99), 'ms', '< 1000'),
      alone('answers that the reveal counts', counts[0] ?? 0, 'answers', `= ${MEMBERS}`),
    ];
  },
};

/** 500 quizzes at once in one process: members answer each question some time after it was asked. */
export const quizMany: Bench = {
  name: 'quiz-many',
  async run(bed) {
    const network = await quizNetwork(bed);
    const all = Array.from({ length: QUIZZES }, (_, at) => communityId.of(`crowd:c${at}`));
    await inFlight(QUIZZES, 20, async (at) => {
      await network.begin(all[at] as CommunityId, PLAYERS);
    });
    let [answers, reveals, measuring, isRunning] = [0, 0, false, true];
    network.onReveal = () => {
      if (measuring) reveals += 1;
    };
    network.onQuestion = (community) => {
      for (let member = 0; member < PLAYERS; member++) {
        // The last one lets the time pass, so that every question runs its full length.
        if (member === PLAYERS - 1) continue;
        const after = 2_000 + Math.random() * 20_000;
        void wait(after)
          .then(async () => {
            if (!isRunning) return;
            await network.answer(community, member);
            if (measuring) answers += 1;
          })
          .catch(() => {});
      }
    };
    await network.countdown();
    while (network.open.size < QUIZZES) await wait(100);
    const before = process.cpuUsage();
    const began = performance.now();
    measuring = true;
    await wait(MEASURED);
    const { user, system } = process.cpuUsage(before);
    const share = (100 * (user + system)) / 1_000 / (performance.now() - began);
    measuring = false;
    isRunning = false;
    network.onQuestion = () => {};
    await network.bot.stop();
    const seconds = MEASURED / 1_000;
    return [
      alone(`share of a core, ${QUIZZES} live quizzes`, share, '%', '< 50'),
      alone('answers meanwhile', answers / seconds, 'answers/s', ''),
      alone('reveals meanwhile', reveals / seconds, 'reveals/s', ''),
    ];
  },
};
