import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply } from '../../src/chat/view.ts';
import { studyGroup } from './study-group.ts';

const read = (reply: Reply): string =>
  reply.kind === 'view' ? plainText(reply.view, { member: (id) => id }) : reply.kind;

const SETUP = '/daily setup 09:00 weekdays Europe/Berlin virtualization';

describe('setting up a daily', () => {
  it('opens a form, previews the next five runs and offers the first question', async () => {
    const group = await studyGroup({ now: '2026-11-20 12:00' });
    const olga = group.member('olga', true);
    const form = await olga.types('/daily setup');
    if (form.kind !== 'form') throw new Error('no form');
    expect(form.form.fields.map(({ name, value }) => [name, value])).toEqual([
      ['when', 'weekdays at 09:00'],
      ['zone', 'UTC'],
      ['deck', 'virtualization'],
      ['term', ''],
      ['holidays', ''],
    ]);
    const done = await olga.fills(form.form, { zone: 'Europe/Berlin' });
    expect(read(done)).toContain('weekdays at 09:00, Europe/Berlin, from the deck virtualization');
    expect(read(done).match(/09:00/g)).toHaveLength(6);
    expect(done).toMatchObject({ view: { actions: [{ label: 'Post the first question now' }] } });
    await olga.presses({ kind: 'post now', daily: 'd1' as never });
    await group.settle();
    expect(group.latest()).toMatchObject({ tone: 'question' });
    expect(read(await olga.types('/daily now'))).toContain('has been posted already');
  });

  it('names every problem at once, with what to write instead', async () => {
    const group = await studyGroup({});
    const olga = group.member('olga', true);
    const text = read(await olga.types('/daily setup 25:00 daily zurich cooking 2027'));
    expect(text).toContain('"25:00" is no time of day: write hours and minutes, such as 09:00.');
    expect(text).toContain('"2027" is no term');
    expect(text).toContain('did you mean Europe/Zurich?');
    expect(text).toContain('There is no deck "cooking": there is virtualization.');
    expect(read(await olga.types('/daily list'))).toContain('There is no daily here yet');
  });

  it('is for organisers, by command, form and button alike', async () => {
    const group = await studyGroup({});
    const [olga, ada] = [group.member('olga', true), group.member('ada')];
    const form = await olga.types('/daily setup');
    if (form.kind !== 'form') throw new Error('no form');
    for (const order of ['setup', 'list', 'edit', 'pause', 'resume', 'remove', 'preview', 'now']) {
      expect(read(await ada.types(`/daily ${order}`))).toContain('Only organisers can do that');
    }
    expect(read(await ada.fills(form.form, {}))).toContain('Only organisers');
    expect(read(await ada.presses({ kind: 'post now', daily: 'd1' as never }))).toContain(
      'Only organisers',
    );
  });
});

describe('changing a daily', () => {
  it('edits time and days, and says when it asks next', async () => {
    const group = await studyGroup({ now: '2026-11-20 12:00' });
    const olga = group.member('olga', true);
    await olga.types(SETUP);
    expect(read(await olga.types('/daily edit d1 when=10:30 mon,thu'))).toContain(
      'mon, thu at 10:30, Europe/Berlin',
    );
    expect(read(await olga.types('/daily preview'))).toContain('Mon 23 Nov 10:30');
    await group.at('2026-11-23 08:00');
    expect(group.messages()).toHaveLength(0);
    await group.at('2026-11-23 09:30');
    expect(group.messages()).toHaveLength(1);
  });

  it('does not promise a second question for a day that had one', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    const olga = group.member('olga', true);
    await olga.types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    const edited = read(await olga.types('/daily edit when=18:00'));
    expect(edited).not.toContain('Mon 23 Nov');
    expect(edited).toContain('Tue 24 Nov 18:00');
    expect(read(await olga.types('/daily list'))).toContain('Tue 24 Nov 18:00');
    await group.at('2026-11-23 18:00');
    expect(group.messages()).toHaveLength(1);
    expect(group.latest().ask).not.toBeNull();
  });

  it('pauses: the open question closes at once, nothing comes, until it is resumed', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    const olga = group.member('olga', true);
    await olga.types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    expect(read(await olga.types('/daily pause'))).toContain('is paused');
    expect(read(await olga.types('/daily pause'))).toContain('paused already');
    expect(read(await olga.types('/daily now'))).toContain('/daily resume lets it ask again');
    await group.at('2026-11-23 09:01');
    expect(group.messages()[0]?.ask).toBeNull();
    await group.at('2026-11-24 12:00');
    expect(group.messages()).toHaveLength(1);
    expect(read(await olga.types('/daily resume'))).toContain('asks again');
    await group.at('2026-11-25 09:00');
    expect(group.messages()).toHaveLength(2);
    expect(group.latest().title).toMatch(/^Question 2/);
  });

  it('posts now in place of today, and the open question closes', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    const olga = group.member('olga', true);
    await olga.types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    await group.at('2026-11-24 07:00');
    await olga.types('/daily now');
    await group.settle();
    expect(group.messages()).toHaveLength(2);
    await group.at('2026-11-24 07:01');
    expect(group.messages().map(({ ask }) => ask !== null)).toEqual([false, true]);
    await group.at('2026-11-24 09:00');
    expect(group.messages()).toHaveLength(2);
    await group.at('2026-11-25 09:00');
    expect(group.messages()).toHaveLength(3);
  });

  it('removes: the question closes, and points stay', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    const [olga, ada] = [group.member('olga', true), group.member('ada')];
    await olga.types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    await ada.picks('right one');
    await ada.next();
    expect(read(await olga.types('/daily remove'))).toContain('Points and streaks stay');
    await group.at('2026-11-23 09:01');
    expect(read(await ada.types('/leaderboard'))).toContain('10 points');
    await group.at('2026-11-24 09:00');
    expect(group.messages()).toHaveLength(1);
  });

  it('asks which one is meant where there are two', async () => {
    const group = await studyGroup({});
    const olga = group.member('olga', true);
    await olga.types(SETUP);
    await olga.types('/daily setup 18:00 weekends UTC virtualization');
    expect(read(await olga.types('/daily pause'))).toContain('Name it: d1 and d2.');
    expect(read(await olga.types('/daily pause d7'))).toContain('There is no daily "d7"');
    expect(read(await olga.types('/daily pause d2'))).toContain('Daily d2 is paused');
    expect(read(await olga.types('/daily list'))).toContain('(paused)');
  });
});

describe('help', () => {
  it('lists the commands of the platform, explains one, and guesses', async () => {
    const group = await studyGroup({});
    const ada = group.member('ada');
    const all = read(await ada.types('/help'));
    expect(all).toContain('/daily setup');
    expect(all).not.toContain('/tomorrow');
    expect(read(await ada.types('/help leaderboard'))).toContain('(week, month, term, all)');
    expect(read(await ada.types('/help leaderbord'))).toContain('did you mean /help leaderboard?');
    expect(read(await ada.types('/streek'))).toContain('Did you mean /streak?');
  });
});
