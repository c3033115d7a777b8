import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Ask, Reply, View } from '../../src/chat/view.ts';
import type { Card } from '../../src/core/card.ts';
import { otherKinds } from './small-deck.ts';
import { type StudyGroup, studyGroup } from './study-group.ts';

const read = (view: View): string => plainText(view, { member: (id) => id });
const shown = (reply: Reply): string => (reply.kind === 'view' ? read(reply.view) : reply.kind);

/** A group with this one card as its open question. */
async function asked(card: Card): Promise<StudyGroup> {
  const group = await studyGroup({ cards: [card] });
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  return group;
}

/** What a member reads who types this. */
async function verdictOn(group: StudyGroup, member: string, typed: string): Promise<string> {
  const ada = group.member(member);
  expect(await ada.picks(typed)).toEqual({ kind: 'later' });
  return read(await ada.next());
}

async function reveal(group: StudyGroup): Promise<string> {
  await group.at('2026-11-24 09:01');
  return read(group.messages()[0] as View);
}

const askOf = <Kind extends Ask['kind']>(group: StudyGroup, kind: Kind) => {
  const { ask } = group.latest();
  if (ask?.kind !== kind) throw new Error(`the question asks for ${ask?.kind}`);
  return ask as Extract<Ask, { kind: Kind }>;
};

const letters = (texts: readonly string[], wanted: readonly string[]): string =>
  wanted.map((text) => 'ABCDE'[texts.indexOf(text)]).join('');

describe('four statements', () => {
  it('earn half with one wrong, and tell which and why', async () => {
    const group = await asked(otherKinds.kprime);
    const { statements } = askOf(group, 'marks');
    const marks = (isTrue: (text: string) => boolean): string =>
      statements.map((text) => (isTrue(text) ? 'T' : 'F')).join('');
    expect(
      await verdictOn(
        group,
        'ada',
        marks((text) => text.startsWith('true')),
      ),
    ).toContain('Right: +10 points');
    const slip = await verdictOn(
      group,
      'bob',
      marks((text) => text !== 'false two'),
    );
    expect(slip).not.toContain('Two is false.');
    const oneWrong = marks((text) => text.startsWith('true') || text === 'false two');
    const half = await verdictOn(group, 'cat', oneWrong);
    expect(half).toContain('Partly right: 5 of 10 points');
    expect(half).toContain('False. Two is false.');
    expect(await reveal(group)).toContain('3 members answered, 1 right');
  });

  it('are asked for again where letters are missing', async () => {
    const group = await asked(otherKinds.kprime);
    expect(shown(await group.member('ada').picks('TF'))).toContain('There are 4 statements');
  });
});

describe('a typed answer', () => {
  it('is graded by its words, not by its letters', async () => {
    const group = await asked(otherKinds.typed);
    expect(await verdictOn(group, 'ada', 'the virtual machine control structures')).toContain(
      'Right',
    );
    const wrong = await verdictOn(group, 'bob', 'VMCB');
    expect(wrong).toContain('Not this time');
    expect(wrong).toContain('The answer: VMCS.');
    expect(await verdictOn(group, 'bob', 'VMCS')).toContain('You answered: VMCB.');
  });

  it('has a hint for the one who asks, and shows nobody what others wrote', async () => {
    const group = await asked(otherKinds.typed);
    expect(group.latest().actions).toMatchObject([{ label: 'Hint' }]);
    const [hint] = group.latest().actions;
    if (!hint) throw new Error('no hint');
    const reply = await group.member('ada').presses(hint.press);
    expect(reply).toMatchObject({ seenBy: 'only me' });
    expect(shown(reply)).toContain('Four letters.');
    await verdictOn(group, 'bob', 'my secret guess');
    const text = await reveal(group);
    expect(text).toContain('The answer: VMCS.');
    expect(text).not.toContain('secret');
    expect(shown(await group.member('ada').presses(hint.press))).toContain('is closed');
  });
});

describe('an answer by key points', () => {
  it('shows which were met and which missed', async () => {
    const group = await asked(otherKinds.keyPoints);
    const verdict = await verdictOn(group, 'ada', 'It wants equivalence and good isolation.');
    expect(verdict).toContain('Partly right: 7 of 10 points');
    expect(verdict).toContain('✓ Fidelity');
    expect(verdict).toContain('✗ Performance');
    expect(verdict).toContain('✓ Safety');
  });
});

describe('a number', () => {
  it('may miss by the tolerance, and carry its unit', async () => {
    const group = await asked(otherKinds.numeric);
    expect(await verdictOn(group, 'ada', '31.5 ms')).toContain('Right');
    expect(await verdictOn(group, 'bob', '31')).toContain('Right');
    expect(await verdictOn(group, 'cat', '125')).toContain('The answer: 31.25 ms.');
  });
});

describe('items in order and pairs', () => {
  it('earn a share for a swap of neighbours', async () => {
    const group = await asked(otherKinds.order);
    const { items } = askOf(group, 'order');
    const inOrder = ['first', 'second', 'third', 'fourth'];
    expect(await verdictOn(group, 'ada', letters(items, inOrder))).toContain('Right');
    const swapped = letters(items, ['second', 'first', 'third', 'fourth']);
    const verdict = await verdictOn(group, 'bob', swapped);
    expect(verdict).toContain('Partly right: 7 of 10 points');
    expect(verdict).toContain('The answer: first → second → third → fourth.');
    expect(shown(await group.member('cat').picks('AAB'))).toContain('is needed once');
  });

  it('earn half where two partners are swapped', async () => {
    const group = await asked(otherKinds.match);
    const { rights } = askOf(group, 'match');
    const partners = ['right one', 'right two', 'right three', 'right four'];
    expect(await verdictOn(group, 'ada', letters(rights, partners))).toContain('Right');
    const [one, two, ...rest] = partners as [string, string, ...string[]];
    expect(await verdictOn(group, 'bob', letters(rights, [two, one, ...rest]))).toContain(
      'Partly right: 5 of 10 points',
    );
  });
});

describe('gaps', () => {
  it('are graded one by one', async () => {
    const group = await asked(otherKinds.gap);
    expect(read(group.latest())).toContain(
      'The ___(1) writes page tables, the ___(2) checks them.',
    );
    expect(shown(await group.member('ada').picks('guest'))).toContain('There are 2 gaps');
    const verdict = await verdictOn(group, 'ada', 'guest; host');
    expect(verdict).toContain('Partly right: 5 of 10 points');
    expect(verdict).toContain('Gap 1: right');
    expect(verdict).toContain('Gap 2: wrong');
  });
});

describe('a flash card', () => {
  it('shows its answer to the one who asks, and earns a streak but no points', async () => {
    const group = await asked(otherKinds.flash);
    const ada = group.member('ada');
    expect(read(group.latest())).not.toContain('service of the hypervisor');
    const look = await ada.picks('look');
    expect(look).toMatchObject({ kind: 'view', seenBy: 'only me' });
    expect(shown(look)).toContain('A call of the guest kernel for a service of the hypervisor.');
    const knew = look.kind === 'view' ? look.view.actions[0] : undefined;
    if (!knew) throw new Error('no button');
    await ada.presses(knew.press);
    const verdict = read(await ada.next());
    expect(verdict).toContain('Noted');
    expect(verdict).toContain('Streak 1');
    const text = await reveal(group);
    expect(text).toContain('I knew it: 1 of 1');
    expect(text).toContain('1 member looked and graded themselves');
    const { topics } = (
      await group.bot.parts.store.ledger.situation(
        'recorder:group' as never,
        'd1' as never,
        '2026-11-23' as never,
      )
    )?.history ?? { topics: new Map() };
    expect(topics.size).toBe(0);
  });
});

describe('before the close', () => {
  it.each(Object.values(otherKinds))(
    'the question of $kind shows nothing of its key',
    async (card) => {
      const group = await asked(card as Card);
      const question = JSON.stringify(group.latest());
      expect(question).not.toContain('explanation');
      expect(question).not.toContain('"key"');
      for (const secret of ['VMCS', 'Fidelity', '31.25', 'hypervisor",', 'service of the']) {
        expect(question).not.toContain(secret);
      }
    },
  );
});
