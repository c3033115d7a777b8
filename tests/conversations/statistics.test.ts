import { Redis } from 'ioredis';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply } from '../../src/chat/view.ts';
import { channelId } from '../../src/core/ids.ts';
import { otherKinds, smallDeck } from './small-deck.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

function read(reply: Reply): string {
  if (reply.kind !== 'view') return reply.kind;
  return plainText(reply.view, { member: (id) => id });
}

async function group(options: Parameters<typeof studyGroup>[0] = {}): Promise<StudyGroup> {
  const study = await studyGroup({ now: '2026-11-21 08:00', ...options });
  await study.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  return study;
}

/** Lets members answer the question of a day; the one before it closes. */
async function answered(study: StudyGroup, day: string, answers: Record<string, string>) {
  await study.at(`${day} 09:00`);
  await study.at(`${day} 09:01`);
  for (const [name, words] of Object.entries(answers)) {
    await study.member(name).picks(words);
  }
  await study.settle();
}

const [RIGHT, WRONG] = ['right one', 'wrong one'];

/** The kinds of keys of a bot that the server is asked for meanwhile. */
async function kindsRead(prefix: string, doing: () => Promise<void>): Promise<Set<string>> {
  const redis = new Redis({ path: inject('redisSocket') });
  onTestFinished(() => redis.disconnect());
  const monitor = await redis.monitor();
  onTestFinished(() => monitor.disconnect());
  const kinds = new Set<string>();
  const end = `the end of ${prefix}`;
  const over = new Promise<void>((resolve) => {
    monitor.on('monitor', (_time: string, words: readonly string[]) => {
      if (words[1] === end) resolve();
      for (const word of words) {
        const kind = word.startsWith(`${prefix}:{`) && /\}:([a-z-]+)/.exec(word)?.[1];
        if (kind) kinds.add(kind);
      }
    });
  });
  await doing();
  await redis.echo(end);
  await over;
  return kinds;
}

describe('/me stats', () => {
  it('shows streak, points, rank, accuracy by topic and the weeks, to its member alone', async () => {
    const study = await group();
    await answered(study, '2026-11-21', { ada: RIGHT, bob: RIGHT });
    await answered(study, '2026-11-22', { ada: WRONG, bob: RIGHT });
    await answered(study, '2026-11-23', { ada: RIGHT });
    const reply = await study.member('ada').types('/me stats');
    expect(reply).toMatchObject({ seenBy: 'only me' });
    const lines = read(reply).split('\n');
    expect(lines.slice(0, 6)).toEqual([
      'Your statistics',
      'Streak 3',
      '10 points, rank 2 of 2: in the top 100 %.',
      '3 questions answered. 2 of 3 graded answers right: 67 %.',
      expect.stringMatching(/^\d of 3 cards in your review known\. /),
      'By topic, the weakest first',
    ]);
    expect(lines).toContain('The last 13 weeks, Monday to Sunday');
    expect(lines).toContain('- `11-16 · · · · · ■ □`');
    expect(lines).toContain('- `11-23 ■`');
    expect(lines).toContain('- 2026-11: 3 answered, 2 of 3 right');
    expect(lines.at(-1)).toBe('■ right ◪ partly □ wrong ○ answered · no answer');
  });

  it('speaks the language of its member', async () => {
    const study = await group();
    await answered(study, '2026-11-21', { ada: RIGHT });
    const place = { community: COMMUNITY, channel: channelId.of('study'), locale: 'de' };
    const text = read(await study.recorder.member('ada', place).types('/me stats'));
    expect(text).toContain('1 Frage beantwortet. 1 von 1 bewerteten Antworten richtig: 100 %.');
    expect(text).toContain('Noch keine Punkte: Eine beantwortete Frage zählt, wenn sie schliesst.');
  });

  it('says how it begins where nothing was answered', async () => {
    const study = await group();
    const text = read(await study.member('ada').types('/me stats'));
    expect(text).toBe('No statistics yet\nThey begin with your first answer.');
  });

  it('tells a member who hides the rank that they would have', async () => {
    const study = await group();
    await answered(study, '2026-11-21', { ada: RIGHT });
    await answered(study, '2026-11-22', {});
    await study.member('ada').types('/me hide');
    const text = read(await study.member('ada').types('/me stats'));
    expect(text).toContain('10 points, rank 1 of 1: in the top 100 %.\nYou are hidden');
  });

  it('tells no verdict that waits for the reveal', async () => {
    const study = await group({ rules: { verdict: 'at-the-reveal' } });
    await answered(study, '2026-11-23', { ada: RIGHT, bob: WRONG });
    const seen = async (name: string) => read(await study.member(name).types('/me stats'));
    expect(await seen('ada')).toBe(await seen('bob'));
    expect(await seen('ada')).toContain('- `11-23 ○`');
    await study.at('2026-11-24 09:00');
    await study.at('2026-11-24 09:01');
    expect(await seen('ada')).toContain('- `11-23 ■ ·`');
    expect(await seen('bob')).toContain('- `11-23 □ ·`');
  });

  it('reads answers, boards and the review, and nothing else that is kept', async () => {
    const study = await group();
    await answered(study, '2026-11-21', { ada: RIGHT });
    const ada = study.member('ada');
    const seen = async (line: string) =>
      kindsRead(study.prefix, async () => void (await ada.types(line)));
    const others = ['reports', 'appeals-open', 'quizzes', 'own-solo', 'audit', 'occurrences'];
    expect([...(await seen('/me export'))]).toEqual(expect.arrayContaining(others));
    const read = await seen('/me stats');
    expect([...read]).toEqual(expect.arrayContaining(['answers', 'streaks', 'board', 'review']));
    for (const kind of others) expect(read).not.toContain(kind);
  });

  it('grades no void question and none that its member graded', async () => {
    const study = await group({ cards: [otherKinds.flash, ...smallDeck] });
    const ada = study.member('ada');
    const text = async () => read(await ada.types('/me stats'));
    for (const day of ['2026-11-22', '2026-11-23']) {
      await study.at(`${day} 09:00`);
      await study.at(`${day} 09:01`);
      const ask = study.latest().ask;
      if (ask?.kind === 'self') {
        await ada.presses({ kind: 'self grade', round: ask.round, grade: 'knew' });
      } else {
        await ada.picks(RIGHT);
        await study.settle();
        expect(await text()).toContain('1 of 1 graded answers right: 100 %.');
        const number = day === '2026-11-22' ? 1 : 2;
        await study.member('olga', true).types(`/daily void round=${number}`);
      }
      await study.settle();
    }
    expect(await text()).toMatch(
      /\n2 questions answered\.\n2 of 2 cards in your review known\. No card is due\.\nThe last 13 weeks/,
    );
    expect(await text()).toMatch(/- `11-16 · · · · · · ○`\n- `11-23 ○`/);
  });
});
