import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply, View } from '../../src/chat/view.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { PlatformFault } from '../../src/ports/platform.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

const text = (view: View): string => plainText(view, { member: (id) => id });
const read = (reply: Reply): string => (reply.kind === 'view' ? text(reply.view) : reply.kind);

/** Every private message outside of a conversation: to whom, and its words. */
function told({ recorder }: StudyGroup): (readonly [MemberId, string])[] {
  return recorder.log.flatMap((sent) =>
    sent.kind === 'tell' ? [[sent.member, text(sent.view)] as const] : [],
  );
}

const whoWasTold = (group: StudyGroup): string[] => told(group).map(([member]) => member);

/** A group in which these members answered Monday's question; Tuesday's stands since 09:00. */
async function onTuesday(
  names: readonly string[],
  options: { readonly at?: string; readonly without?: readonly string[] } = {},
): Promise<StudyGroup> {
  const { at = '09:00', without = [] } = options;
  const group = await studyGroup({ now: '2026-11-23 08:00' });
  await group.member('olga', true).types(`/daily setup ${at} daily UTC virtualization`);
  await group.at(`2026-11-23 ${at}`);
  for (const name of names) {
    await group.member(name).picks('A');
    if (!without.includes(name)) await group.member(name).types('/me reminders on');
  }
  await group.at(`2026-11-24 ${at}`);
  await group.at(`2026-11-24 ${at.replace(/.$/, '1')}`);
  return group;
}

/** Lets the reminders of Tuesday evening go out, a minute for each. */
async function throughTheEvening(group: StudyGroup): Promise<void> {
  for (const minute of ['00', '01', '02', '03']) await group.at(`2026-11-24 20:${minute}`);
}

describe('/me reminders', () => {
  it('says how it is, and turns them on and off', async () => {
    const group = await studyGroup({});
    const ada = group.member('ada');
    const off =
      'Reminders are off\n/me reminders on brings one private message before a question closes that you have not answered, if a streak is at stake.';
    const on =
      'Reminders are on\nYou get one private message before a question closes that you have not answered, if a streak is at stake. /me reminders off ends them.';
    expect(read(await ada.types('/me reminders'))).toBe(off);
    expect(read(await ada.types('/me reminders on'))).toBe(on);
    expect(read(await ada.types('/me reminders'))).toBe(on);
    expect(read(await group.member('bob').types('/me reminders'))).toBe(off);
    expect(read(await ada.types('/me reminders off'))).toBe(off);
    expect(read(await ada.types('/me reminders maybe'))).toBe(
      'turn can be on, off; "maybe" is none of them.',
    );
  });

  it('is explained by /me alone', async () => {
    const group = await studyGroup({});
    expect(read(await group.member('ada').types('/me'))).toContain(
      '- `/me reminders [turn]`  Be reminded in private before a streak ends, or see whether you are',
    );
  });
});

describe('a reminder', () => {
  it('reaches who asked for it, has a streak and has not answered: once', async () => {
    const group = await onTuesday(['ada', 'bob', 'cat'], { without: ['bob'] });
    await group.member('cat').picks('A');
    await group.member('dan').types('/me reminders on');
    await group.at('2026-11-24 19:59');
    expect(told(group)).toEqual([]);
    await throughTheEvening(group);
    expect(told(group)).toEqual([
      [
        'ada',
        [
          'Your streak of 1 round is waiting',
          'Question 2 closes Wed 25 Nov 09:00: answer it in its channel.',
          'If you miss it, your streak ends.',
          '/me reminders off ends these messages: type it in the channel.',
        ].join('\n'),
      ],
    ]);
  });

  it('is not for a void question, which costs nobody a streak', async () => {
    const group = await onTuesday(['ada']);
    await group.member('olga', true).types('/daily void');
    await throughTheEvening(group);
    expect(told(group)).toEqual([]);
  });

  it('moves with the close where an edit brings that forward', async () => {
    const group = await onTuesday(['ada'], { at: '18:00' });
    await group.member('olga', true).types('/daily edit when=12:00');
    await group.at('2026-11-25 08:59');
    expect(told(group)).toEqual([]);
    await group.at('2026-11-25 09:00');
    expect(whoWasTold(group)).toEqual(['ada']);
  });

  it('comes again for the next question, and not after a broken streak', async () => {
    const group = await onTuesday(['ada']);
    await throughTheEvening(group);
    await group.member('ada').picks('A');
    await group.at('2026-11-25 09:00');
    await group.at('2026-11-25 09:01');
    await group.at('2026-11-25 20:00');
    expect(whoWasTold(group)).toEqual(['ada', 'ada']);
    await group.at('2026-11-26 09:00');
    await group.at('2026-11-26 09:01');
    await group.at('2026-11-26 20:00');
    expect(whoWasTold(group)).toEqual(['ada', 'ada']);
  });

  it('is not for a streak that the last miss has ended', async () => {
    const group = await onTuesday(['ada']);
    await group.at('2026-11-25 09:00');
    await group.at('2026-11-25 09:01');
    await group.at('2026-11-25 20:00');
    expect(told(group)).toEqual([]);
  });

  it('comes by day where the close is in the evening', async () => {
    const group = await onTuesday(['ada'], { at: '18:00' });
    await group.at('2026-11-25 14:59');
    expect(told(group)).toEqual([]);
    await group.at('2026-11-25 15:00');
    expect(whoWasTold(group)).toEqual(['ada']);
  });

  it('never comes at night, however late the bot is', async () => {
    const group = await onTuesday(['ada']);
    await group.at('2026-11-24 21:00');
    await group.at('2026-11-25 08:30');
    expect(told(group)).toEqual([]);
  });

  it('moves with the close of its question', async () => {
    const group = await onTuesday(['ada'], { at: '18:00' });
    await group.member('olga', true).types('/daily edit d1 20:00');
    await group.at('2026-11-25 15:00');
    expect(told(group)).toEqual([]);
    await group.at('2026-11-25 17:00');
    expect(whoWasTold(group)).toEqual(['ada']);
  });

  it('goes out at one a second, A to Z', async () => {
    const group = await onTuesday(['cat', 'ada', 'bob']);
    await group.at('2026-11-24 20:00');
    await group.settle();
    expect(whoWasTold(group)).toEqual(['ada']);
    await group.at('2026-11-24 20:00:01');
    expect(whoWasTold(group)).toEqual(['ada', 'bob']);
    await group.at('2026-11-24 20:00:02');
    expect(whoWasTold(group)).toEqual(['ada', 'bob', 'cat']);
  });

  it('that is refused for good switches that member off and ends the evening', async () => {
    const group = await onTuesday(['ada', 'bob']);
    group.recorder.failNext('tell', new PlatformFault('messages are closed', 'never'));
    await throughTheEvening(group);
    expect(told(group)).toEqual([]);
    expect(read(await group.member('ada').types('/me reminders'))).toMatch(/^Reminders are off/);
    expect(read(await group.member('bob').types('/me reminders'))).toMatch(/^Reminders are on/);
  });

  it.each(['later', 'gone', 'unknown'] as const)(
    'that fails (%s) ends the evening and nothing else',
    async (repeat) => {
      const group = await onTuesday(['ada', 'bob']);
      group.recorder.failNext('tell', new PlatformFault('too many messages', repeat));
      await throughTheEvening(group);
      expect(told(group)).toEqual([]);
      expect(read(await group.member('ada').types('/me reminders'))).toMatch(/^Reminders are on/);
      await group.member('ada').picks('A');
      await group.member('bob').picks('A');
      await group.at('2026-11-25 09:00');
      await group.at('2026-11-25 09:01');
      await group.at('2026-11-25 20:00');
      expect(whoWasTold(group)).toEqual(['ada']);
    },
  );

  it('is lost, not doubled, by a crash between marking and sending', async () => {
    const group = await onTuesday(['ada', 'bob']);
    group.clock.moveTo(Date.UTC(2026, 10, 24, 20));
    const round = group.latest().ask?.round as never;
    const { reminders } = group.bot.parts.store;
    expect(await reminders.claim(COMMUNITY, round, group.member('ada').id)).toBe(true);
    await throughTheEvening(group);
    expect(whoWasTold(group)).toEqual(['bob']);
  });

  it('goes out once from two processes at the same time', async () => {
    const group = await onTuesday(['ada', 'bob', 'cat', 'dan']);
    const other = await studyGroup({
      now: '2026-11-24 20:00',
      recorder: group.recorder,
      more: { prefix: group.prefix },
    });
    for (const minute of ['00', '01', '02', '03', '04']) {
      await Promise.all([group.at(`2026-11-24 20:${minute}`), other.at(`2026-11-24 20:${minute}`)]);
    }
    expect(whoWasTold(group).sort()).toEqual(['ada', 'bob', 'cat', 'dan']);
  });
});
