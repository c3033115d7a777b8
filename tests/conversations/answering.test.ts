import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { View } from '../../src/chat/view.ts';
import { roundId } from '../../src/core/ids.ts';
import { several, smallDeck, statement } from './small-deck.ts';
import { type StudyGroup, studyGroup } from './study-group.ts';

const read = (view: View): string => plainText(view, { member: (id) => id });

/** A group whose first question stands since 09:00; the next one comes a day later. */
async function groupWithQuestion(
  options: Parameters<typeof studyGroup>[0] = {},
): Promise<StudyGroup> {
  const group = await studyGroup(options);
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  return group;
}

describe('an answer', () => {
  it('tells why the chosen option is wrong, the key, and the source', async () => {
    const group = await groupWithQuestion({ cards: smallDeck.slice(0, 1) });
    const ada = group.member('ada');
    await ada.picks('wrong two');
    const verdict = read(await ada.next());
    expect(verdict).toContain('Two is wrong.');
    expect(verdict).toMatch(/The answer: [A-D]: right one\./);
    expect(verdict).toContain('Source: The source of single-one');
    expect(verdict).toContain('Streak 1');
  });

  it('counts once: a second one shows the first, even as a double click', async () => {
    const group = await groupWithQuestion();
    const ada = group.member('ada');
    await Promise.all([ada.picks('right one'), ada.picks('wrong one')]);
    const verdicts = [await ada.next(), await ada.next()].map(read);
    expect(verdicts.filter((text) => text.includes('your first answer counts'))).toHaveLength(1);
    expect(verdicts.every((text) => /You answered: [A-D]: right one\./.test(text))).toBe(true);
  });

  it('counts for a hundred who press at once', async () => {
    const group = await groupWithQuestion();
    const members = Array.from({ length: 100 }, (_, at) => group.member(`m${at}`));
    await Promise.all(members.map((member) => member.picks('right one')));
    const verdicts = await Promise.all(members.map((member) => member.next()));
    expect(new Set(verdicts.map(({ title }) => title))).toEqual(new Set(['Right: +10 points']));
    await group.at('2026-11-24 09:01');
    expect(group.messages()[0]?.footer).toBe('100 members answered, 100 right');
  });

  it('is refused after the close, before the reveal is even there', async () => {
    const group = await groupWithQuestion();
    const ada = group.member('ada');
    group.clock.moveTo(group.clock.now() + 24 * 3_600_000);
    await ada.picks('right one');
    expect(read(await ada.next())).toContain('This question is closed');
  });

  it('is refused where it is no choice of the card, and where nobody asked', async () => {
    const group = await groupWithQuestion();
    const ada = group.member('ada');
    const round = group.latest().ask?.round;
    if (!round) throw new Error('no question');
    await ada.presses({ kind: 'answer', round, picks: [7] });
    expect(read(await ada.next())).toContain('not one of the choices');
    await ada.presses({ kind: 'answer', round, picks: [0, 1] });
    expect(read(await ada.next())).toContain('not one of the choices');
    await ada.presses({ kind: 'answer', round: roundId.of('nobodyasked1'), picks: [0] });
    expect(read(await ada.next())).toContain('Nothing is known of this question');
  });

  it('received in time counts although it arrives after the reveal, and the reveal says so', async () => {
    const group = await groupWithQuestion();
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    await ada.picks('right one');
    await ada.next();
    const received = group.clock.now();
    const round = group.latest().ask?.round;
    if (!round) throw new Error('no question');
    await group.at('2026-11-24 09:01');
    expect(group.messages()[0]?.footer).toBe('1 member answered, 1 right');

    const now = group.clock.now();
    group.clock.moveTo(received);
    await bob.presses({ kind: 'answer', round, picks: [0] });
    group.clock.moveTo(now);
    await bob.next();
    await group.settle();
    expect(group.messages()[0]?.footer).toContain('2 members answered');
    const board = await bob.types('/leaderboard');
    expect(read((board as { view: View }).view)).toContain('bob');
  });

  it('to several choices earns a share', async () => {
    const group = await groupWithQuestion({ cards: [several] });
    const ada = group.member('ada');
    const { ask } = group.latest();
    const options = ask?.kind === 'picks' ? ask.options : [];
    const letter = (text: string): string => 'ABCD'[options.indexOf(text)] as string;
    await ada.picks(`${letter('right one')} ${letter('right two')} ${letter('wrong one')}`);
    expect(await ada.next()).toMatchObject({
      tone: 'partly',
      title: 'Partly right: 5 of 10 points',
    });
  });

  it('to a statement reads its correction', async () => {
    const group = await groupWithQuestion({ cards: [statement] });
    const ada = group.member('ada');
    await ada.picks('true');
    expect(read(await ada.next())).toContain(
      'Put right: Fully virtualized guests use hypercalls too.',
    );
  });

  it('hears nothing of right or wrong where the verdict waits for the reveal', async () => {
    const group = await groupWithQuestion({ rules: { verdict: 'at-the-reveal' } });
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    await ada.picks('right one');
    await bob.picks('wrong one');
    const [right, wrong] = [read(await ada.next()), read(await bob.next())];
    expect(right.replace(/[A-D]: right one/, '…')).toBe(wrong.replace(/[A-D]: wrong one/, '…'));
    expect(right).toContain('The verdict comes with the reveal');
  });
});

describe('a streak', () => {
  it('grows by a round a day, and a freeze covers a miss', async () => {
    const group = await groupWithQuestion();
    const ada = group.member('ada');
    for (let day = 23; day <= 29; day++) {
      await group.at(`2026-11-${day} 09:00`);
      await ada.picks('right one');
      await ada.next();
    }
    expect(await ada.types('/streak')).toMatchObject({ view: { title: 'Streak: 7 rounds' } });
    await group.at('2026-11-30 09:00');
    await group.at('2026-12-01 09:00');
    await group.at('2026-12-01 09:01');
    const waiting = await ada.types('/streak');
    expect(read((waiting as { view: View }).view)).toContain('You missed question 8');
    await ada.picks('right one');
    expect(read(await ada.next())).toContain('A freeze covered question 8.');
    expect(await ada.types('/streak')).toMatchObject({ view: { title: 'Streak: 8 rounds' } });
  });

  it('can be shown to the channel, by its owner', async () => {
    const group = await groupWithQuestion();
    const ada = group.member('ada');
    const early = await ada.presses({ kind: 'share streak' });
    expect(early).toMatchObject({ seenBy: 'only me', view: { tone: 'refusal' } });
    await ada.picks('right one');
    await ada.next();
    expect(await ada.presses({ kind: 'share streak' })).toMatchObject({ seenBy: 'channel' });
  });
});
