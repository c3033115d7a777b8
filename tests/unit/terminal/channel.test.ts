import { describe, expect, it } from 'vitest';
import { textView } from '../../../src/chat/view.ts';
import { channelId, communityId } from '../../../src/core/ids.ts';
import { only, openTerminal, QUESTION } from './open-terminal.ts';

describe('the channel', () => {
  it('is the only one', async () => {
    const { platform } = await openTerminal();
    const elsewhere = {
      community: communityId.of('terminal:local'),
      channel: channelId.of('elsewhere'),
    };
    const post = platform.post(elsewhere, QUESTION, 'k', new AbortController().signal);
    await expect(post).rejects.toMatchObject({ repeat: 'never' });
  });

  it('shows a message once, and again when it changes', async () => {
    const terminal = await openTerminal();
    const message = await terminal.post(QUESTION, 'k1');
    await terminal.post(QUESTION, 'k1');
    await terminal.platform.edit(message, QUESTION);
    expect(terminal.shown().split('Question 12')).toHaveLength(2);
    await terminal.platform.edit(message, textView('news', 'Question 12 is closed'));
    expect(terminal.shown().split('Question 12')).toHaveLength(3);
  });
});

describe('a restart', () => {
  it('shows the open question again and takes its answer', async () => {
    const before = await openTerminal({ open: QUESTION });
    await before.platform.stop();
    const after = await openTerminal({ folder: before.folder });
    expect(after.shown()).toContain('Question 12 · Memory');
    after.type('B', '/quit');
    await after.left;
    expect(after.intents[0]).toMatchObject({
      kind: 'answer',
      response: { kind: 'choice', picks: [1] },
    });
  });

  it('shows the last reveal where no question is open', async () => {
    const before = await openTerminal();
    const message = await before.post(QUESTION);
    await before.platform.edit(message, textView('news', 'Question 12 is closed'));
    await before.platform.stop();
    const after = await openTerminal({ folder: before.folder });
    expect(after.shown()).toContain('Question 12 is closed');
    after.type('B', '/quit');
    await after.left;
    expect(after.shown()).toContain('No question is open now');
  });
});

describe('stop', () => {
  it('lets the line under way finish and drops the others', async () => {
    let finish = () => {};
    const terminal = await openTerminal({
      receive: () =>
        new Promise((resolve) => {
          finish = () => resolve(only('The streak, at last'));
        }),
    });
    terminal.type('/streak', '/streak');
    await terminal.intent(0);
    const stopped = terminal.platform.stop();
    await terminal.post(textView('news', 'Posted while it stops'));
    finish();
    await stopped;
    expect(terminal.intents).toHaveLength(1);
    expect(terminal.shown()).toContain('The streak, at last');
    expect(terminal.leaves()).toBe(0);
  });

  it('leaves nobody to reply to', async () => {
    const terminal = await openTerminal();
    terminal.type('/streak', '/quit');
    await terminal.left;
    await terminal.platform.stop();
    const { replyTo } = await terminal.intent(0);
    const late = terminal.platform.reply(replyTo, textView('right', 'Right'), 'only me');
    await expect(late).rejects.toMatchObject({ repeat: 'later' });
  });
});
