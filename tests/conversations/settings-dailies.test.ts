import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply } from '../../src/chat/view.ts';
import { channelId } from '../../src/core/ids.ts';
import { bringDailies, type SettingsDaily } from '../../src/features/settings-dailies.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

const read = (reply: Reply): string =>
  reply.kind === 'view' ? plainText(reply.view, { member: (id) => id }) : reply.kind;

const MORNING: SettingsDaily = {
  name: 'morning',
  community: COMMUNITY,
  channel: channelId.of('study'),
  when: 'weekdays 09:00',
  zone: 'UTC',
  deck: 'virtualization',
};

const EVENING: SettingsDaily = {
  ...MORNING,
  name: 'evening',
  when: 'daily 18:00',
  term: '..2026-12-18',
};

const group = (): Promise<StudyGroup> =>
  studyGroup({ now: '2026-11-23 08:00', more: { settingsDailies: [MORNING, EVENING] } });

const bring = ({ bot }: StudyGroup, ...entries: readonly SettingsDaily[]): Promise<void> =>
  bringDailies(bot.parts, entries);

describe('the dailies of the settings file', () => {
  it('are set up once, by any number of processes, and ask', async () => {
    const study = await group();
    await Promise.all(Array.from({ length: 8 }, () => bring(study, MORNING, EVENING)));
    await bring(study, MORNING, EVENING);
    const list = await study.bot.parts.store.dailies.list(COMMUNITY);
    expect(list.map(({ named, revision }) => [named, revision]).sort()).toEqual([
      ['evening', 1],
      ['morning', 1],
    ]);
    await study.at('2026-11-23 09:00');
    expect(study.messages()).toHaveLength(1);
    await study.at('2026-11-23 18:00');
    expect(study.messages()).toHaveLength(2);
  });

  it('follow the file with their numbers, and leave the others alone', async () => {
    const study = await group();
    const olga = study.member('olga', true);
    await olga.types('/daily setup 12:00 daily UTC virtualization');
    await bring(study, MORNING);
    await study.at('2026-11-23 09:00');
    await bring(study, { ...MORNING, when: 'daily 10:00', exam: '2026-11-25' });
    const list = read(await olga.types('/daily list'));
    expect(list).toContain('d1 daily at 12:00');
    expect(list).toContain(
      'd2 daily at 10:00, UTC, from the deck virtualization → Tue 24 Nov 10:00',
    );
    await study.at('2026-11-24 10:00');
    expect(study.latest().title).toMatch(/^Question 2/);
    expect(JSON.stringify(study.latest().footer)).toContain('exam tomorrow');
  });

  it('are paused by organisers, and changed and removed in the file alone', async () => {
    const study = await group();
    const olga = study.member('olga', true);
    await bring(study, MORNING);
    const why = 'Daily d1 stands in the settings file as morning: its operator changes it there.';
    expect(read(await olga.types('/daily edit'))).toContain(why);
    expect(read(await olga.types('/daily edit when=10:00'))).toContain(why);
    expect(read(await olga.types('/daily remove'))).toContain(why);
    expect(read(await olga.types('/daily pause'))).toContain('is paused');
    await bring(study, MORNING);
    expect(read(await olga.types('/daily list'))).toContain('(paused)');
  });

  it('that the file no longer has are the organisers’ own', async () => {
    const study = await studyGroup({ now: '2026-11-23 08:00' });
    const olga = study.member('olga', true);
    await bring(study, MORNING);
    expect(read(await olga.types('/daily edit when=10:00'))).toContain('weekdays at 10:00');
    expect(read(await olga.types('/daily remove'))).toContain('is removed');
  });

  it('are all read before any is made', async () => {
    const study = await group();
    const bad = { ...EVENING, deck: 'cooking', holidays: 'zurich' };
    await expect(bring(study, MORNING, bad)).rejects.toThrow(
      'the daily evening of the settings file: There is no deck "cooking"',
    );
    expect(await study.bot.parts.store.dailies.list(COMMUNITY)).toEqual([]);
  });
});
