import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Intent, ReplyAddress } from '../../src/chat/intent.ts';
import type { Press } from '../../src/chat/press.ts';
import { type Block, type Form, type Reply, textView, type View } from '../../src/chat/view.ts';
import { channelId, communityId, memberId, roundId } from '../../src/core/ids.ts';
import {
  type MessageAddress,
  type Place,
  type Platform,
  PlatformFault,
} from '../../src/ports/platform.ts';
import { HOSTILE, viewOf } from './platform-hostile.ts';

/** A platform with the people on its other side: `ada`, who is an organiser, and `bob`, who is not. */
export interface PlatformHarness {
  readonly platform: Platform;
  /** A channel that posts can go to and both sit in. */
  readonly place: Place;
  /** Sends a command, as that member would. What follows is for the platform to do. */
  type(member: string, line: string): Promise<void>;
  /** Presses a button that means this. */
  press(member: string, press: Press): Promise<void>;
  /** Fills in the form that the member's last command was answered with. */
  fill(member: string, form: Form, values: Readonly<Record<string, string>>): Promise<void>;
  /** All the text of a message as it stands. */
  shown(message: MessageAddress): Promise<string>;
  /** The texts that reached this member and nobody else. */
  heard(member: string): Promise<readonly string[]>;
  /** Stops what still runs. */
  close(): Promise<void>;
}

const FORM: Form = {
  name: 'daily-setup',
  subject: 'd1',
  title: 'Set up a daily question',
  fields: [
    { name: 'at', label: 'Time of day', hint: 'such as 09:00', value: '09:00' },
    { name: 'zone', label: 'Time zone', hint: '', value: 'Europe/Zurich' },
  ],
};

/** What every platform promises. A gap is a skip with its reason. */
export function describePlatform(name: string, make: () => Promise<PlatformHarness>): void {
  describe(`the ${name} platform`, () => {
    let harness: PlatformHarness;
    let platform: Platform;
    let place: Place;
    let intents: ReturnType<typeof intentsReceived>;

    beforeEach(async () => {
      harness = await make();
      ({ platform, place } = harness);
      intents = intentsReceived();
      await platform.start(intents.receive);
      expect(platform.isReachable()).toBe(true);
    });
    afterEach(() => harness.close());

    const post = (view: View, key: string) =>
      platform.post(place, view, key, new AbortController().signal);

    describe('messages', () => {
      it('posts, and gives an address', async () => {
        const message = await post(textView('question', 'A question', 'with a body'), 'k1');
        expect(await harness.shown(message)).toContain('A question');
        expect(await harness.shown(message)).toContain('with a body');
      });

      it('edits by an address that went through JSON', async () => {
        const message = await post(textView('question', 'A question'), 'k1');
        const other = await post(textView('question', 'Another one'), 'k2');
        await platform.edit(throughJson(message), textView('news', 'The reveal'));
        expect(await harness.shown(message)).toContain('The reveal');
        expect(await harness.shown(message)).not.toContain('A question');
        expect(await harness.shown(other)).toContain('Another one');
      });

      it('gives the first message for a known key', async ({ skip }) => {
        if (platform.remembersKeysFor === 0) skip('this platform remembers no keys');
        const first = await post(textView('question', 'A question'), 'k1');
        const again = await post(textView('question', 'A question'), 'k1');
        const other = await post(textView('question', 'A question'), 'k2');
        expect(again).toBe(first);
        expect(other).not.toBe(first);
      });

      it('finds a post by its key, or says that it cannot tell', async () => {
        const message = await post(textView('question', 'A question'), 'k1');
        const found = await platform.find(place, 'k1', new AbortController().signal);
        if (found.kind !== 'cannot tell') expect(found).toEqual({ kind: 'found', message });
        const none = await platform.find(place, 'k9', new AbortController().signal);
        expect(none.kind).toBe(found.kind === 'found' ? 'none' : 'cannot tell');
      });

      it('posts nothing once it is called off', async () => {
        const off = platform.post(place, textView('news', 'Late'), 'k1', AbortSignal.abort());
        await expect(off).rejects.toBeInstanceOf(PlatformFault);
      });

      it('go out where it was never started, and stopping does no harm', async ({ skip }) => {
        if (!platform.isService) skip('nobody is there unless it was started');
        const worker = await make();
        onTestFinished(() => worker.close());
        const signal = new AbortController().signal;
        const view = textView('question', 'From a worker');
        const message = await worker.platform.post(worker.place, view, 'k7', signal);
        await worker.platform.edit(message, textView('news', 'Its reveal'));
        expect(await worker.shown(message)).toContain('Its reveal');
        await worker.platform.stop();
      });

      it('refuses to edit what it never posted', async () => {
        const edit = platform.edit('nonsense' as MessageAddress, textView('news', 'Hello'));
        await expect(edit).rejects.toBeInstanceOf(PlatformFault);
      });
    });

    describe('replies', () => {
      it('reach only their address, which went through JSON', async () => {
        await harness.type('ada', '/streak');
        const ada = await intents.next();
        await harness.type('bob', '/streak');
        const bob = await intents.next();
        await platform.reply(throughJson(ada.replyTo), textView('right', 'For Ada'), 'only me');
        await platform.reply(throughJson(bob.replyTo), textView('right', 'For Bob'), 'only me');
        const heard = async (member: string) => (await harness.heard(member)).join();
        expect(await heard('ada')).toContain('For Ada');
        expect(await heard('ada')).not.toContain('For Bob');
        expect(await heard('bob')).toContain('For Bob');
        expect(await heard('bob')).not.toContain('For Ada');
      });

      it('carry a file', async () => {
        await harness.type('ada', '/streak');
        const { replyTo } = await intents.next();
        const { blocks } = textView('news', 'Your copy', 'It is below.');
        const file = { kind: 'file', name: 'copy.json', mime: 'application/json', text: '{}' };
        const view = { ...textView('news', 'Your copy'), blocks: [...blocks, file as Block] };
        await platform.reply(replyTo, view, 'only me');
        const heard = (await harness.heard('ada')).join();
        expect(heard).toContain('It is below.');
        expect(heard).toContain('copy.json');
        expect((await harness.heard('bob')).join()).not.toContain('copy.json');
      });

      it('are refused for an address that it never made', async () => {
        const reply = platform.reply('nonsense' as ReplyAddress, textView('news', 'Hi'), 'only me');
        await expect(reply).rejects.toBeInstanceOf(PlatformFault);
      });
    });

    describe('words to one member', () => {
      it('reach that member alone', async () => {
        await harness.type('ada', '/streak');
        const { community, member } = await intents.next();
        await platform.tell(throughJson(community), member, textView('news', 'A reminder'));
        expect((await harness.heard('ada')).join()).toContain('A reminder');
        expect((await harness.heard('bob')).join()).not.toContain('A reminder');
      });
    });

    describe('who is there', () => {
      it('is said of whoever speaks and of the bot itself, or not at all', async () => {
        await harness.type('bob', '/streak');
        const { community, member } = await intents.next();
        for (const whom of [throughJson(member), null]) {
          expect(['here', 'cannot tell']).toContain(await platform.knows(community, whom));
        }
      });
    });

    describe('intents', () => {
      it('tell who, where and when', async () => {
        await harness.type('ada', '/streak');
        const intent = await intents.next();
        expect(intent).toMatchObject({ ...place, member: expect.any(String), organiser: true });
        expect(communityId.parse(intent.community)).not.toBeNull();
        expect(intent.community.startsWith(`${platform.name}:`)).toBe(true);
        expect(channelId.parse(intent.channel)).not.toBeNull();
        expect(memberId.parse(intent.member)).not.toBeNull();
        expect(intent.event).toMatch(/^\S{1,64}$/);
        expect(intent.locale).toMatch(/^[a-z]{2}/);
        expect(intent.receivedAt).toBeGreaterThan(0);
      });

      it('know members apart, and organisers', async () => {
        await harness.type('ada', '/streak');
        const ada = await intents.next();
        await harness.type('bob', '/streak');
        const bob = await intents.next();
        expect(bob.member).not.toBe(ada.member);
        expect(bob.organiser).toBe(false);
        expect(bob.event).not.toBe(ada.event);
        expect(bob.replyTo).not.toBe(ada.replyTo);
      });

      it('carry a command', async () => {
        await harness.type('bob', '/leaderboard month');
        const { kind, ...intent } = await intents.next();
        expect(kind).toBe('command');
        expect(intent).toMatchObject({ command: 'leaderboard', options: { window: 'month' } });
      });

      it.each<Press>([
        { kind: 'answer', round: roundId.of('abcdefghijkl'), picks: [0, 2] },
        { kind: 'board', window: 'all', page: 3 },
      ])('carry the press %o', async (press) => {
        await harness.press('bob', press);
        expect(await intents.next()).toMatchObject({ kind: 'press', press });
      });

      it('carry a form', async () => {
        intents.answerWith({ kind: 'form', form: FORM });
        await harness.type('ada', '/daily setup');
        await intents.next();
        await harness.fill('ada', FORM, { at: '10:30' });
        expect(await intents.next()).toMatchObject({
          kind: 'form',
          form: 'daily-setup',
          subject: 'd1',
          values: { at: '10:30', zone: 'Europe/Zurich' },
        });
      });

      it('come no more after stop', async () => {
        await platform.stop();
        await harness.type('ada', '/streak').catch(() => {});
        await new Promise(setImmediate);
        expect(intents.waiting()).toBe(0);
      });
    });

    describe.each(Object.entries(HOSTILE))('hostile text: %s', (_, text) => {
      it('loses no message', async () => {
        const inBody = await post({ ...viewOf(text), title: 'Still here' }, 'k1');
        expect(await harness.shown(inBody)).toContain('Still here');
        const inTitle = await post(textView('news', text, 'Still here'), 'k2');
        expect(await harness.shown(inTitle)).toContain('Still here');
        await platform.edit(inTitle, { ...viewOf(text), title: 'Edited' });
        expect(await harness.shown(inTitle)).toContain('Edited');
      });

      it('loses no reply', async () => {
        await harness.type('ada', '/streak');
        const { replyTo } = await intents.next();
        await platform.reply(replyTo, { ...viewOf(text), title: 'Still here' }, 'only me');
        expect((await harness.heard('ada')).join()).toContain('Still here');
      });
    });
  });
}

function throughJson<Address extends string>(address: Address): Address {
  return JSON.parse(JSON.stringify(address));
}

/** Takes what comes in, in order, and answers with a word unless told otherwise. */
function intentsReceived() {
  const fine: Reply = { kind: 'view', view: textView('news', 'Fine'), seenBy: 'only me' };
  const received: Intent[] = [];
  const answers: Reply[] = [];
  let wake = () => {};
  return {
    answerWith(reply: Reply): void {
      answers.push(reply);
    },
    async receive(intent: Intent): Promise<Reply> {
      received.push(intent);
      wake();
      return answers.shift() ?? fine;
    },
    async next(): Promise<Intent> {
      for (;;) {
        const intent = received.shift();
        if (intent) return intent;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    waiting: () => received.length,
  };
}
