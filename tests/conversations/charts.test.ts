import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/chat/chart.ts';
import { plainLine, plainText } from '../../src/chat/plain.ts';
import type { Block, Reply, View } from '../../src/chat/view.ts';
import { chartPictures } from '../../src/pictures/charts/chart-drawing.ts';
import type { DrawChart } from '../../src/ports/charts.ts';
import type { FakeMember } from '../fakes/discord/index.ts';
import { discordGroup, textIn } from './discord-group.ts';
import { type SlackGroup, slackGroup } from './slack-group.ts';
import { smallDeck } from './small-deck.ts';
import { type StudyGroup, studyGroup } from './study-group.ts';

type ChartBlock = Extract<Block, { kind: 'chart' }>;

const NAMES = { member: (id: string) => id };
const BROKEN: DrawChart = () => Promise.reject(new Error('the drawer is broken'));

function viewOf(reply: Reply): View {
  if (reply.kind !== 'view') throw new Error(`this is ${reply.kind}`);
  return reply.view;
}

function chartIn({ blocks }: View): ChartBlock {
  const found = blocks.find((block) => block.kind === 'chart');
  if (!found) throw new Error('there is no chart');
  return found;
}

const numbersIn = (text: string): Set<string> => new Set(text.match(/\d+/g) ?? []);

async function asked(): Promise<StudyGroup> {
  const study = await studyGroup({ now: '2026-11-21 08:00' });
  await study.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  for (const day of ['2026-11-21', '2026-11-22', '2026-11-23']) {
    await study.at(`${day} 09:00`);
    await study.at(`${day} 09:01`);
    await study.member('ada').picks('right one');
    await study.member('bob').picks(day.endsWith('3') ? 'wrong one' : 'right one');
    await study.settle();
  }
  await study.at('2026-11-24 09:00');
  await study.at('2026-11-24 09:01');
  return study;
}

describe('a chart', () => {
  it('of /me stats says in words what its text says, and stands before it', async () => {
    const study = await asked();
    const view = viewOf(await study.member('bob').types('/me stats'));
    const { chart, alt } = chartIn(view);
    expect(view.blocks[0]?.kind).toBe('chart');
    const weeks = /\d\d-\d\d [·■□◪○ ]+/g;
    const text = numbersIn(plainText(view, NAMES).replaceAll(weeks, '').replace('13 weeks', ''));
    const words = numbersIn(plainLine(alt, NAMES));
    expect([...text].filter((number) => !words.has(number))).toEqual([]);
    expect(chart).toMatchObject({
      figures: [
        { value: '3', label: 'streak' },
        { value: '20', label: 'points' },
        { value: '2 of 2', label: 'rank · top 100 %' },
        { value: '67 %', label: '2 of 3 right' },
        { value: expect.stringMatching(/^\d of 3$/), label: 'cards known' },
      ],
    });
  });

  it('of /leaderboard has the rows of the table, and marks nobody in public', async () => {
    const study = await asked();
    const view = viewOf(await study.member('bob').types('/leaderboard all'));
    const { chart, alt } = chartIn(view);
    expect(plainLine(alt, NAMES)).toBe(
      'Leaderboard · all time: 1. ada, 30 points; 2. bob, 20 points; 2 members.',
    );
    expect(chart).toMatchObject({ rows: [{ share: 1 }, { share: 2 / 3 }] });
    expect(JSON.stringify(chart)).not.toContain('"isReader":true');
  });

  it('of "Where am I?" marks its reader', async () => {
    const study = await asked();
    const board = viewOf(await study.member('bob').types('/leaderboard all'));
    const [button] = board.actions.filter(({ label }) => label === 'Where am I?');
    if (!button) throw new Error('there is no such button');
    const view = viewOf(await study.member('bob').presses(button.press));
    const { chart, alt } = chartIn(view);
    const reader = (chart as Extract<Chart, { kind: 'leaderboard' }>).rows.filter(
      ({ isReader }) => isReader,
    );
    expect(reader).toMatchObject([{ member: 'bob', rank: 2 }]);
    expect(plainLine(alt, NAMES)).toContain('bob (you), 20 points');
  });

  it('is left out where there are no numbers, and never repeated in plain text', async () => {
    const study = await studyGroup({});
    for (const line of ['/me stats', '/leaderboard']) {
      const view = viewOf(await study.member('ada').types(line));
      expect(view.blocks.map(({ kind }) => kind)).not.toContain('chart');
    }
    const later = await asked();
    const view = viewOf(await later.member('ada').types('/leaderboard all'));
    expect(plainText(view, NAMES).match(/ada/g)).toHaveLength(1);
  });
});

/** What a chart was drawn with, each by its kind. */
function watched(): { readonly draw: DrawChart; readonly names: string[] } {
  const names: string[] = [];
  const real = chartPictures('dark');
  return {
    names,
    draw: (chart, nameOf) => {
      if (chart.kind === 'leaderboard') names.push(...chart.rows.map((row) => nameOf(row.member)));
      return real(chart, nameOf);
    },
  };
}

describe('on Discord', () => {
  async function answeredGroup(chart: DrawChart | null) {
    const study = await discordGroup({ chart });
    await study.setUp();
    await study.group.at('2026-11-23 09:00');
    const [press] = JSON.stringify(study.latest().body).match(/(?<="custom_id":")[^"]+/g) ?? [];
    study.bob.presses(study.latest(), press ?? '');
    await study.discord.until('a verdict', () => study.bob.heard()[0]);
    await study.group.at('2026-11-24 09:00');
    await study.group.at('2026-11-24 09:01');
    return study;
  }

  async function boardOf(study: Awaited<ReturnType<typeof answeredGroup>>) {
    study.bob.types('/leaderboard all');
    return study.discord.until('the board', () => {
      const latest = study.latest();
      return textIn(latest).includes(' points') && textIn(latest).includes('**1.**')
        ? latest
        : undefined;
    });
  }

  const ownOf = (study: Awaited<ReturnType<typeof answeredGroup>>, member: FakeMember) =>
    study.channel.messages.findLast(({ ephemeralFor }) => ephemeralFor === member.id);

  it('comes beside its text, with the names of the server and words for those who do not see it', async () => {
    const { draw, names } = watched();
    const study = await answeredGroup(draw);
    const board = await boardOf(study);
    expect([...board.files]).toEqual([['picture-1.png', expect.any(Number)]]);
    expect(board.files.get('picture-1.png')).toBeGreaterThan(1_000);
    expect(names).toEqual([`user${study.bob.id.slice(-4)}`]);
    expect(JSON.stringify(board.body)).toContain(`1. ${names[0]}, `);
    study.bob.types('/me stats');
    await study.hears(study.bob, 'Your statistics');
    expect([...(ownOf(study, study.bob)?.files.keys() ?? [])]).toEqual(['picture-1.png']);
    expect(study.reported).toEqual([]);
  });

  it('is missing where it cannot be drawn, and the text comes all the same', async () => {
    const study = await answeredGroup(BROKEN);
    const board = await boardOf(study);
    expect(board.files.size).toBe(0);
    expect(study.reported).toEqual([expect.stringContaining('the drawer is broken')]);
  });

  it('is missing where Discord refuses it, and the text comes all the same', async () => {
    const study = await answeredGroup(watched().draw);
    const refusal = { kind: 'refuse', status: 400, code: 50_035 } as const;
    study.discord.failNext('PATCH', /@original/, refusal);
    const board = await boardOf(study);
    expect(board.files.size).toBe(0);
    expect(study.reported).toEqual([expect.stringContaining('sending a chart')]);
  });

  it('is not drawn where pictures are off', async () => {
    const study = await answeredGroup(null);
    expect((await boardOf(study)).files.size).toBe(0);
    expect(study.reported).toEqual([]);
  });
});

describe('on Slack', () => {
  async function answeredGroup(chart: DrawChart | null): Promise<SlackGroup> {
    const group = await slackGroup({ cards: smallDeck.slice(0, 2), slack: { chart } });
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    await ada.types('/daily setup 09:00 daily UTC virtualization');
    await ada.heard('Daily d1 is set up');
    await group.at('2026-11-23 09:00');
    const shown = JSON.stringify(group.channel.messages[0]?.blocks);
    await bob.presses(/([A-D]) {3}right one/.exec(shown)?.[1] ?? '');
    await bob.heard('Right: +10 points');
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    return group;
  }

  async function boardOf(group: SlackGroup): Promise<string> {
    await group.member('bob').types('/leaderboard all');
    const shown = (): string => JSON.stringify(group.channel.messages.at(-1)?.blocks);
    await group.fake.until('the board', () => shown().includes('1.  bob'));
    return shown();
  }

  it('comes beside its text, with names and words', async () => {
    const { draw, names } = watched();
    const group = await answeredGroup(draw);
    const board = await boardOf(group);
    expect(board).toContain('"type":"image"');
    expect(board).toMatch(/"alt_text":"Leaderboard · all time: 1. bob, \d+ points; 1 member\."/);
    expect(names).toEqual(['bob']);
    await group.member('bob').types('/hypercall me stats');
    await group.member('bob').heard('Your statistics');
    expect(group.member('bob').hears().at(-1)).toContain('"type":"image"');
    expect(group.faults).toEqual([]);
  });

  it('is missing where it cannot be drawn, and the text comes all the same', async () => {
    const group = await answeredGroup(BROKEN);
    expect(await boardOf(group)).not.toContain('image');
    expect(group.faults).toEqual([['drawing a chart', new Error('the drawer is broken')]]);
  });

  it('is missing where Slack does not take it, and the text comes all the same', async () => {
    const group = await answeredGroup(watched().draw);
    group.fake.failNext('files.getUploadURLExternal', { kind: 'refused', code: 'missing_scope' });
    expect(await boardOf(group)).not.toContain('image');
  });

  it('stays out of the App Home, which is drawn at each visit', async () => {
    const group = await answeredGroup(BROKEN);
    expect(await group.member('bob').opensHome()).toContain('1.  ');
    expect(group.faults).toEqual([]);
  });
});
