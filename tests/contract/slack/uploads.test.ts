import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/chat/intent.ts';
import { type Block, textView, type View } from '../../../src/chat/view.ts';
import { deckId } from '../../../src/core/ids.ts';
import { openSlack, PNG, type Workspace } from '../../fakes/slack/workspace.ts';
import type { Json } from '../../fakes/slack/world.ts';

const picture: Block = {
  kind: 'picture',
  deck: deckId.of('virtualization'),
  file: 'images/trap-and-emulate-is-the-answer.svg',
  alt: 'Two boxes and an arrow',
};
const question: View = { ...textView('question', 'A question', 'Look:'), blocks: [picture] };
const file: Block = { kind: 'file', name: 'copy.json', mime: 'application/json', text: '{"a":1}' };

let slack: Workspace;
let intents: Intent[];
beforeEach(async () => {
  intents = [];
  slack = await openSlack();
  await slack.platform.start(async (intent) => {
    intents.push(intent);
    return { kind: 'later' };
  });
});
afterEach(() => slack.close());

const post = (view: View = question, signal = new AbortController().signal) =>
  slack.platform.post(slack.place, view, 'k1', signal);
const shown = (at = -1): readonly Json[] => slack.channel.messages.at(at)?.blocks ?? [];
const images = (at = -1): readonly Json[] => shown(at).filter(({ type }) => type === 'image');
const called = (method: string): number =>
  slack.fake.calls.filter((call) => call.method === method).length;

describe('the picture of a question', () => {
  it('is uploaded and shown, with its words for those who do not see it', async () => {
    await post();
    expect(images()).toMatchObject([{ type: 'image', alt_text: 'Two boxes and an arrow' }]);
    const [kept] = [...slack.fake.world.files.values()];
    expect(kept).toMatchObject({ isComplete: true, channel: null });
    expect(Buffer.from(kept?.bytes ?? [])).toEqual(PNG);
  });

  it('X1 tells nothing by its name', async () => {
    await post();
    const sent = JSON.stringify(slack.fake.calls.map(({ body }) => body));
    expect(sent).not.toContain('answer');
  });

  it('is uploaded once, and stays in the reveal', async () => {
    const message = await post();
    const reveal = { ...textView('news', 'The reveal'), blocks: [picture] };
    await Promise.all([slack.platform.edit(message, reveal), post()]);
    expect(called('files.getUploadURLExternal')).toBe(1);
    expect(images(0)).toHaveLength(1);
    expect(slack.channel.messages[0]?.edits).toBe(1);
  });

  it.each([
    ['files.getUploadURLExternal', { kind: 'refused', code: 'missing_scope' }],
    ['files.getUploadURLExternal', { kind: 'limited', seconds: 30 }],
    ['upload', { kind: 'status', status: 500 }],
    ['upload', { kind: 'drop' }],
    ['files.completeUploadExternal', { kind: 'drop', accepts: true }],
    ['files.completeUploadExternal', { kind: 'hang' }],
  ] as const)('gives way to its words where %s fails: %o', async (method, fault) => {
    slack.fake.failNext(method, fault);
    await post();
    expect(slack.channel.messages).toHaveLength(1);
    expect(images()).toEqual([]);
    expect(JSON.stringify(shown())).toContain('Two boxes and an arrow');
    expect(slack.faults).toContainEqual(['uploading a picture to Slack', expect.anything()]);
    await post();
    expect(called('files.getUploadURLExternal')).toBe(1);
    slack.clock.forward(10 * 60_000);
    await post();
    expect(images()).toHaveLength(1);
  });

  it('gives way to its words where it cannot be drawn', async () => {
    const broken = slack.another({ picture: () => Promise.reject(new Error('no such drawing')) });
    await broken.post(slack.place, question, 'k1', new AbortController().signal);
    expect(JSON.stringify(shown())).toContain('Two boxes and an arrow');
  });

  it('is sent again where Slack has not looked it over yet, and its question stands once', async () => {
    slack.fake.world.filesUnready = 2;
    await post();
    expect(slack.channel.messages).toHaveLength(1);
    expect(images()).toHaveLength(1);
  });

  it('gives way to its words where Slack goes on refusing it, and is uploaded anew next time', async () => {
    await post();
    slack.fake.world.files.clear();
    await post();
    expect(slack.channel.messages).toHaveLength(2);
    expect(images()).toEqual([]);
    await post();
    expect(images()).toHaveLength(1);
  });

  it('Q8 is no second try for a question whose answer was lost', async () => {
    slack.fake.failNext('chat.postMessage', { kind: 'drop', accepts: true });
    await expect(post()).rejects.toMatchObject({ repeat: 'unknown' });
    expect(called('chat.postMessage')).toBe(1);
  });

  it('reaches one member in private too', async () => {
    await slack.member('bob').types('/streak');
    await expect.poll(() => intents).toHaveLength(1);
    await slack.platform.reply((intents[0] as Intent).replyTo, question, 'only me');
    expect(slack.fake.world.whispers).toMatchObject([{ kind: 'ephemeral' }]);
    expect(slack.member('bob').hears().join()).toContain('slack_file');
  });
});

describe('a file for a member', () => {
  const view: View = { ...textView('news', 'Your copy', 'It is below.') };
  const exported: View = { ...view, blocks: [...view.blocks, file] };
  const asked = async (): Promise<Intent> => {
    await slack.member('bob').types('/streak');
    await expect.poll(() => intents).toHaveLength(1);
    return intents[0] as Intent;
  };

  it('comes whole into their own conversation, and the channel sees nothing', async () => {
    const { replyTo } = await asked();
    const whole = { ...exported, blocks: [{ ...file, text: 'x'.repeat(200_000) }] };
    await slack.platform.reply(replyTo, whole, 'only me');
    const [kept] = [...slack.fake.world.files.values()];
    expect(kept).toMatchObject({ name: 'copy.json', length: 200_000, isComplete: true });
    expect(kept?.channel).toMatch(/^D/);
    expect(slack.channel.messages).toEqual([]);
    expect(slack.member('bob').hears().join()).toContain('copy.json comes as a file');
  });

  it('is no file where Slack does not take it, and they are told', async () => {
    const { replyTo } = await asked();
    slack.fake.failNext('files.getUploadURLExternal', { kind: 'refused', code: 'missing_scope' });
    await slack.platform.reply(replyTo, exported, 'only me');
    expect(slack.member('bob').hears().join()).toContain('Slack did not take copy.json');
    expect(slack.faults).toHaveLength(1);
  });
});
