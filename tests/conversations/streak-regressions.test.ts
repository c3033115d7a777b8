import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Member } from '../../src/platforms/recorder/member.ts';
import { type StudyGroup, studyGroup } from './study-group.ts';

/** A daily in a zone, set up on the evening before. */
async function dailyIn(zone: string, time: string, now: string): Promise<StudyGroup> {
  const group = await studyGroup({ now });
  await group.member('olga', true).types(`/daily setup ${time} daily ${zone} virtualization`);
  return group;
}

async function answers(member: Member): Promise<string> {
  await member.picks('right one');
  return plainText(await member.next(), { member: (id) => id });
}

/** Moves the clock while nothing else happens: the tick has not come yet. */
function waitUntil(group: StudyGroup, moment: string): void {
  group.clock.moveTo(Date.parse(`${moment.replace(' ', 'T')}Z`));
}

const streakOf = async (member: Member): Promise<string> => {
  const reply = await member.types('/streak');
  return reply.kind === 'view' ? reply.view.title : reply.kind;
};

/** Asks at each of these moments (UTC), and ada answers at once. */
async function askedAt(group: StudyGroup, moments: readonly string[]): Promise<void> {
  const ada = group.member('ada');
  for (const [at, moment] of moments.entries()) {
    await group.at(moment);
    expect(group.messages(), `no question at ${moment}`).toHaveLength(at + 1);
    await answers(ada);
  }
}

describe('S2 bugs that others have had', () => {
  it('day difference by 86,400,000 ms (algo#3925, tickmate#113, readingstreak.koplugin#12, InlitX/streak#162, wordle-it#108, #62): days of 23 and 25 hours count as one', async () => {
    const autumn = await dailyIn('America/New_York', '09:00', '2026-10-29 20:00');
    await askedAt(autumn, [
      '2026-10-30 13:00',
      '2026-10-31 13:00',
      '2026-11-01 14:00',
      '2026-11-02 14:00',
    ]);
    expect(await streakOf(autumn.member('ada'))).toBe('Streak: 4 rounds');
    const spring = await dailyIn('America/New_York', '09:00', '2027-03-12 20:00');
    await askedAt(spring, ['2027-03-13 14:00', '2027-03-14 13:00', '2027-03-15 13:00']);
    expect(await streakOf(spring.member('ada'))).toBe('Streak: 3 rounds');
  });

  it('UTC date held against a date of the zone (tome#344, leetcode#5987): evenings west and mornings east of Greenwich', async () => {
    for (const [zone, moments] of [
      ['America/Los_Angeles', ['2026-11-24 04:00', '2026-11-25 04:00', '2026-11-26 04:00']],
      ['Pacific/Kiritimati', ['2026-11-23 06:00', '2026-11-24 06:00', '2026-11-25 06:00']],
    ] as const) {
      const group = await dailyIn(zone, '20:00', '2026-11-23 05:00');
      await askedAt(group, moments);
      expect(await streakOf(group.member('ada'))).toBe('Streak: 3 rounds');
    }
  });

  it('a streak that rises with every ping (zeeguu/api#587): thirty presses are one round', async () => {
    const group = await dailyIn('Europe/Berlin', '09:00', '2026-11-22 20:00');
    await group.at('2026-11-23 08:00');
    const ada = group.member('ada');
    await Promise.all(Array.from({ length: 30 }, () => ada.picks('right one')));
    for (let press = 0; press < 30; press++) await ada.next();
    expect(await streakOf(ada)).toBe('Streak: 1 round');
  });

  it('rounding up (freeCodeCamp#2290): two minutes apart are two rounds, and so are 47 hours', async () => {
    const group = await dailyIn('UTC', '09:00', '2026-11-22 20:00');
    const ada = group.member('ada');
    await group.at('2026-11-23 09:00');
    waitUntil(group, '2026-11-24 08:59');
    expect(await answers(ada)).toContain('Streak 1');
    await group.at('2026-11-24 09:01');
    expect(await answers(ada)).toContain('Streak 2');
    await group.at('2026-11-25 09:00');
    waitUntil(group, '2026-11-26 08:59');
    expect(await answers(ada)).toContain('Streak 3');
  });

  it('a leap year in an index of days (guess-my-word#46): 29 February and the turn of the year are days like others', async () => {
    const leap = await dailyIn('UTC', '09:00', '2028-02-27 20:00');
    await askedAt(leap, ['2028-02-28 09:00', '2028-02-29 09:00', '2028-03-01 09:00']);
    expect(await streakOf(leap.member('ada'))).toBe('Streak: 3 rounds');
    const year = await dailyIn('UTC', '09:00', '2027-12-30 20:00');
    await askedAt(year, ['2027-12-31 09:00', '2028-01-01 09:00']);
    expect(await streakOf(year.member('ada'))).toBe('Streak: 2 rounds');
  });

  it('begun at 23:59 and done at 00:01 (wordle-it#53): the question that was asked is credited', async () => {
    const group = await dailyIn('UTC', '23:59', '2026-11-22 20:00');
    const ada = group.member('ada');
    for (let day = 22; day < 25; day++) {
      await group.at(`2026-11-${day} 23:59`);
      waitUntil(group, `2026-11-${day + 1} 00:01`);
      await answers(ada);
    }
    expect(await streakOf(ada)).toBe('Streak: 3 rounds');
  });

  it('an answer in the last second (triviabot 9cafb59): it counts, and the first moment after does not', async () => {
    const group = await dailyIn('UTC', '09:00', '2026-11-22 20:00');
    await group.at('2026-11-23 09:00');
    waitUntil(group, '2026-11-24 08:59:59.999');
    expect(await answers(group.member('ada'))).toContain('Streak 1');
    waitUntil(group, '2026-11-24 09:00:00.000');
    expect(await answers(group.member('bob'))).toContain('This question is closed');
  });

  it('travel (worldle#326, Anki-Android#2729): one question for everybody, and a daily that moves keeps the streaks', async () => {
    const group = await dailyIn('Europe/Berlin', '09:00', '2026-11-22 20:00');
    const ada = group.member('ada');
    await group.at('2026-11-23 08:00');
    await answers(ada);
    await group.member('olga', true).types('/daily edit zone=Asia/Tokyo');
    await group.at('2026-11-24 00:00');
    await answers(ada);
    await group.member('olga', true).types('/daily edit zone=America/Los_Angeles');
    await group.at('2026-11-25 17:00');
    await answers(ada);
    expect(group.messages()).toHaveLength(3);
    expect(await streakOf(ada)).toBe('Streak: 3 rounds');
  });

  it('streak poaching (triviabot b893739): nobody takes or breaks the streak of another', async () => {
    const group = await dailyIn('UTC', '09:00', '2026-11-22 20:00');
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    for (let day = 23; day < 26; day++) {
      await group.at(`2026-11-${day} 09:00`);
      await Promise.all([answers(ada), day === 24 ? answers(bob) : null]);
    }
    expect(await streakOf(ada)).toBe('Streak: 3 rounds');
    expect(await ada.types('/streak')).not.toEqual(await bob.types('/streak'));
  });

  it('a score that was not awarded in a race (triviabot 0d9f69d): all who press at once have their points', async () => {
    const group = await dailyIn('UTC', '09:00', '2026-11-22 20:00');
    await group.at('2026-11-23 09:00');
    const members = Array.from({ length: 20 }, (_, at) => group.member(`m${at}`));
    await Promise.all(members.map(answers));
    await group.at('2026-11-24 09:01');
    const board = await group.bot.parts.store.books.board('recorder:group' as never, 'all');
    expect([...board.values()]).toEqual(Array.from({ length: 20 }, () => 10));
  });

  it('a streak that shows only after a restart (triviabot): it shows at once, and the same after one', async () => {
    const prefix = `t${randomBytes(6).toString('hex')}`;
    const before = await studyGroup({ more: { prefix } });
    await before.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await before.at('2026-11-23 09:00');
    await answers(before.member('ada'));
    expect(await streakOf(before.member('ada'))).toBe('Streak: 1 round');
    await before.bot.stop();
    const after = await studyGroup({
      now: '2026-11-23 10:00',
      more: { prefix },
      recorder: before.recorder,
    });
    expect(await streakOf(after.member('ada'))).toBe('Streak: 1 round');
  });
});

describe('S5 an outage', () => {
  it('I6 breaks no streak: days without a question do not exist for it', async () => {
    const group = await dailyIn('UTC', '09:00', '2026-11-22 20:00');
    const ada = group.member('ada');
    await group.at('2026-11-23 09:00');
    await answers(ada);
    await group.at('2026-11-28 20:00');
    await group.at('2026-11-29 09:00');
    expect(group.messages()).toHaveLength(2);
    expect(await answers(ada)).toContain('Streak 2');
  });
});
