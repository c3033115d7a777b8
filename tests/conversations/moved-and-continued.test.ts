import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Press } from '../../src/chat/press.ts';
import type { Reply } from '../../src/chat/view.ts';
import { channelId } from '../../src/core/ids.ts';
import { COMMUNITY, studyGroup } from './study-group.ts';

const read = (reply: Reply): string =>
  reply.kind === 'view' ? plainText(reply.view, { member: (id) => id }) : reply.kind;

const SETUP = '/daily setup 09:00 daily UTC virtualization';
const HALL = { community: COMMUNITY, channel: channelId.of('hall') };

describe('a daily that moves to another channel', () => {
  it('asks there from now on, and goes on with its numbers', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    const olga = group.member('olga', true);
    await olga.types(SETUP);
    await group.at('2026-11-23 09:00');
    expect(read(await olga.types('/daily edit channel=no!'))).toContain('"no!" is no channel');
    expect(read(await olga.types('/daily edit channel=#hall'))).toContain('Daily d1 is changed');
    await group.at('2026-11-24 09:00');
    expect(group.messages()).toHaveLength(1);
    const [first] = group.recorder.channel(HALL).messages;
    expect(first?.view.title).toMatch(/^Question 2/);
  });
});

describe('a daily that was removed', () => {
  async function removed() {
    const group = await studyGroup({ now: '2026-11-23 08:00' });
    const [olga, ada] = [group.member('olga', true), group.member('ada')];
    await olga.types(SETUP);
    await group.at('2026-11-23 09:00');
    await ada.picks('right one');
    await ada.next();
    const farewell = read(await olga.types('/daily remove'));
    await group.at('2026-11-23 10:00');
    return { group, olga, ada, farewell };
  }

  it('goes on under its id, with numbers and streaks, in a form or by options', async () => {
    const { group, olga, ada, farewell } = await removed();
    expect(farewell).toContain('/daily setup continues=d1 goes on with them');
    const form = await olga.types('/daily setup continues=d1');
    if (form.kind !== 'form') throw new Error('no form');
    expect(form.form.subject).toBe('d1');
    const done = read(await olga.fills(form.form, { when: 'daily 18:00' }));
    expect(done).toContain('Daily d1 is set up');
    // Today has had its question.
    expect(done).toContain('It asks next:\n- Tue 24 Nov 18:00');
    await group.at('2026-11-24 18:00');
    expect(group.latest().title).toMatch(/^Question 2/);
    await ada.picks('A');
    await ada.next();
    expect(read(await ada.types('/streak'))).toContain('Streak: 2 rounds');
    expect(read(await olga.types(`${SETUP}`))).toContain('Daily d2 is set up');
  });

  it('is refused where it still runs or never was, with what to do instead', async () => {
    const { olga } = await removed();
    await olga.types(SETUP);
    expect(read(await olga.types('/daily setup continues=d2'))).toContain(
      'Daily d2 still runs: /daily edit d2 changes it',
    );
    for (const never of ['d3', 'd0', 'x', 'D9']) {
      expect(read(await olga.types(`/daily setup continues=${never}`))).toContain(
        `There is no daily "${never}" to continue: those removed are d1.`,
      );
    }
    expect(read(await olga.types(`${SETUP} continues=d1`))).toContain('Daily d1 is set up');
    expect(read(await olga.types('/daily setup continues=d7'))).toContain('none was removed here');
  });
});

describe('a form that is refused', () => {
  const AGAIN: Press = { kind: 'form again' };

  it('comes back as it was filled in', async () => {
    const group = await studyGroup({});
    const olga = group.member('olga', true);
    const form = await olga.types('/daily setup');
    if (form.kind !== 'form') throw new Error('no form');
    const typed = { when: 'weekdays 7:45', zone: 'Zurich', term: '2026-10-01..' };
    const refusal = await olga.fills(form.form, typed);
    expect(read(refusal)).toContain('did you mean Europe/Zurich?');
    expect(refusal).toMatchObject({ view: { actions: [{ label: 'Correct it', press: AGAIN }] } });
    const again = await olga.presses(AGAIN);
    if (again.kind !== 'form') throw new Error('no form');
    const values = Object.fromEntries(again.form.fields.map(({ name, value }) => [name, value]));
    expect(values).toEqual({ ...typed, deck: 'virtualization', holidays: '' });
    expect(read(await olga.fills(again.form, { zone: 'Europe/Zurich' }))).toContain(
      'weekdays at 07:45, Europe/Zurich',
    );
  });

  it('is kept for the one who filled it in, and takes away what was emptied', async () => {
    const group = await studyGroup({});
    const [olga, otto] = [group.member('olga', true), group.member('otto', true)];
    await olga.types(`${SETUP} term=2026-10-01.. holidays=2026-12-24 exam=2027-02-03`);
    expect(read(await otto.presses(AGAIN))).toContain('no longer kept');
    expect(read(await group.member('ada').presses(AGAIN))).toContain('Only organisers');
    const form = await olga.types('/daily edit');
    if (form.kind !== 'form') throw new Error('no form');
    const text = read(await olga.fills(form.form, { term: '', zone: ' ' }));
    expect(text).toContain('exam on 2027-02-03 · no questions on 2026-12-24');
    expect(text).not.toContain('term');
    expect(text).toContain('daily at 09:00, UTC');
  });
});
