import { beforeEach, describe, expect, it } from 'vitest';
import type { Intent } from '../../src/chat/intent.ts';
import { type Form, type Reply, textView, type View } from '../../src/chat/view.ts';
import { channelId, communityId, roundId } from '../../src/core/ids.ts';
import { type Recorder, recorderPlatform } from '../../src/platforms/recorder/index.ts';
import { PlatformFault } from '../../src/ports/platform.ts';

const PLACE = { community: communityId.of('recorder:a'), channel: channelId.of('study') };
const QUESTION: View = {
  ...textView('question', 'Question 1'),
  ask: { kind: 'picks', round: roundId.of('abcdefghijkl'), picks: 'one', options: ['Yes', 'No'] },
};
const fine: Reply = { kind: 'view', view: textView('news', 'Fine'), seenBy: 'only me' };

let now: number;
let recorder: Recorder;
let intents: Intent[];
let answer: Reply;
beforeEach(async () => {
  now = 1_000;
  intents = [];
  answer = fine;
  recorder = recorderPlatform({ clock: { now: () => now } });
  await recorder.start(async (intent) => {
    intents.push(intent);
    return answer;
  });
});

const post = (view: View, key: string) =>
  recorder.post(PLACE, view, key, new AbortController().signal);

describe('a member of the recorder', () => {
  it('speaks from their seat', async () => {
    const ada = recorder.member('ada', { ...PLACE, organiser: true, locale: 'de' });
    expect(await ada.types('/leaderboard month')).toBe(fine);
    await ada.presses({ kind: 'share streak' });
    const seat = { ...PLACE, member: 'ada', organiser: true, locale: 'de', receivedAt: 1_000 };
    expect(intents).toMatchObject([
      { ...seat, event: 'recorder-1', command: 'leaderboard', options: { window: 'month' } },
      { ...seat, event: 'recorder-2', press: { kind: 'share streak' } },
    ]);
  });

  it('picks from the latest question that stands', async () => {
    const ada = recorder.member('ada', PLACE);
    await expect(ada.picks('A')).rejects.toThrow('No question is open');
    const message = await post(QUESTION, 'k1');
    await ada.picks('no');
    expect(intents).toMatchObject([{ kind: 'answer', response: { kind: 'choice', picks: [1] } }]);
    await recorder.edit(message, textView('news', 'The reveal'));
    await expect(ada.picks('A')).rejects.toThrow('No question is open');
  });

  it('is refused what nobody can read', async () => {
    await post(QUESTION, 'k1');
    const ada = recorder.member('ada', PLACE);
    expect(await ada.types('/stroek')).toMatchObject({ view: { tone: 'refusal' } });
    expect(await ada.picks('Z')).toMatchObject({ view: { tone: 'refusal' } });
    expect(ada.hears().map(({ title }) => title)).toEqual([
      'There is no /stroek. Did you mean /streak?',
      '"Z" is not one of the choices: type A or B.',
    ]);
    expect(intents).toEqual([]);
  });

  it('fills in a form and keeps what stands in it', async () => {
    const form: Form = {
      name: 'daily-edit',
      subject: 'd1',
      title: 'Edit',
      fields: [
        { name: 'at', label: 'Time', hint: '', value: '09:00' },
        { name: 'zone', label: 'Zone', hint: '', value: 'UTC' },
      ],
    };
    await recorder.member('ada', PLACE).fills(form, { at: '10:00' });
    expect(intents).toMatchObject([
      { form: 'daily-edit', subject: 'd1', values: { at: '10:00', zone: 'UTC' } },
    ]);
  });

  it('hears private replies only, and waits for the next later one', async () => {
    const [ada, bob] = [recorder.member('ada', PLACE), recorder.member('bob', PLACE)];
    answer = { kind: 'later' };
    await ada.types('/streak');
    const next = ada.next();
    const { replyTo } = intents[0] as Intent;
    await recorder.reply(replyTo, textView('right', 'First'), 'only me');
    await recorder.reply(replyTo, textView('news', 'Second'), 'channel');
    expect((await next).title).toBe('First');
    expect((await ada.next()).title).toBe('Second');
    expect(ada.hears().map(({ title }) => title)).toEqual(['First']);
    expect(bob.hears()).toEqual([]);
    expect(recorder.channel(PLACE).replies.map(({ title }) => title)).toEqual(['Second']);
  });
});

describe('the recorder', () => {
  it('writes everything down in order', async () => {
    const message = await post(QUESTION, 'k1');
    now = 2_000;
    await recorder.edit(message, textView('news', 'The reveal'));
    await recorder.member('ada', PLACE).types('/streak');
    expect(recorder.log).toMatchObject([
      { kind: 'post', place: PLACE, message, key: 'k1', view: QUESTION, at: 1_000 },
      { kind: 'edit', place: PLACE, message, view: { title: 'The reveal' }, at: 2_000 },
      { kind: 'reply', place: PLACE, view: { title: 'Fine' }, seenBy: 'only me', later: false },
    ]);
    const { messages } = recorder.channel(PLACE);
    expect(messages).toEqual([
      { address: message, key: 'k1', view: textView('news', 'The reveal') },
    ]);
  });

  it('tells when something goes out', async () => {
    const reveal = recorder.until('the reveal', ({ kind }) => kind === 'edit');
    const message = await post(QUESTION, 'k1');
    await recorder.edit(message, textView('news', 'The reveal'));
    expect(await reveal).toMatchObject({ view: { title: 'The reveal' } });
    expect(await recorder.until('the post', ({ kind }) => kind === 'post')).toMatchObject({
      message,
    });
  });

  it('fails when told to, with nothing sent', async () => {
    recorder.failNext('post', new PlatformFault('away', 'later'));
    await expect(post(QUESTION, 'k1')).rejects.toThrow('away');
    expect(recorder.log).toEqual([]);
    await post(QUESTION, 'k1');
    expect(recorder.log).toHaveLength(1);
  });

  it('fails after it accepted when told to', async () => {
    recorder.failNext('post', new PlatformFault('lost', 'unknown'), true);
    await expect(post(QUESTION, 'k1')).rejects.toThrow('lost');
    expect(recorder.log).toHaveLength(1);
    await post(QUESTION, 'k1');
    expect(recorder.log).toHaveLength(1);
  });

  it.each([
    [0, 2],
    [500, 2],
    [Number.POSITIVE_INFINITY, 1],
  ])('remembers keys for %d ms', async (span, posts) => {
    recorder.remembersKeysFor = span;
    await post(QUESTION, 'k1');
    now += 500;
    await post(QUESTION, 'k1');
    expect(recorder.channel(PLACE).messages).toHaveLength(posts);
  });

  it('lets what is under way finish, and outlives a restart', async () => {
    let finish = (_: Reply) => {};
    await recorder.start(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    const ada = recorder.member('ada', PLACE);
    const typed = ada.types('/streak');
    let isStopped = false;
    const stopped = recorder.stop().then(() => {
      isStopped = true;
    });
    await expect(ada.types('/streak')).rejects.toThrow('recorder is not started');
    await new Promise(setImmediate);
    expect(isStopped).toBe(false);
    finish(fine);
    await stopped;
    expect(ada.hears()).toHaveLength(1);
    expect(await typed).toBe(fine);
    await recorder.start(async () => fine);
    await ada.types('/streak');
    expect(ada.hears()).toHaveLength(2);
  });
});
