import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply, View } from '../../src/chat/view.ts';
import { dailyId } from '../../src/core/ids.ts';
import { forgiveRounds } from '../../src/features/forgive.ts';
import type { Member } from '../../src/platforms/recorder/member.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

const readView = (view: View): string => plainText(view, { member: (id) => id });
const read = (reply: Reply): string => (reply.kind === 'view' ? readView(reply.view) : reply.kind);

interface Class {
  readonly group: StudyGroup;
  readonly olga: Member;
  readonly ada: Member;
  readonly bob: Member;
}

/** A daily at 09:00, whose first question stands. */
async function classWithQuestion(): Promise<Class> {
  const group = await studyGroup({});
  const olga = group.member('olga', true);
  await olga.types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  return { group, olga, ada: group.member('ada'), bob: group.member('bob') };
}

async function answers(member: Member, ...picks: readonly string[]): Promise<View> {
  await member.picks(picks.join(' '));
  return member.next();
}

const boardOf = async (member: Member): Promise<string> =>
  read(await member.types('/leaderboard all'));

describe('/daily void', () => {
  it('takes the points of a closed question back, keeps the credit and says so below the question', async () => {
    const { group, olga, ada, bob } = await classWithQuestion();
    await answers(ada, 'right one');
    await answers(bob, 'wrong one');
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    expect(await boardOf(ada)).toContain('1. ada: 10 points');
    const reply = await olga.types('/daily void round=1');
    expect(read(reply)).toBe(
      [
        'Question 1 of daily d1 is void',
        '2 members answered it and keep the credit.',
        '10 points left the leaderboards.',
        'No streak changed by it.',
        '[Let it count again]',
      ].join('\n'),
    );
    await group.settle();
    expect(await boardOf(ada)).toContain('ada: 0 points');
    expect(readView(group.messages()[0] as View)).toContain(
      'This question is void: it gives no points, and nobody loses a streak over it.',
    );
    expect(await ada.types('/streak')).toMatchObject({ view: { title: 'Streak: 1 round' } });
  });

  it('is done once, and one press takes it back', async () => {
    const { group, olga, ada } = await classWithQuestion();
    await answers(ada, 'right one');
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    await Promise.all([1, 2, 3].map(() => olga.types('/daily void round=1')));
    expect(read(await olga.types('/daily void d1 1'))).toContain(
      'Question 1 of daily d1 is void already.',
    );
    const undone = await olga.presses({ kind: 'unvoid', daily: 'd1' as never, number: 1 });
    expect(read(undone)).toBe(
      [
        'Question 1 of daily d1 counts again',
        '10 points came back to the leaderboards.',
        'No streak changed by it.',
      ].join('\n'),
    );
    await group.settle();
    expect(await boardOf(ada)).toContain('1. ada: 10 points');
    expect(readView(group.messages()[0] as View)).not.toContain('void');
    expect(read(await olga.types('/daily void round=1 undo=yes'))).toContain('is not void.');
  });

  it('forgives the miss and gives the freeze back; the question that counts again takes it again', async () => {
    const { group, olga, ada, bob } = await classWithQuestion();
    for (let day = 23; day <= 29; day++) {
      await group.at(`2026-11-${day} 09:00`);
      await answers(ada, 'right one');
      if (day > 27) await answers(bob, 'right one');
    }
    await group.at('2026-11-30 09:00');
    await group.at('2026-12-01 09:00');
    expect(readView(await answers(ada, 'right one'))).toContain('A freeze covered question 8.');
    expect(readView(await answers(bob, 'right one'))).toContain('Streak 1');
    const voided = read(await olga.types('/daily void d1 #8'));
    expect(voided).toContain('0 members answered it and keep the credit.');
    expect(voided).toContain('2 streaks were counted anew.');
    expect(read(await ada.types('/streak'))).toContain('Freezes in hand: 1.');
    expect(await bob.types('/streak')).toMatchObject({ view: { title: 'Streak: 3 rounds' } });
    await olga.types('/daily void d1 8 yes');
    expect(read(await ada.types('/streak'))).toContain('A freeze covered question 8.');
    expect(await bob.types('/streak')).toMatchObject({ view: { title: 'Streak: 1 round' } });
  });

  it('shows a streak that waits for a freeze as whole again', async () => {
    const { group, olga, ada } = await classWithQuestion();
    await answers(ada, 'right one');
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-25 09:00');
    await group.at('2026-11-25 09:01');
    expect(await ada.types('/streak')).toMatchObject({ view: { title: 'No streak yet' } });
    await olga.types('/daily void round=2');
    expect(await ada.types('/streak')).toMatchObject({ view: { title: 'Streak: 1 round' } });
    expect(readView(await answers(ada, 'right one'))).toContain('Streak 2');
  });

  it('lets an open question stand: answers count for the streak and give no points', async () => {
    const { group, olga, ada, bob } = await classWithQuestion();
    await answers(ada, 'right one');
    const voided = read(await olga.types('/daily void'));
    expect(voided).toContain('1 member answered it and keeps the credit.');
    expect(voided).toContain('It stays open: answers still count for streaks, and give no points.');
    const verdict = readView(await answers(bob, 'right one'));
    expect(verdict).toMatch(/^Right\n/);
    expect(verdict).toContain('This question is void: it gives no points');
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    expect(await boardOf(ada)).toContain('No points yet');
    expect(readView(group.messages()[0] as View)).toContain('This question is void');
    await olga.types('/daily void d1 1 yes');
    expect(await boardOf(ada)).toContain('1. bob: 10 points');
  });

  it('keeps hiding whole where a question was void as it closed and counts again', async () => {
    const { group, olga, ada, bob } = await classWithQuestion();
    await answers(ada, 'right one');
    await answers(bob, 'right one');
    await olga.types('/daily void');
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    await olga.types('/daily void d1 1 yes');
    expect(await boardOf(ada)).toContain('bob: 10 points');
    await bob.types('/me hide');
    expect(await boardOf(ada)).not.toContain('bob');
    await bob.types('/me show');
    expect(await boardOf(ada)).toContain('bob: 10 points');
  });

  it('gives no points to an answer that arrives after the close', async () => {
    const { group, olga, ada } = await classWithQuestion();
    const received = group.clock.now();
    const round = group.latest().ask?.round;
    if (!round) throw new Error('no question');
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    await olga.types('/daily void round=1');
    const now = group.clock.now();
    group.clock.moveTo(received);
    await ada.presses({ kind: 'answer', round, picks: [0] });
    group.clock.moveTo(now);
    await ada.next();
    await group.settle();
    expect(group.messages()[0]?.footer).toContain('1 member answered');
    expect(await boardOf(ada)).toContain('No points yet');
    expect(await ada.types('/streak')).toMatchObject({ view: { title: 'Streak: 1 round' } });
  });

  it('is refused to members and for questions that are not there', async () => {
    const group = await studyGroup({});
    const [olga, ada] = [group.member('olga', true), group.member('ada')];
    expect(read(await olga.types('/daily void'))).toContain('There is no daily here yet');
    await olga.types('/daily setup 09:00 daily UTC virtualization');
    expect(read(await olga.types('/daily void'))).toContain('has not asked a question yet.');
    await group.at('2026-11-23 09:00');
    expect(read(await ada.types('/daily void'))).toContain('Only organisers can do that');
    const press = { kind: 'unvoid', daily: 'd1' as never, number: 1 } as const;
    expect(read(await ada.presses(press))).toContain('Only organisers can do that');
    expect(read(await olga.types('/daily void d1 twelve'))).toContain(
      '"twelve" is no number of a question: write one such as 12.',
    );
    expect(read(await olga.types('/daily void d1 12'))).toContain(
      'Daily d1 has no question 12: its latest is 1.',
    );
  });
});

describe('/daily history', () => {
  it('shows what organisers did, by whom and when, and what the bot did by itself', async () => {
    const { group, olga, ada } = await classWithQuestion();
    await answers(ada, 'right one');
    await olga.types('/daily list');
    await olga.types('/daily resume');
    await olga.types('/daily void');
    await ada.types('/daily pause');
    await forgiveRounds(group.bot.parts, COMMUNITY, dailyId.of('d1'), [2], 'the bot was away');
    expect(read(await olga.types('/daily history'))).toBe(
      [
        'What was changed last',
        '- Mon 23 Nov 09:00 · Hypercall · The misses of question 2 of daily d1 are forgiven: the bot was away.',
        '- Mon 23 Nov 09:00 · olga · /daily void → Question 1 of daily d1 is void',
        '- Mon 23 Nov 08:00 · olga · /daily setup when="09:00 daily" zone=UTC deck=virtualization → Daily d1 is set up',
      ].join('\n'),
    );
    expect(read(await ada.types('/daily history'))).toContain('Only organisers can do that');
  });

  it('shows the deeds of one daily, forms and buttons among them', async () => {
    const { olga } = await classWithQuestion();
    const form = await olga.types('/daily setup');
    if (form.kind !== 'form') throw new Error('no form');
    await olga.fills(form.form, { when: '18:00' });
    await olga.presses({ kind: 'post now', daily: 'd2' as never });
    const lines = read(await olga.types('/daily history d2')).split('\n');
    expect(lines).toEqual([
      'What was changed last',
      "- Mon 23 Nov 09:00 · olga · /daily now daily=d2 → Today's question is on its way.",
      '- Mon 23 Nov 09:00 · olga · /daily setup when=18:00 zone=UTC deck=virtualization → Daily d2 is set up',
    ]);
  });
});
