import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply } from '../../src/chat/view.ts';
import { channelId } from '../../src/core/ids.ts';
import { shortMemory } from '../../src/features/epoch.ts';
import { bringDailies } from '../../src/features/settings-dailies.ts';
import { COMMUNITY, studyGroup } from './study-group.ts';

function read(reply: Reply): string {
  if (reply.kind !== 'view') throw new Error(reply.kind);
  return plainText(reply.view, { member: (id) => id });
}

/** As after FLUSHALL, for this test's keys alone. */
async function empty(prefix: string): Promise<void> {
  const redis = new Redis({ path: inject('redisSocket') });
  onTestFinished(() => redis.disconnect());
  const keys = await redis.keys(`*${prefix}*`);
  if (keys.length > 0) await redis.del(...keys);
}

describe('Q5 a store that was emptied while the bot runs', () => {
  it('begins anew at the next minute: nothing old comes again, and the loss is stated', async () => {
    const prefix = `t${randomBytes(6).toString('hex')}`;
    const group = await studyGroup({ now: '2026-11-23 08:00', more: { prefix } });
    const olga = group.member('olga', true);
    const ada = group.member('ada');
    await olga.types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    const old = group.latest().ask?.round;
    if (!old) throw new Error('no question');

    await empty(prefix);
    await group.at('2026-11-23 09:01');
    await group.at('2026-11-24 09:00');
    expect(group.messages()).toHaveLength(1);
    await ada.presses({ kind: 'answer', round: old, picks: [0] });
    expect(plainText(await ada.next(), { member: (id) => id })).toContain(
      'Nothing is known of this question any more. The next one comes at its time.',
    );
    expect(read(await olga.types('/daily list'))).toBe(
      [
        'Dailies',
        'There is no daily here yet. /daily setup makes one.',
        'The store was found empty Mon 23 Nov 09:01: dailies, streaks and points from before are lost, unless an operator restores a backup.',
      ].join('\n'),
    );
    await olga.types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-25 09:00');
    expect(group.messages()).toHaveLength(2);
  });

  it('brings back what is written elsewhere, once', async () => {
    const prefix = `t${randomBytes(6).toString('hex')}`;
    let losses = 0;
    const onLoss = async (): Promise<void> => void losses++;
    const group = await studyGroup({ more: { prefix, onLoss } });
    await group.settle();
    expect(losses).toBe(0);
    await empty(prefix);
    await group.settle();
    await group.settle();
    expect(losses).toBe(1);
  });

  it('is noticed by those who knew it, even where a process that did not was first', async () => {
    const prefix = `t${randomBytes(6).toString('hex')}`;
    let losses = 0;
    const onLoss = async (): Promise<void> => void losses++;
    const reported: string[] = [];
    const report = (_: string, cause: unknown): void => void reported.push(String(cause));
    const group = await studyGroup({ more: { prefix, onLoss, report } });
    await group.settle();
    await empty(prefix);
    await studyGroup({ more: { prefix } }).then((stranger) => stranger.settle());
    await group.settle();
    expect(losses).toBe(1);
    expect(reported.join()).toContain('the store was found empty');
    expect(await group.bot.parts.store.epochs.current()).toMatchObject({ afterLoss: true });
    await group.settle();
    expect(losses).toBe(1);
  });

  it('brings the dailies of the settings file back at the next minute, and asks nothing for a day gone by', async () => {
    const prefix = `t${randomBytes(6).toString('hex')}`;
    const morning = {
      name: 'morning',
      community: COMMUNITY,
      channel: channelId.of('study'),
      when: 'daily 09:00',
      zone: 'UTC',
      deck: 'virtualization',
    };
    const group = await studyGroup({ more: { prefix, settingsDailies: [morning] } });
    await bringDailies(group.bot.parts, [morning]);
    await group.at('2026-11-23 09:00');
    expect(group.messages()).toHaveLength(1);
    await empty(prefix);
    await group.at('2026-11-23 09:01');
    expect(await group.bot.parts.store.dailies.list(COMMUNITY)).toMatchObject([
      { named: 'morning' },
    ]);
    await group.at('2026-11-23 18:00');
    expect(group.messages()).toHaveLength(1);
    await group.at('2026-11-24 09:00');
    expect(group.messages()).toHaveLength(2);
  });

  it('is noticed at the next start too, and by each process for itself', async () => {
    const prefix = `t${randomBytes(6).toString('hex')}`;
    const [mine, yours] = [shortMemory(), shortMemory()];
    const first = await studyGroup({ more: { prefix, epochMemory: mine } });
    const other = await studyGroup({ more: { prefix, epochMemory: yours } });
    const begun = await first.bot.checkEpoch();
    expect(begun.afterLoss).toBe(false);
    expect(await other.bot.checkEpoch()).toEqual(begun);
    await Promise.all([first.bot.stop(), other.bot.stop()]);
    await empty(prefix);

    let losses = 0;
    const onLoss = async (): Promise<void> => void losses++;
    const again = [mine, yours].map((epochMemory) => ({ prefix, epochMemory, onLoss }));
    for (const more of again) {
      const { bot } = await studyGroup({ more });
      expect(await bot.checkEpoch()).toMatchObject({ afterLoss: true });
    }
    expect(losses).toBe(2);
  });
});
