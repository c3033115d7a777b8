import { describe, expect, it } from 'vitest';
import type { Press } from '../../src/chat/press.ts';
import type { View } from '../../src/chat/view.ts';
import type { Member } from '../../src/platforms/recorder/member.ts';
import { answered, pressed, typed } from './own-study.ts';
import { answers, begun, pressIn, read, sentence } from './quiz-group.ts';
import { otherKinds } from './small-deck.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

const vmcs = { cards: [otherKinds.typed] };
const accept: Press = { kind: 'rule', appeal: 1, as: 'accept' };
const SENT = 'Your appeal is with the organisers';
const labels = (view: View): string[] => view.actions.map(({ label }) => label);

const told = (group: StudyGroup, name: string): string[] =>
  group.recorder.log.flatMap((sent) =>
    sent.kind === 'tell' && sent.member === name ? [read(sent.view)] : [],
  );

async function tellAll(group: StudyGroup): Promise<void> {
  for (let more = 0; more < 4; more++) {
    group.clock.moveTo(group.clock.now() + 1_000);
    await group.settle();
  }
}

/** A ruling on "control block", made on an answer to a daily. */
async function ruledInDaily(): Promise<StudyGroup> {
  const group = await studyGroup({ ...vmcs, now: '2026-11-23 08:00' });
  const [olga, zoe] = [group.member('olga', true), group.member('zoe')];
  await olga.types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  await zoe.picks('control block');
  await pressed(zoe, await zoe.next(), 'I was right');
  await olga.presses(accept);
  await olga.types('/daily pause');
  await group.at('2026-11-24 09:01');
  return group;
}

describe('a ruling on a daily', () => {
  it('counts in a live quiz', async () => {
    const group = await ruledInDaily();
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    const join = pressIn(await ada.types('/quiz start count=1'), 'Join');
    for (const player of [ada, bob]) await player.presses(join);
    await group.at('2026-11-24 09:01:30');
    expect(await answers(ada, 'control block')).toMatch(/^Right: \+10 points/);
  });

  it('counts in a solo quiz and in a review', async () => {
    const group = await ruledInDaily();
    const ada = group.member('ada');
    expect((await answered(ada, await typed(ada, '/quiz solo'), 'control blocks')).title).toBe(
      'Right',
    );
    await group.at('2027-01-24 08:00');
    const review = await typed(ada, '/review');
    expect((await answered(ada, review, 'a control block')).title).toBe('Right');
  });
});

describe('under the verdicts of a live quiz', () => {
  it('a member appeals and reports; the ruling mends answers, table and reviews', async () => {
    const group = await begun('count=1', ['ada', 'bob', 'cem'], vmcs);
    const [ada, bob, cem] = group.players as [Member, Member, Member];
    const olga = group.member('olga', true);
    await ada.picks('control block');
    const verdict = await ada.next();
    expect(labels(verdict)).toEqual(['I was right', 'Report this question']);
    await bob.picks('the control blocks');
    await bob.next();
    expect(sentence(await ada.presses(pressIn(verdict, 'I was right')))).toContain(SENT);
    const report = await pressed(ada, verdict, 'Report this question');
    expect(read(await pressed(ada, report, 'Unclear'))).toContain('Reported: unclear');
    expect(sentence(await olga.types('/deck rulings'))).toContain(
      '1 appeal is about an open question that you have not answered',
    );
    const ruled = sentence(await olga.presses(accept));
    expect(ruled).toContain('2 answers count as right now');
    await tellAll(group);
    expect(told(group, 'bob').join()).toContain('it counts as right from now on');
    expect(told(group, 'cem')).toEqual([]);
    await cem.picks('no idea');
    await cem.next();
    await group.settle();
    await group.at('2026-11-23 08:01:30');
    expect(read(group.latest())).toContain('1. ada: 10 points\n1. bob: 10 points\n3. cem: 0');
    const missed = await cem.presses(pressIn(group.latest(), 'What I missed'));
    expect(sentence(missed)).toContain('no idea');
    await group.at('2026-11-24 08:00');
    expect(sentence(await bob.types('/review'))).toContain('Nothing is due now');
    expect(sentence(await cem.types('/review'))).toContain('1 card due');
  });

  it('an exam has them under What I missed, and refuses them before', async () => {
    const group = await begun('count=1 mode=exam', ['ada', 'bob'], vmcs);
    const [ada, bob] = group.players as [Member, Member];
    const round = group.latest().ask?.round;
    if (!round) throw new Error('no question');
    await ada.picks('control block');
    expect(labels(await ada.next())).toEqual([]);
    expect(sentence(await ada.presses({ kind: 'appeal', round }))).toBe(
      'That did not work\nRight or wrong comes at the end of the quiz: What I missed has this button then.',
    );
    await answers(bob, 'VMCS');
    await group.settle();
    await group.at('2026-11-23 08:01:00');
    const missed = await ada.presses(pressIn(group.latest(), 'What I missed'));
    expect(sentence(await ada.presses(pressIn(missed, 'I was right (1)')))).toContain(SENT);
    expect(sentence(await bob.presses({ kind: 'appeal', round }))).toBe(
      'That did not work\nYour answer counts as right already.',
    );
    expect(sentence(await group.member('eve').presses({ kind: 'appeal', round }))).toContain(
      'You have not answered this question',
    );
  });

  it('"What I missed" turns by pages, and leads to the review', async () => {
    const group = await begun('count=5 seconds=10', ['ada'], {
      cards: Array.from({ length: 5 }, (_, at) => ({
        ...otherKinds.typed,
        id: `typed-${at}` as never,
      })),
    });
    const [ada] = group.players as [Member];
    for (let asked = 0; asked < 5; asked++) {
      await answers(ada, 'control block');
      await group.settle();
      group.clock.moveTo(group.clock.now() + 10_000);
      await group.settle();
    }
    const press = pressIn(group.latest(), 'What I missed');
    const first = await ada.presses(press);
    if (first.kind !== 'view') throw new Error('no view');
    expect(labels(first.view)).toHaveLength(10);
    expect(read(first.view)).toContain('Page 1 of 2.');
    const second = await pressed(ada, first.view, 'Next');
    expect(labels(second)).toEqual([
      'I was right (5)',
      'Report this question (5)',
      'Previous',
      'Review now',
    ]);
    expect(read(await pressed(ada, second, 'Review now'))).toContain('Nothing is due now');
    expect(sentence(await ada.presses({ ...press, page: 99 } as Press))).toContain('Page 2 of 2.');
  });
});

describe('under the verdicts of a solo quiz and a review', () => {
  it('the buttons survive the next question and a restart, and are their member’s alone', async () => {
    const group = await studyGroup({ cards: [otherKinds.typed, otherKinds.gap] });
    const ada = group.member('ada');
    const verdict = await answered(ada, await typed(ada, '/quiz solo topic=eta'), 'control block');
    expect(labels(verdict)).toEqual(['Next question', 'I was right', 'Report this question']);
    await typed(ada, '/quiz solo topic=theta');
    await group.bot.stop();
    const { prefix, recorder, cards } = group;
    const again = await studyGroup({ recorder, cards, more: { prefix } });
    const [back, bob] = [again.member('ada'), again.member('bob')];
    expect(sentence(await bob.presses(pressIn(verdict, 'I was right')))).toContain(
      'Nothing is known of this question',
    );
    expect(read(await pressed(back, verdict, 'I was right'))).toContain(SENT);
    const report = await pressed(back, verdict, 'Report this question');
    expect(read(await pressed(back, report, 'Too hard'))).toContain('Reported: too hard');
    const olga = again.member('olga', true);
    expect(sentence(await olga.presses(accept))).toContain('1 answer counts as right now');
    await tellAll(again);
    expect(told(again, 'ada')).toHaveLength(1);
    await again.at('2026-11-24 08:00');
    expect(sentence(await back.types('/review'))).toContain('Nothing is due now');
  });

  it('a review has them too', async () => {
    const group = await studyGroup(vmcs);
    const ada = group.member('ada');
    await answered(ada, await typed(ada, '/quiz solo'), 'control block');
    await group.at('2026-11-24 08:00');
    const verdict = await answered(ada, await typed(ada, '/review'), 'control block');
    expect(labels(verdict)).toEqual([
      'Next question',
      'Undo',
      'I was right',
      'Report this question',
    ]);
    expect(read(await pressed(ada, verdict, 'I was right'))).toContain(SENT);
  });

  it('an appeal whose card has left its deck can still be decided', async () => {
    const cards = [otherKinds.typed];
    const group = await studyGroup({ cards });
    const ada = group.member('ada');
    const verdict = await answered(ada, await typed(ada, '/quiz solo'), 'control block');
    await pressed(ada, verdict, 'I was right');
    cards.splice(0);
    const olga = group.member('olga', true);
    expect(sentence(await olga.types('/deck rulings'))).toContain(
      'Its card is no longer in the deck.\nThe answer: control block',
    );
    expect(sentence(await olga.presses(accept))).toContain('is accepted');
    await tellAll(group);
    expect(told(group, 'ada')).toHaveLength(1);
  });
});

describe('those who hear of an appeal', () => {
  it('are the appointed organisers too, without the key of a question that they can answer', async () => {
    const group = await begun('count=1', ['ada', 'bob'], vmcs);
    const [ada, bob] = group.players as [Member, Member];
    await group.member('olga', true).types('/daily organisers add=@bob');
    expect(await group.bot.parts.store.appointed.list(COMMUNITY)).toEqual(['bob']);
    await ada.picks('control block');
    await pressed(ada, await ada.next(), 'I was right');
    expect(told(group, 'bob').join()).toContain('Somebody appeals an answer to the card typed');
    expect(told(group, 'bob').join()).not.toContain('VMCS');
    expect(sentence(await bob.types('/deck rulings'))).not.toContain('VMCS');
    await answers(bob, 'VMCS');
    expect(sentence(await bob.types('/deck rulings'))).toContain('The key: VMCS');
  });
});
