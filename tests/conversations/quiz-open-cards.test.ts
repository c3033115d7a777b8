import { describe, expect, it } from 'vitest';
import { channelId } from '../../src/core/ids.ts';
import type { Member } from '../../src/platforms/recorder/member.ts';
import { answered, pressed, typed } from './own-study.ts';
import { answers, begun, pressIn, read, sentence } from './quiz-group.ts';
import { otherKinds, smallDeck } from './small-deck.ts';
import { COMMUNITY, studyGroup } from './study-group.ts';

const one = { cards: smallDeck.slice(0, 1) };
const WAITS = 'Every card of it is in an open question now';

describe('a card that a live quiz asks', () => {
  it('is drawn by no daily and by no other quiz', async () => {
    const group = await begun('count=1 seconds=300', ['ada', 'bob'], one);
    const olga = group.member('olga', true);
    await olga.types('/daily setup 08:01 daily UTC virtualization');
    await group.at('2026-11-23 08:01');
    expect(group.messages()).toHaveLength(1);
    const hall = group.recorder.member('cem', {
      community: COMMUNITY,
      channel: channelId.of('hall'),
    });
    expect(sentence(await hall.types('/quiz start'))).toContain('is open in the community');
    await group.at('2026-11-23 08:05:31');
    expect(sentence(await hall.types('/quiz start'))).toContain('Quiz: 1 question');
  });

  it('is asked in no solo quiz of who has not answered it', async () => {
    const group = await begun('count=1', ['ada', 'bob'], one);
    const [ada, bob] = group.players as [Member, Member];
    const eve = group.member('eve');
    await answers(ada, 'right one');
    expect((await typed(ada, '/quiz solo')).title).toContain('Solo quiz 1 of 1');
    for (const other of [bob, eve]) expect(read(await typed(other, '/quiz solo'))).toContain(WAITS);
    await answers(bob, 'wrong one');
    await group.settle();
    expect((await typed(eve, '/quiz solo')).title).toContain('Solo quiz 1 of 1');
  });

  it('gives no verdict to a solo question that was asked before', async () => {
    const group = await studyGroup({ ...one, now: '2026-11-23 08:00' });
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    const before = await typed(bob, '/quiz solo');
    await ada.presses(pressIn(await ada.types('/quiz start'), 'Join'));
    await group.at('2026-11-23 08:00:30');
    const refusal = await answered(bob, before, 'wrong one');
    expect(read(refusal)).toContain('This card is in an open question of the channel now');
    expect(read(await pressed(bob, refusal, 'Next question'))).toContain('0 of 0 right');
  });

  it('waits in a review, and is not explained, until its member knows the verdict', async () => {
    const group = await studyGroup({ ...one, now: '2026-11-22 08:00' });
    const [olga, ada] = [group.member('olga', true), group.member('ada')];
    await olga.types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-22 09:00');
    await ada.picks('wrong one');
    await ada.next();
    await olga.types('/daily pause');
    await group.at('2026-11-24 08:00');
    expect((await typed(ada, '/review')).title).toContain('Review');
    await olga.presses(pressIn(await olga.types('/quiz start count=1'), 'Join'));
    await group.at('2026-11-24 08:00:30');
    expect(read(await typed(ada, '/review'))).not.toContain(smallDeck[0]?.prompt);
    expect(read(await typed(ada, '/explain 1'))).toBe(
      'That did not work\nA live quiz asks this card: it can be explained to you when you know its verdict.',
    );
    await answers(ada, 'right one');
    expect(read(await typed(ada, '/explain 1'))).toContain('The explanation of');
  });

  it('waits for the end of an exam, whoever has answered', async () => {
    const group = await begun('count=1 mode=exam', ['ada', 'bob'], one);
    const [ada, bob] = group.players as [Member, Member];
    await answers(ada, 'right one');
    expect(read(await typed(ada, '/quiz solo'))).toContain(WAITS);
    await answers(bob, 'right one');
    await group.settle();
    expect(read(await typed(ada, '/quiz solo'))).toContain(WAITS);
    await group.at('2026-11-23 08:01:10');
    expect((await typed(ada, '/quiz solo')).title).toContain('Solo quiz 1 of 1');
  });
});

describe('a deck that is read again without a card', () => {
  it('passes it over in a solo quiz and a review', async () => {
    const cards = [otherKinds.typed, otherKinds.gap];
    const group = await studyGroup({ cards });
    const ada = group.member('ada');
    const first = await typed(ada, '/quiz solo');
    cards.splice(0);
    const verdict = await answered(ada, first, 'nothing; of it');
    expect(verdict.title).toBe('Not this time');
    expect(read(await pressed(ada, verdict, 'Next question'))).toContain('0 of 1 right');
    await group.at('2026-11-25 08:00');
    expect(read(await typed(ada, '/review'))).toContain('Your review is empty');
  });
});

describe('a hidden member', () => {
  it('stands in no table of others, and reads their own place', async () => {
    const group = await begun('count=1', ['ada', 'bob', 'cem'], one);
    const [ada, bob, cem] = group.players as [Member, Member, Member];
    await ada.types('/me hide');
    await answers(ada, 'right one');
    await answers(bob, 'right one');
    await answers(cem, 'wrong one');
    await group.settle();
    expect(read(group.latest())).toContain(
      'The table so far:\n1. bob: 10 points\n2. cem: 0 points',
    );
    await group.at('2026-11-23 08:01:00');
    expect(read(group.latest())).toContain('1. bob: 10 points\n2. cem: 0 points');
    expect(read(group.latest())).not.toContain('ada');
    const press = pressIn(group.latest(), 'What I missed');
    expect(sentence(await ada.presses(press))).toContain('Your place: 1 (10 points).');
    expect(sentence(await cem.presses(press))).toContain('Your place: 2 (0 points).');
    expect([...(await group.bot.parts.store.boards.hidden(COMMUNITY))]).toEqual(['ada']);
  });

  it('is not named in a team', async () => {
    const group = await begun('count=1 mode=teams', ['ada', 'bob'], one);
    await (group.players[0] as Member).types('/me hide');
    for (const player of group.players) await answers(player, 'right one');
    await group.settle();
    expect(read(group.latest())).not.toContain('ada');
    expect(read(group.latest())).toContain('bob');
  });
});
