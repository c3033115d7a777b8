import { expect, it, onTestFinished } from 'vitest';
import type { Whereabouts } from '../../../src/ports/platform.ts';
import { openSlack } from '../../fakes/slack/workspace.ts';

it('Q17 starts while Slack is away, and learns later which workspace it is in', async () => {
  const slack = await openSlack();
  onTestFinished(() => slack.close());
  const heard: Whereabouts[] = [];
  const heed = async (word: Whereabouts): Promise<void> => void heard.push(word);
  slack.fake.failNext('auth.test', { kind: 'drop' });
  slack.fake.failNext('apps.connections.open', { kind: 'drop' });
  await slack.platform.start(async () => ({ kind: 'later' }), heed);
  expect(heard).toEqual([]);
  expect(slack.platform.isReachable()).toBe(false);
  await expect.poll(() => slack.platform.isReachable(), { timeout: 5_000 }).toBe(true);
  const { community } = slack.place;
  await expect
    .poll(() => heard, { timeout: 5_000 })
    .toEqual([{ community, isThere: true, at: slack.clock.now() }]);
  expect(slack.fatal).toEqual([]);
});
