import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Press } from '../../src/chat/press.ts';
import type { Reply, View } from '../../src/chat/view.ts';
import type { Card, Deck } from '../../src/core/card.ts';
import { cardId, deckId } from '../../src/core/ids.ts';
import type { Member } from '../../src/platforms/recorder/member.ts';
import { PlatformFault } from '../../src/ports/platform.ts';
import { decksOf, otherKinds, smallDeck } from './small-deck.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';
import { tracesOf } from './traces.ts';

const readView = (view: View): string => plainText(view, { member: (id) => id });
const read = (reply: Reply): string => (reply.kind === 'view' ? readView(reply.view) : reply.kind);
type Options = Parameters<typeof studyGroup>[0];

/** A daily of one card, whose question stands. */
async function asked(card: Card, options: Options = {}) {
  const group = await studyGroup({ ...options, cards: [card] });
  const olga = group.member('olga', true);
  await olga.types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  return { group, olga };
}

const listeners = new WeakMap<StudyGroup, Map<string, Member>>();

/** The same member each time, who has heard what came before. */
function listener(group: StudyGroup, name: string): Member {
  const known = listeners.get(group) ?? new Map<string, Member>();
  const member = known.get(name) ?? group.member(name);
  listeners.set(group, known.set(name, member));
  return member;
}

/** What a member reads who answers. */
async function answers(group: StudyGroup, name: string, typed: string): Promise<View> {
  const member = listener(group, name);
  await member.picks(typed);
  return member.next();
}

function pressOf(view: View, label: string): Press {
  const action = view.actions.find((each) => each.label === label);
  if (!action) throw new Error(`no button ${label}: ${view.actions.map((each) => each.label)}`);
  return action.press;
}

/** "I was right", under the verdict on an answer. */
async function appeals(group: StudyGroup, name: string, typed: string): Promise<string> {
  const verdict = await answers(group, name, typed);
  return read(await group.member(name).presses(pressOf(verdict, 'I was right')));
}

const told = (group: StudyGroup, name: string): string[] =>
  group.recorder.log.flatMap((sent) =>
    sent.kind === 'tell' && sent.member === name ? [readView(sent.view)] : [],
  );

/** Lets one notice after another go out. */
async function tellAll(group: StudyGroup): Promise<void> {
  for (let more = 0; more < 5; more++) {
    group.clock.moveTo(group.clock.now() + 1_000);
    await group.settle();
  }
}

async function closed(group: StudyGroup): Promise<void> {
  await group.at('2026-11-24 09:00');
  await group.at('2026-11-24 09:01');
}

/** The next day on which the only card of the deck is free to be asked. */
async function askedAgain(group: StudyGroup): Promise<void> {
  await closed(group);
  await group.at('2026-11-25 09:00');
}

const boardOf = async (group: StudyGroup): Promise<string> =>
  read(await group.member('zoe').types('/leaderboard all'));

const accept = (appeal: number): Press => ({ kind: 'rule', appeal, as: 'accept' });
const reject = (appeal: number): Press => ({ kind: 'rule', appeal, as: 'reject' });

const SENT = [
  'Your appeal is with the organisers',
  'They decide whether "control block" counts as right, and you get a message then.',
].join('\n');

const NONE_OPEN = [
  'No appeal waits to be decided',
  'A member who thinks that their typed answer was right can say so under its verdict.',
  'Decided before, the latest first:',
];

describe('"I was right"', () => {
  it('is offered under a typed verdict that is not right, and nowhere else', async () => {
    const { group } = await asked(otherKinds.typed);
    const labels = (view: View): string[] => view.actions.map(({ label }) => label);
    expect(labels(await answers(group, 'ada', 'control block'))).toEqual([
      'I was right',
      'Report this question',
    ]);
    expect(labels(await answers(group, 'bob', 'VMCS'))).toEqual(['Report this question']);
    const other = await asked(smallDeck[0] as Card);
    expect(labels(await answers(other.group, 'ada', 'wrong one'))).toEqual([
      'Report this question',
    ]);
  });

  it('accepted rescores everyone who gave the answer, in points, streak and standings', async () => {
    const rules = { streakCounts: 'correct' as const };
    const { group, olga } = await asked(otherKinds.typed, { rules });
    expect(await appeals(group, 'ada', 'control block')).toBe(SENT);
    await answers(group, 'bob', 'The Control-Blocks');
    await answers(group, 'cat', 'VMCB');
    await closed(group);
    expect(await boardOf(group)).not.toContain('ada: 10');
    expect(read(await olga.types('/deck rulings'))).toBe(
      [
        'Appeal 1: was this right?',
        'What does VT-x keep the state of a virtual processor in?',
        'The answer: control block',
        'The key: VMCS',
        '[Accept] [Reject]',
      ].join('\n'),
    );
    expect(read(await olga.presses(accept(1)))).toBe(
      [
        'Appeal 1: the answer is accepted',
        'The answer: control block',
        '2 answers count as right now, and their members are told.',
        'The leaderboards show 20 points more.',
        '2 streaks were counted anew.',
        'Equal answers count from now on.',
      ].join('\n'),
    );
    await tellAll(group);
    expect(await boardOf(group)).toContain('1. ada: 10 points\n1. bob: 10 points\n3. cat: 0');
    expect(read(await group.member('bob').types('/streak'))).toContain('Streak: 1 round');
    expect(group.messages()[0]?.footer).toBe('3 members answered, 2 right');
    const word = [
      'Your answer counts as right',
      'The question: What does VT-x keep the state of a virtual processor in?',
      'The organisers have accepted "control block": points and streak are counted anew.',
    ].join('\n');
    expect([told(group, 'ada'), told(group, 'bob'), told(group, 'cat')]).toEqual([
      [word],
      [word],
      [],
    ]);
    expect(read(await olga.types('/daily history'))).toContain(
      '/deck rulings appeal=1 as=accept → Appeal 1: the answer is accepted',
    );
  });

  it('accepted counts in the same question from then on, and in the next one of its card', async () => {
    const { group, olga } = await asked(otherKinds.typed);
    await appeals(group, 'ada', 'control block');
    await olga.presses(accept(1));
    expect((await answers(group, 'bob', 'control blocks')).title).toBe('Right: +10 points');
    await askedAgain(group);
    expect((await answers(group, 'ada', 'control block')).title).toBe('Right: +10 points');
    expect((await answers(group, 'bob', 'VMCB')).title).toBe('Not this time');
    await answers(group, 'olga', 'VMCS');
    expect(read(await olga.types('/deck rulings'))).toBe(
      [...NONE_OPEN, '- 1: "control block" on typed, accepted, counts here'].join('\n'),
    );
  });

  it('stays one appeal, whoever else says it, and those who said it are told of a rejection', async () => {
    const { group, olga } = await asked(otherKinds.typed);
    expect(await appeals(group, 'ada', 'control block')).toBe(SENT);
    const again = await answers(group, 'ada', 'VMCS');
    expect(read(await group.member('ada').presses(pressOf(again, 'I was right')))).toBe(SENT);
    expect(await appeals(group, 'bob', 'a control block.')).toBe(SENT);
    expect(read(await olga.presses(reject(1)))).toBe(
      ['Appeal 1: the answer stays wrong', 'Whoever appealed is told so.'].join('\n'),
    );
    await tellAll(group);
    const word = [
      'Your appeal was decided',
      'The question: What does VT-x keep the state of a virtual processor in?',
      'The organisers have looked at "control block": it stays as it was graded.',
    ].join('\n');
    expect([told(group, 'ada'), told(group, 'bob')]).toEqual([[word], [word]]);
    expect(await appeals(group, 'cat', 'Control block')).toBe(
      [
        'Your appeal was decided',
        'The organisers have looked at "control block": it stays as it was graded.',
      ].join('\n'),
    );
  });

  it('is decided once, whatever the second press says', async () => {
    const { group, olga } = await asked(otherKinds.typed);
    const otto = group.member('otto', true);
    await appeals(group, 'ada', 'control block');
    const replies = await Promise.all([olga.presses(accept(1)), otto.presses(reject(1))]);
    const isRefused = (reply: Reply): boolean => read(reply).startsWith('That did not work');
    expect(replies.filter(isRefused)).toHaveLength(1);
    const state = (await group.bot.parts.store.rulings.get(COMMUNITY, 1))?.state;
    expect(state).toBe(isRefused(replies[0] as Reply) ? 'rejected' : 'accepted');
    await closed(group);
    expect(read(await otto.presses(reject(1)))).toBe(
      [
        'That did not work',
        `Appeal 1 was decided before: "control block" ${state === 'accepted' ? 'is accepted' : 'stays wrong'}.`,
      ].join('\n'),
    );
  });

  it('is decided once where the network delivers the press twice', async () => {
    const { group, olga } = await asked(otherKinds.typed);
    await appeals(group, 'ada', 'control block');
    expect(read(await olga.presses(accept(1)))).toContain('is accepted');
    expect(read(await group.recorder.redeliver())).toBe('nothing');
  });

  it('is decided by organisers only, by press and by command', async () => {
    const { group, olga } = await asked(otherKinds.typed);
    await appeals(group, 'ada', 'control block');
    const only =
      'Only organisers can do that: members who may manage this channel, or whom they appointed.';
    const ada = group.member('ada');
    expect(read(await ada.presses(accept(1)))).toBe(`That did not work\n${only}`);
    expect(read(await ada.types('/deck rulings appeal=1 as=accept'))).toContain(only);
    expect(read(await olga.types('/deck rulings appeal=1'))).toBe(
      'That did not work\nWrite both, the number of the appeal and how you decide, such as: appeal=3 as=accept.',
    );
    expect(read(await olga.types('/deck rulings appeal=7 as=accept'))).toBe(
      'That did not work\nThere is no appeal "7": /deck rulings shows those that are open.',
    );
    expect(read(await olga.types('/deck rulings appeal=1 as=accept'))).toContain('is accepted');
    expect(read(await olga.types('/daily history'))).not.toContain('Only organisers');
  });

  it('is refused with the reason where there is nothing to appeal', async () => {
    const { group, olga } = await asked(otherKinds.typed);
    const round = group.latest().ask?.round;
    if (!round) throw new Error('no question');
    const says = async (name: string): Promise<string> =>
      read(await group.member(name).presses({ kind: 'appeal', round }));
    expect(await says('zoe')).toBe(
      'That did not work\nYou have not answered this question, so there is nothing to appeal.',
    );
    await answers(group, 'ada', 'VMCS');
    expect(await says('ada')).toBe('That did not work\nYour answer counts as right already.');
    await answers(group, 'bob', '?!');
    expect(await says('bob')).toBe(
      'That did not work\nThere are no words in your answer that could count: report the question instead.',
    );
    await answers(group, 'cat', 'control block');
    await olga.types('/daily void');
    expect(await says('cat')).toBe(
      'That did not work\nThis question is void: it gives no points, and your streak keeps the credit.',
    );
    const gone: Press = { kind: 'appeal', round: 'nobodyasked1' as never };
    expect(read(await group.member('cat').presses(gone))).toContain('Nothing is known of this');
    const other = await asked(smallDeck[0] as Card);
    await answers(other.group, 'ada', 'wrong one');
    const single: Press = { kind: 'appeal', round: other.group.latest().ask?.round as never };
    expect(read(await other.group.member('ada').presses(single))).toBe(
      'That did not work\nOnly answers in your own words can be appealed: report the question instead.',
    );
  });

  it('on a question made void since then still counts later, and moves no points', async () => {
    const { group, olga } = await asked(otherKinds.typed);
    await appeals(group, 'ada', 'control block');
    await closed(group);
    await olga.types('/daily void round=1');
    const reply = read(await olga.presses(accept(1)));
    expect(reply).toContain('It is void, so the leaderboards stay as they are.');
    expect(await boardOf(group)).toContain('ada: 0 points');
    await olga.types('/daily void round=1 undo=yes');
    expect(await boardOf(group)).toContain('ada: 10 points');
  });

  it.each([
    ['gap', 'VM; hypervisor', 'The answer in gap 1: VM', 'The key: guest; hypervisor'],
    ['numeric', '31.25 milli', 'The answer: 31.25 milli', 'The key: 31.25 ms'],
    ['keyPoints', 'same speed', 'The answer: same speed', 'The key: Fidelity; Performance; Safety'],
  ] as const)('works on a card of kind %s', async (kind, typed, answer, key) => {
    const { group, olga } = await asked(otherKinds[kind]);
    await appeals(group, 'ada', typed);
    await answers(group, 'bob', typed.toUpperCase());
    await closed(group);
    const shown = read(await olga.types('/deck rulings'));
    expect(shown).toContain(answer);
    expect(shown).toContain(key);
    expect(read(await olga.presses(accept(1)))).toContain('2 answers count as right now');
    expect(await boardOf(group)).toContain('1. ada: 10 points\n1. bob: 10 points');
    await askedAgain(group);
    expect((await answers(group, 'cat', typed)).title).toBe('Right: +10 points');
  });

  it('asks for each gap by itself', async () => {
    const { group, olga } = await asked(otherKinds.gap);
    expect(await appeals(group, 'ada', 'VM; kernel')).toContain(
      'They decide whether "VM" and "kernel" counts as right',
    );
    await closed(group);
    await olga.presses(accept(1));
    expect(read(await olga.types('/deck rulings'))).toContain('The answer in gap 2: kernel');
    await olga.presses(reject(2));
    expect(await boardOf(group)).toContain('ada: 5 points');
  });

  it('waits for the reveal where verdicts do, and its button tells nothing before', async () => {
    const rules = { verdict: 'at-the-reveal' as const };
    const { group, olga } = await asked(otherKinds.typed, { rules });
    const [wrong, right] = [
      await answers(group, 'ada', 'control block'),
      await answers(group, 'bob', 'VMCS'),
    ];
    expect(wrong.actions).toEqual(right.actions);
    const press = pressOf(wrong, 'I was right');
    const later = 'That did not work\nThe verdict comes with the reveal: press this again then.';
    expect(read(await group.member('ada').presses(press))).toBe(later);
    expect(read(await group.member('bob').presses(press))).toBe(later);
    await closed(group);
    expect(read(await group.member('ada').presses(press))).toBe(SENT);
    expect(read(await olga.presses(accept(1)))).toContain('1 answer counts as right now');
  });
});

describe('the word to the organisers', () => {
  it('keeps the key from one who can still answer, in the message and in the list', async () => {
    const { group, olga } = await asked(otherKinds.typed);
    await appeals(group, 'ada', 'control block');
    await appeals(group, 'bob', 'state area');
    expect(told(group, 'olga')).toEqual([
      [
        'Somebody appeals question 1',
        'Its key is kept from you until you have answered the question or it is closed.',
        '/deck rulings decides it, with appeal 1: type it in the channel.',
      ].join('\n'),
    ]);
    expect(read(await olga.types('/deck rulings'))).toContain(
      '2 appeals are about an open question that you have not answered: they are shown when you have, or at its close.',
    );
    await answers(group, 'olga', 'VMCS');
    const shown = read(await olga.types('/deck rulings'));
    expect(shown).toContain('The answer: control block\nThe key: VMCS\n1 more appeal waits.');
    expect(read(await olga.types('/daily list'))).toContain(
      '2 appeals wait: /deck rulings decides.',
    );
    expect(read(await olga.types('/deck list'))).toBe(
      [
        'The decks here',
        '- Virtualization (virtualization): 1 card in 1 topic',
        '2 appeals wait: /deck rulings decides.',
      ].join('\n'),
    );
  });

  it('keeps what was decided from one who can answer its card, in the list, in a refusal and in the history', async () => {
    const { group, olga } = await asked(otherKinds.typed);
    await appeals(group, 'ada', 'control block');
    await appeals(group, 'bob', 'state area');
    const said = [read(await olga.presses(accept(1))), read(await olga.presses(reject(2)))];
    const seen = async (): Promise<string[]> => [
      read(await olga.types('/deck rulings')),
      read(await olga.types('/deck rulings appeal=1 as=accept')),
      read(await olga.presses(reject(2))),
      read(await olga.types('/daily history')),
    ];
    const both = /control block|state area/;
    for (const text of [...said, ...(await seen())]) expect(text).not.toMatch(both);
    const line = (appeal: number): string =>
      `- ${appeal}: on typed; its answer is shown when you have answered the open question, or at its close`;
    expect((await seen())[0]).toBe([...NONE_OPEN, line(2), line(1)].join('\n'));
    expect((await seen())[1]).toBe(
      'That did not work\nAppeal 1 was decided before: /deck rulings shows how when you have answered the open question, or at its close.',
    );
    await askedAgain(group);
    for (const text of await seen()) expect(text).not.toMatch(both);
    await answers(group, 'olga', 'VMCS');
    expect((await seen())[0]).toContain('- 2: "state area" on typed, rejected');
    expect((await seen())[1]).toContain('"control block" is accepted.');
  });

  it('keeps an appeal from one who can answer its card in a later question', async () => {
    const { group, olga } = await asked(otherKinds.typed);
    const verdict = await answers(group, 'ada', 'control block');
    await askedAgain(group);
    await group.member('ada').presses(pressOf(verdict, 'I was right'));
    const seen = [...told(group, 'olga'), read(await olga.types('/deck rulings'))];
    for (const text of seen) expect(text).not.toMatch(/control block|VMCS/);
    await answers(group, 'olga', 'VMCS');
    expect(read(await olga.types('/deck rulings'))).toContain('The key: VMCS');
  });

  it('names card, answer and key where the question is closed, in no channel', async () => {
    const { group } = await asked(otherKinds.typed);
    const verdict = await answers(group, 'ada', 'control block');
    await closed(group);
    await group.member('ada').presses(pressOf(verdict, 'I was right'));
    expect(told(group, 'olga').slice(1)).toEqual([
      [
        'Somebody appeals question 1',
        'What does VT-x keep the state of a virtual processor in?',
        'The answer: control block',
        'The key: VMCS',
        '/deck rulings decides it, with appeal 1: type it in the channel.',
      ].join('\n'),
    ]);
    expect(group.messages().map(readView).join('\n')).not.toContain('control block');
  });

  it('may fail: the appeal stands', async () => {
    const report = (): void => {};
    const { group, olga } = await asked(otherKinds.typed, { more: { report } });
    group.recorder.failNext('tell', new PlatformFault('no messages', 'never'));
    expect(await appeals(group, 'ada', 'control block')).toBe(SENT);
    await closed(group);
    expect(read(await olga.types('/deck rulings'))).toContain('Appeal 1: was this right?');
  });
});

describe('the words to members', () => {
  const MEMBERS = ['ada', 'bob', 'cat', 'dan', 'eve'];

  /** Five members wait to hear of a ruling; the first messages to them fail so. */
  async function ruledWith(...faults: readonly PlatformFault[]): Promise<StudyGroup> {
    const report = (): void => {};
    const { group, olga } = await asked(otherKinds.typed, { more: { report } });
    await appeals(group, 'ada', 'control block');
    for (const name of MEMBERS.slice(1)) await answers(group, name, 'control block');
    for (const fault of faults) group.recorder.failNext('tell', fault);
    await olga.presses(accept(1));
    await tellAll(group);
    await tellAll(group);
    return group;
  }

  const whoWasTold = (group: StudyGroup): string[] =>
    MEMBERS.filter((name) => {
      const times = told(group, name).length;
      expect(times).toBeLessThan(2);
      return times === 1;
    });

  const isDone = async (group: StudyGroup): Promise<boolean> =>
    (await group.bot.parts.store.ledger.due(COMMUNITY, group.clock.now())).length === 0;

  it('pass over one who takes no messages', async () => {
    const group = await ruledWith(new PlatformFault('no messages', 'never'));
    expect(whoWasTold(group)).toEqual(MEMBERS.slice(1));
    expect(await isDone(group)).toBe(true);
  });

  it.each([
    ['as long as the network asks', 30_000],
    ['for a minute where it does not say', null],
  ])('wait %s, and then leave out nobody', async (_, afterMs) => {
    const group = await ruledWith(new PlatformFault('too many', 'later', undefined, afterMs));
    expect(whoWasTold(group)).toEqual([]);
    group.clock.moveTo(group.clock.now() + (afterMs ?? 60_000) - 11_000);
    await group.settle();
    expect(whoWasTold(group)).toEqual([]);
    for (let twice = 0; twice < 2; twice++) await tellAll(group);
    expect(whoWasTold(group)).toEqual(MEMBERS);
    expect(await isDone(group)).toBe(true);
  });

  it.each(['gone', 'unknown'] as const)(
    'end at the third in a row that fails (%s)',
    async (kind) => {
      const fault = new PlatformFault('no way there', kind);
      const group = await ruledWith(fault, fault);
      expect(whoWasTold(group)).toEqual(MEMBERS.slice(2));
      const other = await ruledWith(fault, fault, fault);
      expect(whoWasTold(other)).toEqual([]);
      expect(await isDone(other)).toBe(true);
    },
  );

  it('go on where one who takes no messages stands between those that fail', async () => {
    const fault = new PlatformFault('no way there', 'unknown');
    const group = await ruledWith(fault, fault, new PlatformFault('none', 'never'), fault);
    expect(whoWasTold(group)).toEqual(['eve']);
  });
});

describe('a ruling', () => {
  /** The bot with whatever deck it holds now. */
  async function withDecks(card: Card) {
    let deck: Deck = { id: deckId.of('virtualization'), title: 'Virtualization', cards: [card] };
    const decks = {
      get: (id: string) => (id === deck.id ? deck : null),
      list: () => [deck],
    };
    const found = await asked(card, { more: { decks } });
    const reload = (...cards: readonly Card[]): void => {
      deck = { ...deck, cards };
    };
    return { ...found, reload };
  }

  it("is made by the question's own card where the deck has it no more", async () => {
    const { group, olga, reload } = await withDecks(otherKinds.typed);
    const verdict = await answers(group, 'ada', 'control block');
    await closed(group);
    reload(smallDeck[0] as Card);
    expect(read(await group.member('ada').presses(pressOf(verdict, 'I was right')))).toBe(SENT);
    expect(read(await olga.types('/deck rulings'))).toContain('The key: VMCS');
    expect(read(await olga.presses(accept(1)))).toContain('1 answer counts as right now');
    expect(await boardOf(group)).toContain('ada: 10 points');
    expect(read(await olga.types('/deck rulings'))).toContain(
      '- 1: "control block" on typed, accepted, its card is no longer in the deck; questions already asked keep it',
    );
  });

  it('is stale where the card asks for something else, merged where it accepts the words, and follows a new id', async () => {
    const { group, olga, reload } = await withDecks(otherKinds.typed);
    await appeals(group, 'ada', 'control block');
    await answers(group, 'olga', 'VMCS');
    await olga.presses(accept(1));
    const listed = async (): Promise<string> => read(await olga.types('/deck rulings'));
    const { typed } = otherKinds;
    reload({ ...typed, wording: { accept: ['EPT'], reject: [] } });
    expect(await listed()).toContain('accepted, stale: the deck changed its key since');
    reload({ ...typed, wording: { ...typed.wording, accept: ['VMCS', 'control block'] } });
    expect(await listed()).toContain('accepted, the deck accepts it by now');
    reload({ ...typed, id: cardId.of('renamed'), formerly: [typed.id] });
    expect(await listed()).toContain('accepted, counts here');
    await askedAgain(group);
    expect((await answers(group, 'bob', 'control block')).title).toBe('Right: +10 points');
  });

  it("of one community is nobody else's", async () => {
    const { group, olga } = await asked(otherKinds.typed);
    await appeals(group, 'ada', 'control block');
    await olga.presses(accept(1));
    const other = 'recorder:others' as never;
    expect(await group.bot.parts.store.rulings.accepted(other, 'virtualization' as never)).toEqual(
      [],
    );
    expect(decksOf().list()).toEqual([]);
  });

  it("goes on where the decider's process ended after its decision", async () => {
    const { group } = await asked(otherKinds.typed);
    await appeals(group, 'ada', 'control block');
    const { store, clock } = group.bot.parts;
    const [open] = await store.rulings.open(COMMUNITY);
    if (!open) throw new Error('no appeal');
    await store.rulings.decide(COMMUNITY, open, 'accepted', clock.now());
    await tellAll(group);
    expect(told(group, 'ada').join()).toContain('Your answer counts as right');
    await closed(group);
    expect(await boardOf(group)).toContain('ada: 10 points');
  });
});

describe('"Report this question"', () => {
  it('asks what is wrong, keeps one word of each member, and counts them for organisers', async () => {
    const { group, olga } = await asked(otherKinds.typed);
    const verdict = await answers(group, 'ada', 'VMCS');
    const ada = group.member('ada');
    const asksWhat = await ada.presses(pressOf(verdict, 'Report this question'));
    expect(read(asksWhat)).toBe(
      [
        'What is wrong with this question?',
        'The organisers and the authors of the deck see the counts, not who reported.',
        '[Wrong key] [Unclear] [Too easy] [Too hard] [Something else]',
      ].join('\n'),
    );
    if (asksWhat.kind !== 'view') throw new Error('no view');
    const say = async (name: string, label: string): Promise<string> =>
      read(await group.member(name).presses(pressOf(asksWhat.view, label)));
    expect(await say('ada', 'Wrong key')).toContain('Reported: wrong key');
    expect(await say('ada', 'Too easy')).toContain('Another choice takes the place of this one.');
    expect(await say('bob', 'Too easy')).toContain('Reported: too easy');
    expect(await say('cat', 'Unclear')).toContain('Reported: unclear');
    expect(read(await olga.types('/deck reports'))).toBe(
      [
        'Reported questions',
        '- typed (virtualization): unclear 1, too easy 2 · What does VT-x keep the state of a virtual processor in?',
      ].join('\n'),
    );
    expect(read(await ada.types('/deck reports'))).toContain('Only organisers can do that');
    expect(read(await olga.types('/deck list'))).toContain(
      '1 card was reported: /deck reports shows why.',
    );
  });

  it('says so where nobody has reported anything', async () => {
    const { olga } = await asked(otherKinds.typed);
    expect(read(await olga.types('/deck reports'))).toBe(
      'Reported questions\nNobody has reported a question here.',
    );
  });
});

describe('what is kept of appeals and reports', () => {
  it('X16 is in the export, and leaves no trace when it is erased', async () => {
    const { group } = await asked(otherKinds.typed);
    await appeals(group, 'zelda', 'control block');
    const zelda = listener(group, 'zelda');
    const round = group.latest().ask?.round as never;
    await zelda.presses({ kind: 'report', round, reason: 'hard' });
    const reply = await zelda.types('/me export');
    const file = reply.kind === 'view' ? reply.view.blocks.find((b) => b.kind === 'file') : null;
    expect(JSON.parse(file?.kind === 'file' ? file.text : '{}')).toMatchObject({
      appeals: [{ appeal: 1, card: 'typed', words: 'control block', state: 'open' }],
      reports: [{ card: 'typed', reason: 'hard', at: '2026-11-23T09:00:00Z' }],
    });
    await zelda.presses({ kind: 'erase me', shownAt: group.clock.now() });
    await group.at('2026-11-23 09:02');
    expect(await tracesOf(group.prefix, 'zelda')).toEqual([]);
    expect(await tracesOf(group.prefix, 'control block')).toEqual([]);
  });
});
