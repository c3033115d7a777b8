import { randomBytes } from 'node:crypto';
import { inject, onTestFinished } from 'vitest';
import { type Bot, type BotOptions, makeBot } from '../../src/cli/bot.ts';
import type { Card } from '../../src/core/card.ts';
import { deckId, roundId } from '../../src/core/ids.ts';
import type { Zone } from '../../src/core/schedule.ts';
import type { SlackOptions } from '../../src/platforms/slack/index.ts';
import { openSlack, type Workspace } from '../fakes/slack/workspace.ts';
import { decksOf, RULES, smallDeck } from './small-deck.ts';

export interface SlackGroup extends Workspace {
  readonly bot: Bot;
  /** Moves the clock to `2026-11-23 09:00` in UTC, and lets everything happen that is due then. */
  at(moment: string): Promise<void>;
  settle(): Promise<void>;
}

/** A whole bot in a workspace on the loopback Slack. */
export async function slackGroup(options: {
  readonly delivery?: 'socket' | 'http';
  readonly cards?: readonly Card[];
  readonly slack?: Partial<SlackOptions>;
  readonly more?: Partial<BotOptions>;
}): Promise<SlackGroup> {
  const slack = await openSlack({
    delivery: options.delivery ?? 'socket',
    ...(options.slack ? { more: options.slack } : {}),
  });
  const cards = options.cards ?? smallDeck;
  const bot = await makeBot({
    redis: { kind: 'socket', path: inject('redisSocket') },
    prefix: `t${randomBytes(6).toString('hex')}`,
    platforms: [slack.platform],
    decks: decksOf({ id: deckId.of('virtualization'), title: 'Virtualization', cards }),
    clock: slack.clock,
    rules: RULES,
    homeZone: 'UTC' as Zone,
    makeRoundId: () => roundId.of(randomBytes(6).toString('hex')),
    makeSecret: () => 'a secret of the tests',
    report: (doing, cause) => slack.faults.push([doing, cause]),
    reportJob: (event) => slack.faults.push(event),
    ...options.more,
  });
  await bot.start();
  onTestFinished(async () => {
    await bot.stop();
    await slack.close();
  });
  const settle = async (): Promise<void> => {
    await bot.tick();
    await bot.jobs.settled();
  };
  return {
    ...slack,
    bot,
    settle,
    async at(moment) {
      slack.clock.forward(Date.parse(`${moment.replace(' ', 'T')}Z`) - slack.clock.now());
      await settle();
    },
  };
}
