import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { View } from '../../src/chat/view.ts';
import { studyGroup } from './study-group.ts';

const read = (view: View): string => plainText(view, { member: (id) => id });

describe('one question, from the clock to the board', () => {
  it('is asked at its time, answered in private, revealed at the next and counted', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    const olga = group.member('olga', true);
    const [ada, bob] = [group.member('ada'), group.member('bob')];

    const setUp = await olga.types('/daily setup 09:00 daily UTC virtualization');
    expect(setUp).toMatchObject({ kind: 'view', view: { title: 'Daily d1 is set up' } });
    await group.settle();
    expect(group.messages()).toHaveLength(0);

    await group.at('2026-11-23 09:00');
    expect(group.messages()).toHaveLength(1);
    expect(group.latest()).toMatchObject({ tone: 'question', actions: [] });
    expect(group.latest().ask).toMatchObject({ kind: 'picks', picks: 'one' });

    expect(await ada.picks('right one')).toEqual({ kind: 'later' });
    expect(await ada.next()).toMatchObject({ tone: 'right', title: 'Right: +10 points' });
    await bob.picks('wrong one');
    const verdict = await bob.next();
    expect(verdict).toMatchObject({ tone: 'wrong', title: 'Not this time' });
    expect(read(verdict)).toContain('One is wrong.');
    expect(read(verdict)).toContain('The source of');

    await ada.picks('wrong two');
    expect(read(await ada.next())).toContain('your first answer counts');

    const empty = await ada.types('/leaderboard');
    expect(empty).toMatchObject({
      view: { blocks: [{ line: expect.stringContaining('No points') }] },
    });

    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    const [first, second] = group.messages();
    expect(first).toMatchObject({ ask: null, footer: '2 members answered, 1 right' });
    expect(second).toMatchObject({ tone: 'question' });

    const board = await bob.types('/leaderboard');
    expect(board).toMatchObject({
      view: {
        blocks: [
          { kind: 'chart' },
          {
            kind: 'table',
            rows: [
              { rank: 1, member: 'ada', value: '10 points' },
              { rank: 2, member: 'bob', value: '0 points' },
            ],
          },
        ],
      },
    });
    const streak = await ada.types('/streak');
    expect(streak).toMatchObject({ view: { title: 'Streak: 1 round' } });
  });
});

describe('the leaderboard', () => {
  it('shows the shortest span that has points, unless one is asked for', async () => {
    const group = await studyGroup({ now: '2026-11-22 08:00' });
    const ada = group.member('ada');
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-22 09:00');
    await ada.picks('right one');
    await ada.next();
    await group.at('2026-11-23 09:01');
    expect(await ada.types('/leaderboard')).toMatchObject({
      view: { title: 'Leaderboard · this month' },
    });
    expect(await ada.types('/leaderboard week')).toMatchObject({
      view: { title: 'Leaderboard · this week', blocks: [{ kind: 'text' }] },
    });
    expect(await ada.presses({ kind: 'where am I', window: 'all' })).toMatchObject({
      seenBy: 'only me',
      view: {
        blocks: [{ kind: 'chart' }, { rows: [{ rank: 1, member: 'ada', isReader: true }] }],
      },
    });
  });
});
