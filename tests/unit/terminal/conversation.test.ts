import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { ReplyAddress } from '../../../src/chat/intent.ts';
import { textView, type View } from '../../../src/chat/view.ts';
import { roundId } from '../../../src/core/ids.ts';
import { NOW, only, openTerminal, QUESTION } from './open-terminal.ts';

const LATER = { kind: 'later' } as const;
const UNCONFIRMED = "I can't confirm your answer yet";

describe('a piped conversation', () => {
  it('reads like one', async () => {
    const terminal = await openTerminal({
      open: QUESTION,
      async receive(intent, platform) {
        if (intent.kind !== 'answer') return only('Streak: 4 rounds');
        await platform.reply(intent.replyTo, textView('right', 'Right: +10 points'), 'only me');
        return LATER;
      },
    });
    terminal.type('A', '/stroek', '/as bob', '/streak', '/quit', 'B');
    await terminal.left;
    expect(terminal.shown()).toMatchInlineSnapshot(`
      "
        • Welcome to Hypercall
          A question a day about virtualization, in a channel of your own.
          • \`B\` answers the open question; only you see how it went
          • \`/help\` lists the commands, and the Tab key completes them
          • \`/as bob\` makes you bob, as if another member sat here
          • \`/quit\` leaves; everything is kept

      ╭─ Question 12 · Memory ────────────────────────────────────────────────
      │ What does a hypervisor without EPT keep?
      │
      │ A  Shadow page tables
      │ B  A diary
      │
      │ Type a letter, such as B.
      ╰───────────────────────────────────────────────────────────────────────

      you › A

        ✓ Right: +10 points  only you see this

      you › /stroek

        ! There is no /stroek. Did you mean /streak?

      you › /as bob

        • You are bob now. /as you brings you back.

      bob › /streak

        • Streak: 4 rounds  only you see this

      bob › /quit
      "
    `);
    expect(terminal.intents).toHaveLength(2);
  });

  it('takes a private question first, and the channel’s again once it is answered', async () => {
    const own = {
      ...QUESTION,
      ask: { ...QUESTION.ask, round: roundId.of('ownquestion1') },
    } as View;
    const terminal = await openTerminal({
      open: QUESTION,
      async receive(intent, platform) {
        if (intent.kind !== 'answer') return { kind: 'view', view: own, seenBy: 'only me' };
        await platform.reply(intent.replyTo, textView('right', 'Right'), 'only me');
        return LATER;
      },
    });
    terminal.type('/review', 'A', 'A', '/quit');
    await terminal.left;
    const rounds = terminal.intents.flatMap((intent) =>
      intent.kind === 'answer' ? [intent.round] : [],
    );
    expect(rounds).toEqual(['ownquestion1', QUESTION.ask?.round]);
  });

  it('deals with each line before the next, however fast they come', async () => {
    const begun: string[] = [];
    const terminal = await openTerminal({
      open: QUESTION,
      async receive(intent, platform) {
        begun.push(`begin ${intent.event}`);
        setImmediate(() => {
          begun.push(`end ${intent.event}`);
          void platform.reply(intent.replyTo, textView('right', 'Right'), 'only me');
        });
        return LATER;
      },
    });
    terminal.type(...Array.from({ length: 200 }, () => 'A'));
    terminal.end();
    await terminal.left;
    expect(begun).toHaveLength(400);
    expect(begun.filter((_, at) => at % 2 === 1)).toEqual(
      begun.filter((_, at) => at % 2 === 0).map((text) => text.replace('begin', 'end')),
    );
    expect(terminal.leaves()).toBe(1);
  });

  it('takes lines out of the pipe as it needs them', async () => {
    let taken = 0;
    function* many() {
      for (taken = 0; taken < 5_000; taken++) yield '/streak\n';
    }
    const terminal = await openTerminal({
      input: Readable.from(many()),
      async receive() {
        for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate);
        return only('Fine');
      },
    });
    await terminal.intent(2);
    await terminal.platform.stop();
    expect(taken).toBeLessThan(200);
  });

  it('hands over who did what, and when', async () => {
    const terminal = await openTerminal();
    terminal.type('/as Bob', '/leaderboard all', '/as you', '/streak');
    terminal.end();
    await terminal.left;
    const run = NOW.toString(36);
    expect(terminal.intents).toMatchObject([
      { event: `t-${run}-1`, member: 'bob', organiser: false, options: { window: 'all' } },
      { event: `t-${run}-2`, member: 'you', organiser: true, receivedAt: NOW, locale: 'en' },
    ]);
  });

  it('presses the buttons that were shown last, but never those of another member', async () => {
    const actions = [
      { label: 'Next', press: { kind: 'board', window: 'week', page: 1 } },
      { label: 'Where am I?', press: { kind: 'where am I', window: 'week' } },
    ] as const;
    const view = { ...textView('news', 'Leaderboard'), actions };
    const terminal = await openTerminal({
      receive: async (intent) =>
        intent.kind === 'press' ? only('Pressed') : { kind: 'view', view, seenBy: 'only me' },
    });
    terminal.type('#1', '/leaderboard', '#2', '/as bob', '#2');
    terminal.end();
    await terminal.left;
    expect(terminal.intents).toHaveLength(2);
    expect(terminal.intents[1]).toMatchObject({ press: actions[1].press, member: 'you' });
    expect(terminal.shown().match(/There is no button to press now/g)).toHaveLength(2);
  });

  it('shows the fault of a line and goes on', async () => {
    const terminal = await openTerminal({
      advance: () => Promise.reject(new Error('the clock is stuck')),
    });
    terminal.type('/tomorrow', '/streak');
    terminal.end();
    await terminal.left;
    expect(terminal.shown()).toContain('That failed: the clock is stuck');
    expect(terminal.intents).toHaveLength(1);
  });

  it('moves the clock only where it runs alone', async () => {
    const alone = await openTerminal({ advance: async () => 'It is Tue 24 Nov 09:00 now.' });
    alone.type('/tomorrow', '/quit');
    await alone.left;
    expect(alone.shown()).toContain('It is Tue 24 Nov 09:00 now.');
    const shared = await openTerminal();
    shared.type('/tomorrow', '/quit');
    await shared.left;
    expect(shared.shown()).toContain('/tomorrow is only there when the terminal runs alone.');
  });

  it('prints no control character that was typed', async () => {
    const terminal = await openTerminal();
    terminal.type('/as \u001b[2J\u0007bob', '\u001b]0;x\u0007nonsense', '/streak');
    terminal.end();
    await terminal.left;
    expect(terminal.shown()).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

describe('a later reply', () => {
  it('is waited for', async () => {
    const terminal = await openTerminal({ open: QUESTION, receive: async () => LATER });
    terminal.type('A', '/quit');
    const { replyTo } = await terminal.intent(0);
    await terminal.platform.reply(replyTo, textView('right', 'Right'), 'only me');
    await terminal.left;
    expect(terminal.shown()).toMatch(/✓ Right {2}only you see this[\s\S]*\/quit/);
    expect(terminal.shown()).not.toContain(UNCONFIRMED);
  });

  it('that takes too long gets a sentence, and is shown when it comes', async () => {
    const terminal = await openTerminal({
      open: QUESTION,
      confirmWithin: 1,
      receive: async () => LATER,
    });
    terminal.type('A', '/as bob');
    await terminal.until('You are bob now');
    expect(terminal.shown()).toContain(UNCONFIRMED);
    const { replyTo } = await terminal.intent(0);
    await terminal.platform.reply(replyTo, textView('right', 'Right'), 'only me');
    expect(terminal.shown()).toContain('✓ Right  seen by you only');
  });

  it('to an earlier run says so', async () => {
    const terminal = await openTerminal();
    const earlier = 't-abc-7:you' as ReplyAddress;
    await terminal.platform.reply(earlier, textView('right', 'Right'), 'only me');
    expect(terminal.shown()).toContain('✓ Right  only you see this · from before the restart');
  });
});
