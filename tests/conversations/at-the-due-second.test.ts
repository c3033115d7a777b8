import { describe, expect, it } from 'vitest';
import { dailyId } from '../../src/core/ids.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

/** The moments around a due time of 09:00 at which an order comes. */
const MOMENTS = ['08:59:59', '09:00:00', '09:00:01'] as const;

const ORDERS = [
  '/daily edit when=09:00',
  '/daily edit when=10:00',
  '/daily edit when=08:00',
  '/daily edit zone=Asia/Tokyo',
  '/daily edit zone=Pacific/Honolulu',
  '/daily edit deck=virtualization',
  '/daily pause',
  '/daily remove',
  '/daily now',
] as const;

const CASES = ORDERS.flatMap((order) => MOMENTS.map((moment) => [order, moment] as const));

/** A group on Tuesday just before 09:00; Monday's question is open. */
async function beforeTheSecond(): Promise<StudyGroup> {
  const group = await studyGroup({ now: '2026-11-23 08:00' });
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  await group.at('2026-11-24 08:59');
  return group;
}

/** The day of each question that stands, by the ledger, and how many stand in the channel. */
async function asked({ bot, messages }: StudyGroup) {
  const rows = await bot.parts.store.ledger.occurrences(COMMUNITY, dailyId.of('d1'));
  const posted = rows.filter(({ state }) => state.kind === 'posted').map(({ day }) => day);
  return { posted, standing: messages().length };
}

async function untilThursday(group: StudyGroup): Promise<void> {
  const times = ['00:00:02', '09:00:02', '10:00', '19:00', '19:01'];
  for (const time of times.slice(1)) await group.at(`2026-11-24 ${time}`);
  for (const day of [25, 26]) {
    for (const time of times) await group.at(`2026-11-${day} ${time}`);
  }
}

describe('Q13 an order around the due second', () => {
  it.each(CASES)('%s at %s asks each day once at most', async (order, moment) => {
    const group = await beforeTheSecond();
    group.clock.moveTo(Date.parse(`2026-11-24T${moment}Z`));
    const olga = group.member('olga', true);
    await Promise.all([group.bot.tick(), olga.types(order)]);
    await group.settle();
    if (order === '/daily pause') await olga.types('/daily resume');
    if (order === '/daily remove') {
      await olga.types('/daily setup when=09:00 continues=d1');
    }
    await untilThursday(group);
    const { posted, standing } = await asked(group);
    expect(new Set(posted).size).toBe(standing);
    expect(posted).toEqual(expect.arrayContaining(['2026-11-23', '2026-11-26']));
    expect(standing).toBeGreaterThanOrEqual(3);
    // All but the latest have become reveals.
    const open = group.messages().map(({ ask }) => ask !== null);
    expect(open).toEqual(open.map((_, at) => at === open.length - 1));
  });

  it.each(MOMENTS.slice(1))(
    'deleted while it is sent, at %s: it stands once, revealed',
    async (moment) => {
      const group = await beforeTheSecond();
      group.clock.moveTo(Date.parse(`2026-11-24T${moment}Z`));
      await group.bot.tick();
      await group.member('olga', true).types('/daily remove');
      await group.settle();
      await group.at('2026-11-24 09:01');
      await group.at('2026-11-25 09:01');
      const { posted, standing } = await asked(group);
      expect(posted).toHaveLength(standing);
      expect(group.messages().map(({ ask }) => ask)).toEqual(posted.map(() => null));
    },
  );
});
