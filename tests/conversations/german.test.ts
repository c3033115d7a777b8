import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply, View } from '../../src/chat/view.ts';
import { channelId } from '../../src/core/ids.ts';
import type { Member } from '../../src/platforms/recorder/member.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

const plain = (view: View): string => plainText(view, { member: (id) => id });
const read = (reply: Reply): string => (reply.kind === 'view' ? plain(reply.view) : reply.kind);

const seat = { community: COMMUNITY, channel: channelId.of('study') };
const german = (study: StudyGroup, name: string): Member =>
  study.recorder.member(name, { ...seat, locale: 'de-CH' });

async function group(language?: 'de'): Promise<StudyGroup> {
  const more = language ? { language } : {};
  const study = await studyGroup({ now: '2026-11-22 08:00', more });
  await study.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await study.at('2026-11-22 09:00');
  return study;
}

describe('a member whose client is German', () => {
  it('reads verdict, streak and refusal in German, in a channel that reads English', async () => {
    const study = await group();
    const dora = german(study, 'dora');
    await dora.picks('right one');
    expect((await dora.next()).title).toBe('Richtig: +10 Punkte');
    expect(read(await dora.types('/streak'))).toMatch(/^Serie: 1 Frage\n/);
    expect(read(await dora.types('/daily list'))).toMatch(
      /^Das hat nicht geklappt\nDas können nur/,
    );
    expect(study.latest().title).toMatch(/^Question 1 · /);
    await study.at('2026-11-23 09:00');
    await study.at('2026-11-23 09:01');
    expect(read(await dora.types('/leaderboard all'))).toMatch(
      /^Leaderboard · all time\n1\. dora: 10 points/,
    );
  });

  it('learns in German where they stand, alone', async () => {
    const study = await group();
    const dora = german(study, 'dora');
    const asked = { span: { kind: 'all' }, by: 'points', scope: 'community' } as const;
    expect(read(await dora.presses({ kind: 'my standing', asked }))).toContain(
      'Du hast in dieser Zeit noch keine Punkte',
    );
  });
});

describe('a channel whose language is German', () => {
  it('reads question, reveal, leaderboard and a shared streak in it, whoever asks', async () => {
    const study = await group('de');
    expect(study.latest().title).toMatch(/^Frage 1 · /);
    const ada = study.member('ada');
    await ada.picks('right one');
    expect((await ada.next()).title).toBe('Right: +10 points');
    await study.at('2026-11-23 09:00');
    await study.at('2026-11-23 09:01');
    expect(plain(study.messages()[0] as View)).toMatch(
      /^Frage 1 ist geschlossen · [\s\S]*1 Mitglied hat geantwortet, 1 richtig/,
    );
    expect(read(await ada.types('/leaderboard all'))).toMatch(
      /^Rangliste · insgesamt\n1\. ada: 10 Punkte/,
    );
    expect(read(await ada.presses({ kind: 'share streak' }))).toContain(
      'hat eine Serie von 1 Frage.',
    );
  });

  it('has its notices and reminders in it', async () => {
    const study = await group('de');
    const ada = study.member('ada');
    await ada.picks('right one');
    await ada.next();
    await ada.types('/me reminders on');
    await study.at('2026-11-23 09:00');
    await study.at('2026-11-23 09:01');
    await study.at('2026-11-23 20:00');
    await study.at('2026-11-23 20:01');
    expect(ada.hears().map(({ title }) => title)).toContain('Deine Serie von 1 Frage wartet');
  });
});
