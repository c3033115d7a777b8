import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import { begun, pressIn } from './quiz-group.ts';
import { COMMUNITY, studyGroup } from './study-group.ts';

/** What the bot is told of the right time and tells of its own, beside the clock that it goes by. */
function timekeeping() {
  let right: string | null = null;
  const reported: string[] = [];
  return {
    reported,
    /** From now on the right time stands still; until then the bot is never ahead of it. */
    itIs(moment: string) {
      right = moment;
    },
    more: {
      timekeeper: { now: () => (right === null ? Number.POSITIVE_INFINITY : Date.parse(right)) },
      report: (doing: string, cause: unknown) => void reported.push(`${doing}: ${String(cause)}`),
    },
  };
}

describe('Q10 a process whose clock is ahead', () => {
  it.each([
    ['an hour', '2026-11-23 10:00:05', 3_600],
    // By its clock it would be too late to ask.
    ['a day', '2026-11-24 09:00:05', 86_400],
  ])(
    'of %s asks and skips nothing, says why, and leaves the question to the others',
    async (...by) => {
      const [, shown, seconds] = by;
      const time = timekeeping();
      const group = await studyGroup({ now: '2026-11-23 08:00', more: time.more });
      time.itIs('2026-11-23T09:00:05Z');
      await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
      await group.at(shown);
      expect(group.messages()).toHaveLength(0);
      expect(time.reported.join()).toContain(
        `The clock of this machine is ${seconds} s ahead of Redis`,
      );
      await group.at('2026-11-23 09:00:05');
      expect(group.messages()).toHaveLength(1);
    },
  );

  it('closes no question, and reminds nobody', async () => {
    const time = timekeeping();
    const group = await studyGroup({ now: '2026-11-23 08:00', more: time.more });
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    const ada = group.member('ada');
    await ada.types('/me reminders on');
    await group.at('2026-11-23 09:00');
    await ada.picks('right one');
    await group.at('2026-11-24 09:00');
    const question = group.messages()[1];
    expect(question?.ask).not.toBeNull();

    time.itIs('2026-11-24T09:01:00Z');
    for (const moment of ['2026-11-24T21:00:00Z', '2026-11-25T09:00:06Z']) {
      group.clock.moveTo(Date.parse(moment));
      await group.settle();
      // Another process may hand it the job.
      await group.bot.parts.planner.tick();
      await group.bot.jobs.settled();
    }
    expect(group.messages()).toEqual([expect.anything(), question]);
    expect(group.recorder.log.filter(({ kind }) => kind === 'tell')).toEqual([]);
    const reports = time.reported.join('\n');
    expect(reports).toMatch(/reminding of \S+ \S+: The clock of this machine is 43140 s ahead/);
    expect(reports).toMatch(/closing \S+ \S+: The clock of this machine is 86346 s ahead/);

    time.itIs('2026-11-25T09:00:06Z');
    await group.settle();
    expect(group.messages()[1]?.ask).toBeNull();
  });

  it('lets nothing fall due: the mark of an erasure stays as long as it should', async () => {
    const time = timekeeping();
    const group = await studyGroup({ now: '2026-11-23 08:00', more: time.more });
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    const ada = group.member('ada');
    await ada.picks('right one');
    await ada.next();
    time.itIs('2026-11-23T09:00:00Z');
    await ada.presses(pressIn(await ada.types('/me erase'), 'Erase everything'));
    const marks = async () =>
      (await group.bot.parts.store.ledger.due(COMMUNITY, Number.MAX_SAFE_INTEGER)).filter(
        ({ kind }) => kind === 'erase',
      );
    expect(await marks()).toHaveLength(1);
    await group.at('2026-11-24 09:00');
    expect(await marks()).toHaveLength(1);
    expect(time.reported.join()).toContain('looking at what is due');
    time.itIs('2026-11-24T09:00:00Z');
    await group.settle();
    expect(await marks()).toHaveLength(0);
  });

  it('does not go on with a quiz', async () => {
    const time = timekeeping();
    const group = await begun('count=2', ['ada', 'bob'], { more: time.more });
    time.itIs('2026-11-23T08:00:31Z');
    const asked = group.latest();
    await group.at('2026-11-23 09:00:30');
    expect(group.messages()).toEqual([asked]);
    expect(time.reported.join()).toContain('The clock of this machine is 3599 s ahead of Redis');
    time.itIs('2026-11-23T09:00:30Z');
    await group.settle();
    expect(plainText(group.latest(), { member: (id) => id })).toContain('is closed');
  });
});
