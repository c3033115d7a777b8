import { describe, expect, it } from 'vitest';
import { cardId } from '../../src/core/ids.ts';
import { REVIEW_RULES } from '../../src/core/review.ts';
import { dueCount } from '../../src/features/review.ts';
import { answered, pressed, read, soloQuiz, typed } from './own-study.ts';
import { otherKinds, smallDeck } from './small-deck.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

const one = smallDeck.slice(0, 1);

/** Ada missed every card today; it is the next morning. */
async function afterAMiss(options: Parameters<typeof studyGroup>[0] = {}) {
  const group: StudyGroup = await studyGroup(options);
  const ada = group.member('ada');
  await soloQuiz(group, ada, 'wrong one');
  await group.at('2026-11-24 08:00');
  return { ...group, ada };
}

describe('/review', () => {
  it('is empty before the first answer', async () => {
    const group = await studyGroup({});
    const view = await typed(group.member('ada'), '/review');
    expect(view.title).toBe('Your review is empty');
  });

  it('brings back tomorrow what was missed today, and counts what is due', async () => {
    const group = await afterAMiss();
    const { ada } = group;
    const view = await typed(ada, '/review');
    expect(view.title).toMatch(/^Review · /);
    expect(view.footer).toBe('●○○ · 3 cards due');
    expect(await dueCount(group.bot.parts, COMMUNITY, ada.id)).toBe(3);
    const verdict = await answered(ada, view, 'right one');
    expect(verdict.title).toBe('Right');
    expect(read(verdict)).toMatch(/This card comes back (tomorrow|in \d+ days)\./);
    expect(verdict.footer).toBe('2 more today');
    const next = await pressed(ada, verdict, 'Next question');
    expect(next.footer).toBe('●○○ · 2 cards due');
    expect(next.ask?.round).not.toBe(view.ask?.round);
  });

  it('lets known cards rest', async () => {
    const group = await studyGroup({ cards: one });
    const ada = group.member('ada');
    await soloQuiz(group, ada, 'right one');
    await group.at('2026-11-24 08:00');
    const view = await typed(ada, '/review');
    expect(read(view)).toContain('Nothing is due now');
    expect(read(view)).toMatch(/1 card comes next, in \d+ days\./);
  });

  it('is fed by the daily', async () => {
    const group = await studyGroup({ cards: one });
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    const ada = group.member('ada');
    await ada.picks('wrong one');
    await ada.next();
    expect((await typed(ada, '/review')).title).toBe('Nothing is due now');
    await group.at('2026-11-24 08:00');
    expect((await typed(ada, '/review')).title).toBe('Review · alpha');
  });

  it('goes by the new key where a question was put right', async () => {
    const group = await studyGroup({ cards: one });
    const olga = group.member('olga', true);
    await olga.types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    const ada = group.member('ada');
    await ada.picks('wrong one');
    await ada.next();
    expect((await typed(ada, '/review')).title).toBe('Nothing is due now');
    const { ask } = group.latest();
    const wrong = ask?.kind === 'picks' ? 'ABCD'.charAt(ask.options.indexOf('wrong one')) : '';
    await olga.types(`/daily rekey key=${wrong}`);
    await group.at('2026-11-24 08:00');
    expect(read(await typed(ada, '/review'))).toMatch(/1 card comes next, in \d+ day/);
  });

  it('leaves out the open question of the channel until it is answered', async () => {
    const group = await afterAMiss({ cards: one });
    const { ada } = group;
    const shown = await typed(ada, '/review');
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-24 09:00');
    expect(read(await typed(ada, '/review'))).toContain('Nothing is due now');
    const refusal = await answered(ada, shown, 'wrong one');
    expect(read(refusal)).toContain('This card is in an open question of the channel now');
    await ada.picks('right one');
    await ada.next();
    const view = read(await typed(ada, '/review'));
    expect(view).toMatch(/1 card comes next, in \d+ days\./);
  });

  it('rates a card once a day, however often it is answered', async () => {
    const group = await studyGroup({ cards: one });
    const ada = group.member('ada');
    await soloQuiz(group, ada, 'wrong one');
    await soloQuiz(group, ada, 'right one');
    await soloQuiz(group, ada, 'right one');
    await group.at('2026-11-24 08:00');
    expect((await typed(ada, '/review')).footer).toBe('●○○ · 1 card due');
  });

  it('counts the first of two answers, and shows the same card to a second /review', async () => {
    const group = await afterAMiss();
    const { ada } = group;
    const [view, same] = await Promise.all([typed(ada, '/review'), typed(ada, '/review')]);
    expect(view.ask?.round).toBe(same.ask?.round);
    await Promise.all([ada.answers(view, 'right one'), ada.answers(view, 'wrong one')]);
    const verdicts = [await ada.next(), await ada.next()];
    expect(new Set(verdicts.map(({ title }) => title)).size).toBe(1);
    expect(verdicts.filter((each) => read(each).includes('first answer counts'))).toHaveLength(1);
    expect((await typed(ada, '/review')).footer).toBe('●○○ · 2 cards due');
  });

  it('goes on after a restart', async () => {
    const group = await afterAMiss({ cards: one });
    const view = await typed(group.ada, '/review');
    await group.bot.stop();
    const { prefix, recorder } = group;
    const again = await studyGroup({
      recorder,
      cards: one,
      now: '2026-11-24 08:00',
      more: { prefix },
    });
    const ada = again.member('ada');
    expect((await typed(ada, '/review')).ask).toEqual(view.ask);
    await ada.answers(view, 'right one');
    await again.settle();
    expect(ada.hears().at(-1)?.title).toBe('Right');
  });

  it('takes the latest answer back: the card is asked again and counts anew', async () => {
    const group = await afterAMiss({ cards: one });
    const { ada } = group;
    const wrong = await answered(ada, await typed(ada, '/review'), 'wrong two');
    expect(read(wrong)).toContain('This card comes back tomorrow.');
    const back = await pressed(ada, wrong, 'Undo');
    expect(back.footer).toBe('●○○ · 1 card due');
    expect((await pressed(ada, wrong, 'Undo')).ask).toEqual(back.ask);
    const right = await answered(ada, back, 'right one');
    expect(right.title).toBe('Right');
    const days = /in (\d+) days/.exec(read(right))?.[1];
    expect(Number(days)).toBeGreaterThan(1);
    expect((await typed(ada, '/review')).title).toBe('Nothing is due now');
  });

  it('takes back the answer before, even when the next card is shown, and none that is older', async () => {
    const group = await afterAMiss();
    const { ada } = group;
    const first = await answered(ada, await typed(ada, '/review'), 'wrong two');
    const second = await pressed(ada, first, 'Next question');
    const back = await pressed(ada, first, 'Undo');
    expect(back.ask?.round).not.toBe(second.ask?.round);
    expect(back.footer).toBe('●○○ · 3 cards due');
    let view = back;
    for (let at = 0; at < 2; at++) {
      view = await pressed(ada, await answered(ada, view, 'right one'), 'Next question');
    }
    expect(read(await pressed(ada, first, 'Undo'))).toContain('Only the answer to the latest card');
  });

  it('ends at the limit of the day, and goes on the next', async () => {
    const group = await afterAMiss({ more: { review: { ...REVIEW_RULES, dayLimit: 2 } } });
    const { ada } = group;
    let view = await typed(ada, '/review');
    for (let at = 0; at < 2; at++) {
      const verdict = await answered(ada, view, 'right one');
      expect(verdict.footer).toBe(`${1 - at} more today`);
      view = await pressed(ada, verdict, 'Next question');
    }
    expect(read(view)).toContain('That was your 2 cards for today');
    await group.at('2026-11-25 08:00');
    expect((await typed(ada, '/review')).title).toMatch(/^Review · /);
  });

  it('turns flash cards and takes again, hard, good or easy', async () => {
    const group = await studyGroup({ cards: [otherKinds.flash] });
    const ada = group.member('ada');
    const look = await pressed(ada, await typed(ada, '/quiz solo'), 'Show the answer');
    await ada.presses(look.actions[2]?.press as never);
    await ada.next();
    await group.at('2026-11-24 08:00');
    const turned = await pressed(ada, await typed(ada, '/review'), 'Show the answer');
    expect(turned.actions.map(({ label }) => label)).toEqual(['Again', 'Hard', 'Good', 'Easy']);
    const daysAfter = async (label: string): Promise<number> => {
      const verdict = await pressed(ada, turned, label);
      await pressed(ada, verdict, 'Undo');
      return Number(/in (\d+) days/.exec(read(verdict))?.[1] ?? 1);
    };
    const days: number[] = [];
    for (const label of ['Again', 'Hard', 'Good', 'Easy']) days.push(await daysAfter(label));
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(new Set(days).size).toBe(4);
  });

  it('names a leech, and offers its explanation and source', async () => {
    const group = await afterAMiss({
      cards: one,
      more: { review: { ...REVIEW_RULES, leechAfter: 2 } },
    });
    const { ada } = group;
    let verdict = await answered(ada, await typed(ada, '/review'), 'wrong two');
    expect(read(verdict)).not.toContain('You have forgotten');
    await group.at('2026-11-26 08:00');
    verdict = await answered(ada, await typed(ada, '/review'), 'wrong two');
    expect(read(verdict)).toContain('You have forgotten this card 2 times');
    const done = read(await pressed(ada, verdict, 'Next question'));
    expect(done).toContain('Hard for you: read these again.');
    expect(done).toContain('The explanation of single-one. Source: The source of single-one');
  });

  it('skips a card that its deck has no longer, and keeps the history of a renamed one', async () => {
    const group = await afterAMiss({ cards: smallDeck.slice(0, 2) });
    const shown = await typed(group.ada, '/review');
    await group.bot.stop();
    const { prefix, recorder } = group;
    const renamed = {
      ...(smallDeck[1] as (typeof smallDeck)[0]),
      id: cardId.of('renamed'),
      formerly: [cardId.of('single-two')],
    };
    const again = await studyGroup({
      recorder,
      cards: [renamed],
      now: '2026-11-24 08:00',
      more: { prefix },
    });
    const ada = again.member('ada');
    const view = await typed(ada, '/review');
    expect([view.title, view.footer]).toEqual(['Review · beta', '●○○ · 1 card due']);
    await ada.answers(view, 'right one');
    await again.settle();
    expect(ada.hears().at(-1)?.footer).toBe('0 more today');
    expect(shown.ask).not.toBeNull();
    await again.bot.stop();
    const back = await studyGroup({
      recorder,
      cards: [renamed],
      now: '2026-11-25 08:00',
      more: { prefix },
    });
    expect(read(await typed(back.member('ada'), '/review'))).toContain('1 card comes next');
  });

  it('leaves standings and streaks alone', async () => {
    const group = await afterAMiss({ cards: one });
    const { ada } = group;
    await answered(ada, await typed(ada, '/review'), 'right one');
    expect(read(await typed(ada, '/leaderboard'))).not.toContain('ada');
  });

  it('is in the export, and gone once it is erased', async () => {
    const group = await afterAMiss({ cards: one });
    const { ada } = group;
    await typed(ada, '/review');
    const copy = await typed(ada, '/me export');
    const file = copy.blocks.find((block) => block.kind === 'file');
    const data = JSON.parse(file?.kind === 'file' ? file.text : '{}');
    expect(data.review.cards).toEqual([
      expect.objectContaining({ card: 'virtualization/single-one', due: '2026-11-24', lapses: 0 }),
    ]);
    expect(data.soloQuiz.answers).toHaveLength(1);
    const asked = await typed(ada, '/me erase');
    await ada.presses(asked.actions[0]?.press as never);
    expect((await typed(ada, '/review')).title).toBe('Your review is empty');
  });
});
