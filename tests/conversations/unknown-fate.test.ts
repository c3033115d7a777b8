import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply } from '../../src/chat/view.ts';
import { PlatformFault } from '../../src/ports/platform.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

function read(reply: Reply): string {
  if (reply.kind !== 'view') throw new Error(reply.kind);
  return plainText(reply.view, { member: (id) => id });
}

const LOST = new PlatformFault('the connection broke', 'unknown');

/** A question is due; the platform knows no keys and lost its answer, having posted it or not. */
async function lostSend(options: { accepts: boolean; searchable?: boolean }): Promise<StudyGroup> {
  const group = await studyGroup({ now: '2026-11-23 08:00' });
  group.recorder.remembersKeysFor = 0;
  group.recorder.canBeSearched = options.searchable ?? false;
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  group.recorder.failNext('post', LOST, options.accepts);
  await group.at('2026-11-23 09:00');
  return group;
}

async function fateOf(group: StudyGroup): Promise<string | undefined> {
  const { ledger } = group.bot.parts.store;
  const rows = await ledger.occurrences(COMMUNITY, 'd1' as never);
  return rows.find(({ day }) => day === '2026-11-23')?.state.kind;
}

describe('Q8 a question whose answer from the platform was lost', () => {
  it('is not sent again without a key, and the organiser hears of it once', async () => {
    const group = await lostSend({ accepts: true });
    expect(await fateOf(group)).toBe('sending');
    for (const moment of ['09:01', '09:02', '09:30']) await group.at(`2026-11-23 ${moment}`);
    expect(group.messages()).toHaveLength(1);
    expect(await fateOf(group)).toBe('unknown');
    const notices = group.member('olga', true).hears().slice(1);
    expect(notices.map((view) => plainText(view, { member: (id) => id }))).toEqual([
      [
        'Daily d1: nobody knows whether the question for 2026-11-23 was posted',
        'The reason: the sender never heard whether the question stands.',
        'Look into the channel, then say /daily resolve d1 2026-11-23 posted, or missing, or again to have it asked once more.',
        'It costs nobody a streak.',
      ].join('\n'),
    ]);
  });

  it('is posted once it is found in the channel', async () => {
    const group = await lostSend({ accepts: true, searchable: true });
    await group.at('2026-11-23 09:01');
    expect(await fateOf(group)).toBe('posted');
    expect(group.messages()).toHaveLength(1);
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    expect(group.messages()[0]?.title).toContain('is closed');
  });

  it('is unknown without a key even where it is not found: its sender may be slow', async () => {
    const group = await lostSend({ accepts: false, searchable: true });
    await group.at('2026-11-23 09:01');
    expect(await fateOf(group)).toBe('unknown');
    expect(group.messages()).toHaveLength(0);
  });

  it('is sent again with its key while that is remembered, which makes no second message', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    group.recorder.remembersKeysFor = 60_000;
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    group.recorder.failNext('post', LOST, true);
    await group.at('2026-11-23 09:00');
    group.clock.moveTo(Date.parse('2026-11-23T09:00:35Z'));
    await group.settle();
    expect(await fateOf(group)).toBe('posted');
    expect(group.messages()).toHaveLength(1);
  });

  it('is looked up later, and sent again only where it does not stand', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    group.recorder.remembersKeysFor = 60_000;
    group.recorder.canBeSearched = true;
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    group.recorder.failNext('post', LOST, false);
    await group.at('2026-11-23 09:00');
    await group.at('2026-11-23 09:02');
    expect(await fateOf(group)).toBe('posted');
    expect(group.messages()).toHaveLength(1);
  });

  it('is not sent again where its daily was paused during the search', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    group.recorder.remembersKeysFor = 60_000;
    group.recorder.canBeSearched = true;
    const olga = group.member('olga', true);
    await olga.types('/daily setup 09:00 daily UTC virtualization');
    group.recorder.failNext('post', LOST, false);
    await group.at('2026-11-23 09:00');
    const { find } = group.recorder;
    group.recorder.find = async (...asked) => {
      await olga.types('/daily pause');
      return find(...asked);
    };
    await group.at('2026-11-23 09:02');
    await group.at('2026-11-23 09:03');
    expect(group.messages()).toHaveLength(0);
    expect(await fateOf(group)).toBe('skipped');
  });

  it('is not sent again by a clock that went back, for it cannot tell how long ago that was', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    group.recorder.remembersKeysFor = 60_000;
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    group.clock.moveTo(Date.parse('2026-11-23T10:00Z'));
    group.recorder.failNext('post', LOST, true);
    await group.settle();
    await group.at('2026-11-23 09:01');
    expect(group.messages()).toHaveLength(1);
    expect(await fateOf(group)).toBe('sending');
    await group.at('2026-11-23 10:02');
    expect(group.messages()).toHaveLength(1);
    expect(await fateOf(group)).toBe('unknown');
  });
});

describe('a question of unknown fate', () => {
  it('takes answers in case it stands, and a press on it proves that it does', async () => {
    const group = await lostSend({ accepts: true });
    const ada = group.member('ada');
    await group.at('2026-11-23 09:02');
    await ada.picks('right one');
    expect((await ada.next()).title).toBe('Right: +10 points');
    expect(await fateOf(group)).toBe('posted');
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    expect(group.messages()[0]?.title).toContain('is closed');
    expect(read(await ada.types('/leaderboard all'))).toContain('10 points');
  });

  it('is posted, not lost, where it was paused and closed before its sender could record it', async () => {
    const group = await lostSend({ accepts: true });
    await group.member('olga', true).types('/daily pause');
    const ada = group.member('ada');
    group.clock.moveTo(group.clock.now() - 1);
    await ada.picks('right one');
    expect((await ada.next()).title).toBe('Right: +10 points');
    await group.at('2026-11-23 09:00');
    group.clock.moveTo(group.clock.now() + 6_000);
    await group.settle();
    await group.at('2026-11-23 09:02');
    await group.at('2026-11-23 09:03');
    expect(await fateOf(group)).toBe('posted');
    expect(group.messages()[0]?.title).toContain('is closed');
    expect(read(await ada.types('/leaderboard all'))).toContain('10 points');
  });

  it('counts the answers that came before anybody asked', async () => {
    const group = await lostSend({ accepts: true });
    const ada = group.member('ada');
    await ada.picks('right one');
    expect((await ada.next()).title).toBe('Right: +10 points');
    await group.at('2026-11-23 09:02');
    expect(await fateOf(group)).toBe('posted');
  });

  it('costs nobody a streak, seen or not', async () => {
    const group = await studyGroup({ now: '2026-11-22 08:00' });
    group.recorder.remembersKeysFor = 0;
    const ada = group.member('ada');
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-22 09:00');
    await ada.picks('A');
    group.recorder.failNext('post', LOST, false);
    await group.at('2026-11-23 09:00');
    await group.at('2026-11-23 09:02');
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    await ada.picks('A');
    await group.settle();
    expect(read(await ada.types('/streak'))).toContain('Streak: 2 rounds');
    expect(group.latest().title).toContain('Question 3');
  });

  it('becomes the reveal where the first press on it comes after its close', async () => {
    const group = await lostSend({ accepts: true });
    const old = group.latest().ask?.round;
    if (!old) throw new Error('no question');
    for (const moment of ['23 09:02', '24 09:00', '24 09:01']) await group.at(`2026-11-${moment}`);
    expect(group.messages()[0]?.title).toContain('Question 1 ·');
    await group.member('ada').presses({ kind: 'answer', round: old, picks: [0] });
    await group.settle();
    expect(group.messages()[0]?.title).toContain('Question 1 is closed');
  });
});

describe('/daily resolve', () => {
  it('shows what is open, and settles it by a button', async () => {
    const group = await lostSend({ accepts: true });
    const olga = group.member('olga', true);
    expect(read(await olga.types('/daily resolve'))).toContain('There is nothing to resolve.');
    await group.at('2026-11-23 09:02');
    const shown = await olga.types('/daily resolve');
    expect(read(shown)).toContain('[It stands] [It does not stand] [It does not: ask again]');
    if (shown.kind !== 'view') throw new Error('no view');
    const stands = shown.view.actions[0]?.press;
    if (!stands) throw new Error('no button');
    expect(read(await olga.presses(stands))).toBe(
      'Daily d1, 2026-11-23: settled\nThe question counts as posted. A miss of it still costs nobody a streak.',
    );
    expect(await fateOf(group)).toBe('posted');
    expect(read(await olga.presses(stands))).toContain('That is settled already');
    expect(read(await group.member('ada').presses(stands))).toContain('Only organisers');
  });

  it('has it asked again on the same day, once', async () => {
    const group = await lostSend({ accepts: false });
    const olga = group.member('olga', true);
    await group.at('2026-11-23 09:02');
    expect(read(await olga.types('/daily resolve d1 2026-11-23 again'))).toContain('on its way');
    await group.settle();
    expect(group.messages().map(({ title }) => title.slice(0, 10))).toEqual(['Question 2']);
    expect(read(await olga.types('/daily resolve d1 2026-11-23 again'))).toContain(
      'There is nothing to resolve.',
    );
    expect(group.messages()).toHaveLength(1);
    const history = read(await olga.types('/daily history'));
    expect(history.match(/daily resolve/g)).toHaveLength(1);
  });

  it('asks nothing for a day that is over', async () => {
    const group = await lostSend({ accepts: false });
    await group.at('2026-11-23 09:02');
    await group.at('2026-11-24 10:00');
    const order = '/daily resolve d1 2026-11-23 again';
    expect(read(await group.member('olga', true).types(order))).toContain('it is over');
    expect(await fateOf(group)).toBe('skipped');
  });

  it('does not believe that a question is missing which members have answered', async () => {
    const group = await lostSend({ accepts: true });
    await group.at('2026-11-23 09:02');
    const { ledger, answers } = group.bot.parts.store;
    const [row] = await ledger.unresolved(COMMUNITY);
    if (!row) throw new Error('nothing open');
    // An answer whose platform does not tell on which message it was given.
    const { round } = row.state;
    await group.bot.parts.queue.recordAnswer({
      community: COMMUNITY,
      round,
      member: 'ada' as never,
      event: 'e1',
      response: { kind: 'choice', picks: [0] },
      receivedAt: group.clock.now(),
      locale: 'en',
      replyTo: 'recorder:group study ada e1' as never,
      message: null,
    });
    await group.settle();
    expect(await answers.ofRound(COMMUNITY, round)).toHaveLength(1);
    expect(
      read(await group.member('olga', true).types('/daily resolve d1 2026-11-23 missing')),
    ).toContain('Members have answered this question');
  });

  it('reads a date that is none, and an order for organisers alone', async () => {
    const group = await studyGroup({});
    expect(read(await group.member('olga', true).types('/daily resolve d1 today'))).toContain(
      '"today" is no date: write year, month and day',
    );
    expect(read(await group.member('ada').types('/daily resolve'))).toContain('Only organisers');
  });
});

describe('P6 a channel that takes no messages any more', () => {
  it('skips the day, pauses the daily and says so once', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    const olga = group.member('olga', true);
    await olga.types('/daily setup 09:00 daily UTC virtualization');
    group.recorder.failNext('post', new PlatformFault('the channel is gone', 'gone'));
    await group.at('2026-11-23 09:00');
    expect(await fateOf(group)).toBe('skipped');
    expect(read(await olga.types('/daily list'))).toContain('(paused: the channel is gone)');
    const notices = olga.hears().filter(({ title }) => title.includes('asked nothing'));
    expect(notices).toHaveLength(1);
    await group.at('2026-11-24 09:01');
    expect(group.messages()).toHaveLength(0);
    expect(olga.hears().filter(({ title }) => title.includes('asked nothing'))).toHaveLength(1);
    await olga.types('/daily resume');
    expect(read(await olga.types('/daily list'))).not.toContain('paused');
    await group.at('2026-11-25 09:00');
    expect(group.messages()).toHaveLength(1);
  });
});

describe('Q15 a send that certainly did not happen', () => {
  it('is tried again ever more seldom, never before the platform allows, and not for ever', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    let sends = 0;
    const busy = new PlatformFault('too many requests', 'later', undefined, 45_000);
    const attempts: number[] = [];
    const start = Date.parse('2026-11-23T09:00Z');
    for (let minute = 0; minute <= 6 * 60 + 15; minute++) {
      group.recorder.failNext('post', busy);
      group.clock.moveTo(start + minute * 60_000);
      await group.bot.tick();
      await group.bot.jobs.settled();
      const [row] = await group.bot.parts.store.ledger.occurrences(COMMUNITY, 'd1' as never);
      const tries = row?.state.kind === 'pending' ? (row.state.tries ?? 0) : sends;
      if (tries > sends) attempts.push(minute);
      sends = tries;
    }
    expect(sends).toBeGreaterThan(20);
    expect(sends).toBeLessThan(80);
    const gaps = attempts.slice(1).map((at, n) => at - (attempts[n] as number));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(11);
    expect(await fateOf(group)).toBe('skipped');
  });
});

describe('Q9 a claim that took too long to come', () => {
  it('is given back, for nothing was sent, and the question comes all the same', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    group.recorder.remembersKeysFor = 0;
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    const { ledger } = group.bot.parts.store;
    const { claim } = ledger;
    let claims = 0;
    Object.assign(ledger, {
      async claim(...given: Parameters<typeof claim>) {
        const claimed = await claim(...given);
        if (++claims === 1) group.clock.moveTo(group.clock.now() + 25_000);
        return claimed;
      },
    });
    await group.at('2026-11-23 09:00');
    expect(group.messages()).toHaveLength(0);
    expect(await fateOf(group)).toBe('pending');
    await group.at('2026-11-23 09:01');
    expect(group.messages()).toHaveLength(1);
    expect(await fateOf(group)).toBe('posted');
  });
});
