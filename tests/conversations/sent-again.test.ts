import { describe, expect, it } from 'vitest';
import { PlatformFault } from '../../src/ports/platform.ts';
import { COMMUNITY, studyGroup } from './study-group.ts';

/** A group whose first question stands in the channel, though the network never said so. */
async function lostResponse() {
  const group = await studyGroup({ now: '2026-11-23 08:00' });
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  group.recorder.failNext('post', new PlatformFault('no answer', 'unknown'), true);
  await group.at('2026-11-23 09:00');
  return group;
}

describe('a question whose first send may have arrived', () => {
  it('is not sent as another one because the second send certainly did not', async () => {
    const group = await lostResponse();
    group.recorder.failNext('post', new PlatformFault('too busy', 'later'));
    for (const minute of ['01', '02', '03']) await group.at(`2026-11-23 09:${minute}`);
    expect(group.messages()).toHaveLength(1);
    const round = group.latest().ask?.round as never;
    expect(await group.bot.parts.store.rounds.get(COMMUNITY, round)).toMatchObject({
      number: 1,
      message: expect.any(String),
    });
  });

  it('is recorded as unknown, not as skipped, where the second send is refused', async () => {
    const group = await lostResponse();
    group.recorder.failNext('post', new PlatformFault('not allowed', 'never'));
    await group.at('2026-11-23 09:01');
    const { ledger, dailies } = group.bot.parts.store;
    const [daily] = await dailies.list(COMMUNITY);
    const found = await ledger.situation(COMMUNITY, daily?.id as never, '2026-11-23' as never);
    expect(found?.occurrence.state.kind).toBe('unknown');
  });
});

describe('P15 what a network delivers twice', () => {
  it('is one order', async () => {
    const group = await studyGroup({});
    const olga = group.member('olga', true);
    await olga.types('/daily setup 09:00 daily UTC virtualization');
    expect(await group.recorder.redeliver()).toEqual({ kind: 'nothing' });
    expect(await group.recorder.redeliver()).toEqual({ kind: 'nothing' });
    expect(await group.bot.parts.store.dailies.list(COMMUNITY)).toHaveLength(1);
    await olga.types('/daily setup 10:00 daily UTC virtualization');
    expect(await group.bot.parts.store.dailies.list(COMMUNITY)).toHaveLength(2);
  });

  it('is one answer, and its verdict comes', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    const ada = group.member('ada');
    await ada.picks('right one');
    expect(await group.recorder.redeliver()).toEqual({ kind: 'later' });
    expect((await ada.next()).title).toBe('Right: +10 points');
    await group.settle();
    const { answers } = group.bot.parts.store;
    expect(await answers.ofRound(COMMUNITY, group.latest().ask?.round as never)).toHaveLength(1);
  });
});
