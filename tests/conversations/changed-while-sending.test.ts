import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { closeRound } from '../../src/features/close.ts';
import { recorderPlatform } from '../../src/platforms/recorder/index.ts';
import { type Platform, PlatformFault } from '../../src/ports/platform.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

const SETUP = '/daily setup 09:00 daily UTC virtualization';

function gate(): { readonly passed: Promise<void>; open(): void } {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

interface SlowGroup extends StudyGroup {
  /** Moves the clock to the first question and comes back while the network still thinks about it. */
  sends(): Promise<void>;
  /** Lets the network answer, and everything happen that follows. */
  answers(): Promise<void>;
}

/** A group with a daily at 09:00 whose network takes its time over each post. */
async function slowGroup(): Promise<SlowGroup> {
  const [asked, answered] = [gate(), gate()];
  const recorder = recorderPlatform({ clock: { now: () => group.clock.now() } });
  const slow: Platform = {
    ...recorder,
    async post(...call) {
      asked.open();
      await answered.passed;
      return recorder.post(...call);
    },
  };
  const group = await studyGroup({ recorder, more: { platforms: [slow] } });
  await group.member('olga', true).types(SETUP);
  return {
    ...group,
    async sends() {
      group.clock.moveTo(Date.parse('2026-11-23T09:00Z'));
      await group.bot.tick();
      await asked.passed;
    },
    async answers() {
      answered.open();
      await group.settle();
    },
  };
}

describe('a daily that changes while its question is being sent', () => {
  it('shows the reveal at the time of the pause, not when the question was to close', async () => {
    const group = await slowGroup();
    await group.sends();
    await group.member('olga', true).types('/daily pause');
    await group.answers();
    await group.at('2026-11-23 09:01');
    expect(group.messages().map(({ ask }) => ask)).toEqual([null]);
  });

  it('shows the reveal even where the send outlives the close', async () => {
    const group = await slowGroup();
    await group.sends();
    await group.member('olga', true).types('/daily pause');
    group.clock.moveTo(Date.parse('2026-11-23T09:01Z'));
    const due = await group.bot.parts.store.ledger.due(COMMUNITY, group.clock.now());
    for (const work of due) {
      if (work.kind === 'close')
        await closeRound(group.bot.parts, { ...work, community: COMMUNITY });
    }
    await group.answers();
    await group.at('2026-11-23 09:02');
    expect(group.messages().map(({ ask }) => ask)).toEqual([null]);
  });

  it('posts no question whose time is over where the sender died with it', async () => {
    const prefix = `t${randomBytes(6).toString('hex')}`;
    const before = await studyGroup({ more: { prefix } });
    await before.member('olga', true).types(SETUP);
    before.recorder.failNext('post', new Error('the process died'));
    before.clock.moveTo(Date.parse('2026-11-23T09:00Z'));
    await before.settle();
    await before.bot.stop();
    const after = await studyGroup({
      now: '2026-11-24 10:00',
      more: { prefix },
      recorder: before.recorder,
    });
    await after.settle();
    await after.settle();
    expect(after.messages().map(({ title, ask }) => [title.slice(0, 10), ask !== null])).toEqual([
      ['Question 2', true],
    ]);
  });

  it('asks nothing once it is paused, though nothing was sent at first', async () => {
    const group = await slowGroup();
    await group.sends();
    await group.member('olga', true).types('/daily pause');
    group.recorder.failNext('post', new PlatformFault('too busy', 'later'));
    await group.answers();
    await group.at('2026-11-23 09:01');
    expect(group.messages()).toHaveLength(0);
  });
});
