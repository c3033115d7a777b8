import { describe, expect, it } from 'vitest';
import { answered, pressed, read, rightAnswer, soloQuiz, typed } from './own-study.ts';
import { otherKinds, RULES, several, smallDeck, statement } from './small-deck.ts';
import { studyGroup } from './study-group.ts';

describe('/quiz solo', () => {
  it('asks one question after the other, with the verdict after each and a summary at the end', async () => {
    const group = await studyGroup({ cards: smallDeck.slice(0, 2) });
    const ada = group.member('ada');
    const first = await typed(ada, '/quiz solo');
    expect(first.title).toMatch(/^Solo quiz 1 of 2 · (alpha|beta)$/);
    const verdict = await answered(ada, first, 'right one');
    expect([verdict.tone, verdict.title, verdict.footer]).toEqual([
      'right',
      'Right',
      'Solo quiz · 1 of 2',
    ]);
    const second = await pressed(ada, verdict, 'Next question');
    expect(second.title).toMatch(/^Solo quiz 2 of 2/);
    const wrong = await answered(ada, second, 'wrong two');
    expect(read(wrong)).toContain('Two is wrong.');
    expect(read(wrong)).toMatch(/The answer: [A-D]: right one\./);
    const summary = read(await pressed(ada, wrong, 'Next question'));
    expect(summary).toContain('Your solo quiz is over: 1 of 2 right');
    expect(summary).toContain('These come back in /review:');
  });

  it('names the letters that its member was shown', async () => {
    const group = await studyGroup({ cards: smallDeck.slice(0, 1) });
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    for (const member of [ada, bob]) {
      const view = await typed(member, '/quiz solo');
      const options = view.ask?.kind === 'picks' ? view.ask.options : [];
      const letter = 'ABCD'.charAt(options.indexOf('wrong one'));
      const verdict = read(await answered(member, view, letter));
      const key = 'ABCD'.charAt(options.indexOf('right one'));
      expect(verdict).toContain(`You answered: ${letter}: wrong one.`);
      expect(verdict).toContain(`The answer: ${key}: right one.`);
    }
  });

  it('takes every kind of card', async () => {
    const { typed: vmcs, numeric, kprime, order, match, gap, keyPoints } = otherKinds;
    const cards = [several, statement, vmcs, numeric, kprime, order, match, gap, keyPoints];
    const group = await studyGroup({ cards });
    const ada = group.member('ada');
    let view = await typed(ada, '/quiz solo');
    for (const at of cards.keys()) {
      const verdict = await answered(ada, view, rightAnswer(view));
      expect([verdict.title, at]).toEqual(['Right', at]);
      view = await pressed(ada, verdict, 'Next question');
    }
    expect(view.title).toBe('Your solo quiz is over: 9 of 9 right');
  });

  it('lets members grade flash cards themselves, and shows hints', async () => {
    const group = await studyGroup({ cards: [otherKinds.flash, otherKinds.typed] });
    const ada = group.member('ada');
    let view = await typed(ada, '/quiz solo topic=nu');
    const look = await pressed(ada, view, 'Show the answer');
    expect(read(look)).toContain('A call of the guest kernel');
    const self = look.actions.find(({ label }) => label === 'I knew it');
    if (!self) throw new Error('no grade');
    await ada.presses(self.press);
    const over = await pressed(ada, await ada.next(), 'Next question');
    expect(over.title).toBe('Your solo quiz is over: 1 of 1 right');
    view = await typed(ada, '/quiz solo topic=eta');
    expect(read(await pressed(ada, view, 'Hint'))).toContain('Four letters.');
  });

  it('counts the first answer, and a double press of Next shows the same question', async () => {
    const group = await studyGroup({});
    const ada = group.member('ada');
    const view = await typed(ada, '/quiz solo');
    await Promise.all([ada.answers(view, 'right one'), ada.answers(view, 'wrong one')]);
    const verdicts = [await ada.next(), await ada.next()];
    const repeated = verdicts.filter((each) => read(each).includes('your first answer counts'));
    expect(repeated).toHaveLength(1);
    expect(new Set(verdicts.map(({ title }) => title)).size).toBe(1);
    const [one, other] = await Promise.all(
      [0, 1].map(() => pressed(ada, verdicts[0] ?? view, 'Next question')),
    );
    expect(one?.ask?.round).toBe(other?.ask?.round);
    expect(one?.title).toMatch(/^Solo quiz 2 of 3/);
  });

  it('goes on where it was after a restart', async () => {
    const group = await studyGroup({});
    const ada = group.member('ada');
    const view = await pressed(
      ada,
      await answered(ada, await typed(ada, '/quiz solo'), 'right one'),
      'Next question',
    );
    await group.bot.stop();
    const { prefix, recorder } = group;
    const again = await studyGroup({ recorder, more: { prefix } });
    const back = again.member('ada');
    const resumed = await typed(back, '/quiz solo');
    expect([resumed.title, resumed.ask]).toEqual([view.title, view.ask]);
    await back.answers(view, 'right one');
    await again.settle();
    const verdict = back.hears().at(-1);
    expect([verdict?.title, verdict?.footer]).toEqual(['Right', 'Solo quiz · 2 of 3']);
  });

  it('begins anew when it is told of what', async () => {
    const group = await studyGroup({});
    const ada = group.member('ada');
    await answered(ada, await typed(ada, '/quiz solo'), 'right one');
    expect((await typed(ada, '/quiz solo topic=beta')).title).toBe('Solo quiz 1 of 1 · beta');
    expect((await typed(ada, '/quiz solo count=2')).title).toMatch(/^Solo quiz 1 of 2/);
  });

  it.each([
    ['topic=alpah', 'There is no topic "alpah" in virtualization: try alpha.'],
    ['topic=zzzzzz', 'There is no topic "zzzzzz" in virtualization: try alpha, beta and gamma.'],
    ['count=31', '"31" is no number of questions: write one from 1 to 30.'],
    ['count=many', '"many" is no number of questions: write one from 1 to 30.'],
    ['deck=virtualisation', 'There is no deck "virtualisation": did you mean virtualization?'],
    ['deck=q', 'There is no deck "q": there is virtualization.'],
  ])('refuses %s', async (options, sentence) => {
    const group = await studyGroup({});
    const refusal = await typed(group.member('ada'), `/quiz solo ${options}`);
    expect([refusal.tone, read(refusal).includes(sentence)]).toEqual(['refusal', true]);
  });

  it('never asks a card of an open question that its member has not answered', async () => {
    const group = await studyGroup({});
    const ada = group.member('ada');
    const before = await typed(ada, '/quiz solo');
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    const open = group.latest();
    const prompts = new Set<string>();
    for (let at = 0; at < 8; at++) {
      const view = await typed(ada, '/quiz solo count=1');
      expect(read(view)).not.toContain(read(open).split('\n')[1]);
      prompts.add(read(view));
    }
    expect(prompts.size).toBeGreaterThan(0);
    expect((await typed(ada, '/quiz solo')).title).toContain('of 1');
    expect((await typed(ada, '/quiz solo count=3')).title).toContain('of 2');
    expect(before.ask).not.toBeNull();
    await ada.picks('right one');
    await ada.next();
    expect((await typed(ada, '/quiz solo count=3')).title).toContain('of 3');
  });

  it('tells nothing of a card that the channel was asked meanwhile', async () => {
    const group = await studyGroup({ cards: smallDeck.slice(0, 1) });
    const ada = group.member('ada');
    const view = await typed(ada, '/quiz solo');
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    const refusal = await answered(ada, view, 'wrong one');
    expect(refusal.tone).toBe('refusal');
    expect(read(refusal)).toContain('This card is in an open question of the channel now');
    expect(read(refusal)).not.toContain('wrong.');
    expect(await pressed(ada, refusal, 'Next question')).toMatchObject({
      title: 'Your solo quiz is over: 0 of 0 right',
    });
    expect(read(await typed(ada, '/quiz solo count=1'))).toContain(
      'Every card of it is in an open',
    );
  });

  it('begins anew where nothing that was left of it can be asked', async () => {
    const cards = smallDeck.slice(0, 2);
    const group = await studyGroup({ cards });
    const ada = group.member('ada');
    const view = await typed(ada, '/quiz solo');
    const verdict = await answered(ada, view, 'right one');
    const isAsked = ({ topicTitle }: (typeof cards)[number]) => view.title.endsWith(topicTitle);
    cards.splice(0, 2, ...cards.filter(isAsked));
    expect((await pressed(ada, verdict, 'Next question')).title).toContain('is over: 1 of 1 right');
    expect((await typed(ada, '/quiz solo')).title).toMatch(/^Solo quiz 1 of 1 · /);
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    expect(read(await typed(ada, '/quiz solo'))).toContain('Every card of it is in an open');
    await ada.picks('right one');
    await ada.next();
    expect((await typed(ada, '/quiz solo')).title).toMatch(/^Solo quiz 1 of 1 · /);
  });

  it('keeps quiet until the reveal even to those who answered, where verdicts come with it', async () => {
    const group = await studyGroup({
      cards: smallDeck.slice(0, 1),
      rules: { ...RULES, verdict: 'at-the-reveal' },
    });
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    const ada = group.member('ada');
    await ada.picks('right one');
    await ada.next();
    expect((await typed(ada, '/quiz solo')).tone).toBe('refusal');
  });

  it('scores nothing: no streak, no row on a board', async () => {
    const group = await studyGroup({});
    const ada = group.member('ada');
    const summary = await soloQuiz(group, ada, 'right one');
    expect(read(summary)).toContain('3 of 3 right');
    expect(read(summary)).toContain('All of it right');
    expect(read(await typed(ada, '/leaderboard'))).not.toContain('ada');
  });

  it('belongs to its member alone', async () => {
    const group = await studyGroup({});
    const view = await typed(group.member('ada'), '/quiz solo');
    const bob = group.member('bob');
    expect(read(await answered(bob, view, 'right one'))).toContain(
      'Nothing is known of this question',
    );
    expect(group.messages()).toEqual([]);
  });
});
