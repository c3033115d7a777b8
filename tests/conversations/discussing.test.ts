import { describe, expect, it } from 'vitest';
import { textView } from '../../src/chat/view.ts';
import { PlatformFault } from '../../src/ports/platform.ts';
import { discordGroup } from './discord-group.ts';
import { slackGroup } from './slack-group.ts';
import { RULES } from './small-deck.ts';
import { type StudyGroup, studyGroup } from './study-group.ts';

const rules = { ...RULES, discussion: 'thread' } as const;
const opened = ({ recorder }: StudyGroup): readonly string[] =>
  recorder.log.flatMap((sent) => (sent.kind === 'discuss' ? [sent.view.title] : []));

/** A group whose first question stands since 09:00. */
async function asked(options: Parameters<typeof studyGroup>[0] = {}): Promise<StudyGroup> {
  const group = await studyGroup({ rules, ...options });
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  return group;
}

async function close(group: StudyGroup): Promise<void> {
  await group.at('2026-11-24 09:00');
  await group.at('2026-11-24 09:01');
}

describe('the discussion of a question', () => {
  it('is opened once, after the reveal', async () => {
    const group = await asked();
    await group.member('ada').picks('A');
    await group.settle();
    expect(opened(group)).toEqual([]);
    await close(group);
    expect(opened(group)).toEqual([expect.stringMatching(/^Question 1 · /)]);
    const kinds = group.recorder.log.map(({ kind }) => kind);
    expect(kinds.indexOf('discuss')).toBeGreaterThan(kinds.indexOf('edit'));
    await group.member('olga', true).types('/daily rekey key=D round=1');
    await group.at('2026-11-24 09:02');
    expect(opened(group)).toHaveLength(1);
  });

  it('is opened under no question that was put right long after it', async () => {
    const group = await asked({ rules: RULES });
    await close(group);
    await group.bot.stop();
    const { recorder, prefix } = group;
    const again = await studyGroup({
      now: '2026-11-24 12:00',
      recorder,
      rules,
      more: { prefix },
    });
    await again.member('olga', true).types('/daily rekey key=D round=1');
    await again.settle();
    expect(opened(again)).toEqual([]);
  });

  it('is not opened where the settings say none, nor for a void question', async () => {
    const none = await asked({ rules: RULES });
    await close(none);
    expect(opened(none)).toEqual([]);
    const group = await asked();
    await group.member('olga', true).types('/daily void d1');
    await close(group);
    expect(opened(group)).toEqual([]);
  });

  it('is tried again where the network was busy, and never doubled where it may stand', async () => {
    const faults: string[] = [];
    const report = (doing: string): unknown => faults.push(doing);
    const group = await asked({ more: { report } });
    group.recorder.failNext('discuss', new PlatformFault('busy', 'later', null, 1));
    await close(group);
    await group.recorder.until('the discussion', ({ kind }) => kind === 'discuss');
    group.recorder.failNext('discuss', new PlatformFault('lost', 'unknown'), true);
    await group.at('2026-11-25 09:00');
    await group.at('2026-11-25 09:01');
    await group.at('2026-11-25 09:02');
    expect(opened(group)).toHaveLength(2);
    expect(faults).toEqual([expect.stringContaining('opening the discussion')]);
  });

  it('is left alone for a week where the channel takes none, and the reveal stands', async () => {
    const group = await asked();
    group.recorder.failNext('discuss', new PlatformFault('no right', 'gone'));
    await close(group);
    expect(group.messages()[0]?.title).toContain('is closed');
    await group.at('2026-11-25 09:00');
    await group.at('2026-11-25 09:01');
    expect(group.messages()[1]?.title).toContain('is closed');
    expect(opened(group)).toEqual([]);
  });
});

describe('on Discord', () => {
  it('is a thread on the message, and one that stands already is no fault', async () => {
    const { group, discord, setUp, latest, reported } = await discordGroup({ more: { rules } });
    await setUp();
    await group.at('2026-11-23 09:00');
    const question = latest();
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    const thread = discord.world.channels.get(question.id);
    expect(thread?.name).toMatch(/^Question 1 · /);
    const platform = [...group.bot.parts.platforms.values()][0];
    const address = `${question.channel}/${question.id}` as never;
    const view = textView('news', 'Again');
    await expect(platform?.discuss(address, view)).resolves.toBeUndefined();
    expect(discord.world.channels.get(question.id)).toBe(thread);
    expect(reported).toEqual([]);
  });

  it('is missing without a word where the bot may start no threads', async () => {
    const { group, discord, setUp, latest, reported } = await discordGroup({ more: { rules } });
    await setUp();
    for (const guild of discord.world.guilds.values()) guild.rights &= ~(1n << 35n);
    await group.at('2026-11-23 09:00');
    const question = latest();
    for (const moment of ['24 09:00', '24 09:01', '25 09:00', '25 09:01']) {
      await group.at(`2026-11-${moment}`);
    }
    expect(discord.world.channels.has(question.id)).toBe(false);
    const asked = discord.world.requests.filter(({ path }) => path.endsWith('/threads'));
    expect(asked).toHaveLength(1);
    expect(reported).toEqual([]);
  });
});

describe('in Slack', () => {
  it('is one reply in the thread of the message', async () => {
    const group = await slackGroup({ more: { rules } });
    const ada = group.member('ada');
    await ada.types('/daily setup 09:00 daily UTC virtualization');
    await ada.heard('Daily d1 is set up');
    await group.at('2026-11-23 09:00');
    const [question] = group.channel.messages;
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    const replies = group.channel.messages.filter(({ thread }) => thread !== null);
    expect(replies.map(({ thread }) => thread)).toEqual([question?.ts]);
    expect(JSON.stringify(replies[0]?.blocks)).toContain('Talk about this question here');
  });
});
