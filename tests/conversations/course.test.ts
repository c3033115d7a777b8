import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply, View } from '../../src/chat/view.ts';
import type { DaySpan } from '../../src/core/course.ts';
import type { Calendars } from '../../src/ports/calendars.ts';
import { COMMUNITY, studyGroup } from './study-group.ts';

const words = (view: View): string => plainText(view, { member: (id) => id });
const read = (reply: Reply): string => (reply.kind === 'view' ? words(reply.view) : reply.kind);

const spans = [{ first: '2026-12-24', last: '2026-12-26' }] as unknown as readonly DaySpan[];
const calendars: Calendars = {
  get: (name) => (name === 'zurich' ? spans : null),
  list: () => ['zurich'],
};

const SETUP = '/daily setup 09:00 daily UTC virtualization';

describe('a daily with a term', () => {
  it('asks from its first day to its last, and closes the last question a day later', async () => {
    const group = await studyGroup({ now: '2026-11-20 08:00' });
    const olga = group.member('olga', true);
    const reply = read(await olga.types(`${SETUP} term=2026-11-23..2026-11-24`));
    expect(reply).toContain('term 2026-11-23 to 2026-11-24');
    expect(reply).toContain('It asks next:\n- Mon 23 Nov 09:00\n- Tue 24 Nov 09:00');
    await group.at('2026-11-21 09:00');
    expect(group.messages()).toHaveLength(0);
    await group.at('2026-11-23 09:00');
    await group.at('2026-11-24 09:00');
    expect(group.messages()).toHaveLength(2);
    expect(words(group.latest())).toContain('closes Wed 25 Nov 09:00');
    await group.at('2026-11-25 08:59');
    expect(group.latest().ask).not.toBeNull();
    await group.at('2026-11-25 09:01');
    expect(group.messages()).toHaveLength(2);
    expect(group.latest().ask).toBeNull();
    expect(read(await olga.types('/daily preview'))).toContain('It asks no more questions');
    expect(read(await olga.types('/daily now'))).toContain('Today is no study day');
    expect(read(await olga.types('/daily edit term=none'))).toContain('- Thu 26 Nov 09:00');
  });

  it('closes the open question at once where an edit ends the term before today', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    const olga = group.member('olga', true);
    await olga.types(SETUP);
    await group.at('2026-11-23 09:00');
    await group.at('2026-11-23 12:00');
    const round = group.latest().ask?.round;
    await olga.types('/daily edit term=..2026-11-22');
    // What was received before the edit still counts.
    const { rounds } = group.bot.parts.store;
    const kept = await rounds.get(COMMUNITY, round as never);
    expect(kept?.closesAt).toBe(group.clock.now());
    await group.at('2026-11-23 12:01');
    expect(group.latest().ask).toBeNull();
  });
});

describe('holidays', () => {
  it('make no question and touch no streak', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    const [olga, ada] = [group.member('olga', true), group.member('ada')];
    const reply = await olga.types(`${SETUP} holidays=2026-11-24..2026-11-26, 2026-11-28`);
    expect(read(reply)).toContain('no questions on 2026-11-24..2026-11-26, 2026-11-28');
    await group.at('2026-11-23 09:00');
    expect(words(group.latest())).toContain('closes Fri 27 Nov 09:00');
    await ada.picks('right one');
    await ada.next();
    for (const day of ['24', '25', '26']) await group.at(`2026-11-${day} 09:00`);
    expect(group.messages()).toHaveLength(1);
    await group.at('2026-11-27 09:00');
    expect(group.messages()).toHaveLength(2);
    await ada.picks('A');
    await ada.next();
    expect(read(await ada.types('/streak'))).toContain('Streak: 2 rounds');
  });

  it('come from a calendar of the operator', async () => {
    const group = await studyGroup({ now: '2026-12-23 12:00', more: { calendars } });
    const olga = group.member('olga', true);
    const reply = read(await olga.types(`${SETUP} holidays=zurich,2026-12-28`));
    expect(reply).toContain('no questions on 2026-12-24..2026-12-26, 2026-12-28');
    expect(reply).toContain('- Sun 27 Dec 09:00\n- Tue 29 Dec 09:00');
    const unknown = read(await olga.types('/daily edit holidays=zurih'));
    expect(unknown).toContain('There is no calendar "zurih": did you mean zurich?');
    expect(read(await olga.types('/daily edit holidays=none'))).toContain('- Thu 24 Dec 09:00');
  });

  it('refuse what is no day, each with what to write', async () => {
    const group = await studyGroup({});
    const olga = group.member('olga', true);
    const text = read(
      await olga.types(`${SETUP} term=2027-02-01..2027-01-01 holidays=2026-02-30 exam=soon`),
    );
    expect(text).toContain('"2027-02-01..2027-01-01" is no term: write its first and last day');
    expect(text).toContain('"2026-02-30" is no holiday: write a date');
    expect(text).toContain('"soon" is no day for an exam');
    expect(read(await olga.types(`${SETUP} holidays=basel`))).toContain(
      'and no other: write dates',
    );
  });
});

describe('an exam', () => {
  it('is counted down to in the footer of each question', async () => {
    const group = await studyGroup({ now: '2026-11-20 08:00' });
    const olga = group.member('olga', true);
    expect(read(await olga.types(`${SETUP} exam=2026-11-22`))).toContain('exam on 2026-11-22');
    for (const day of ['20', '21', '22', '23']) await group.at(`2026-11-${day} 09:00`);
    const footers = group.recorder.log.flatMap((sent) =>
      sent.kind === 'post' ? [words(sent.view)] : [],
    );
    expect(footers.map((text) => / · exam.*$/m.exec(text)?.[0])).toEqual([
      ' · exam in 2 days',
      ' · exam tomorrow',
      ' · exam today',
      undefined,
    ]);
  });
});

describe('a schedule in cron fields', () => {
  it('asks on dates and weekdays, and says what it was not', async () => {
    const group = await studyGroup({ now: '2026-11-20 12:00' });
    const olga = group.member('olga', true);
    const reply = read(await olga.types('/daily setup 30 9 24 * 1 UTC'));
    expect(reply).toContain('30 9 24 * 1, UTC, from the deck virtualization');
    expect(reply).toContain('- Mon 23 Nov 09:30\n- Tue 24 Nov 09:30\n- Mon 30 Nov 09:30');
    expect(read(await olga.types('/daily edit 10:00'))).toContain('There is no daily "10:00"');
    expect(read(await olga.types('/daily edit when=10:00'))).toContain('0 10 24 * 1, UTC');
    expect(read(await olga.types('/daily edit when=weekends'))).toContain('weekends at 10:00, UTC');
    expect(read(await olga.types('/daily setup when="0 0 9 * * 1" zone=UTC'))).toContain(
      'this has 6',
    );
  });

  it('Q12 names the study day in a preview where the clocks show another', async () => {
    const group = await studyGroup({ now: '2027-03-27 12:00' });
    const olga = group.member('olga', true);
    const reply = read(await olga.types('/daily setup 23:30 daily America/Nuuk virtualization'));
    expect(reply).toContain('- Sun 28 Mar 00:00 (for 2027-03-27)');
    expect(reply.match(/^- /gm)).toHaveLength(5);
  });
});
