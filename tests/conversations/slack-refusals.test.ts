import { describe, expect, it } from 'vitest';
import type { Daily } from '../../src/core/daily.ts';
import { dailyId } from '../../src/core/ids.ts';
import { type SlackGroup, slackGroup } from './slack-group.ts';
import { smallDeck } from './small-deck.ts';

const METHOD = 'chat.postMessage';

/** What the organiser is told to do about what is gone. */
const TARGET = {
  channel_not_found: 'was deleted, or is private',
  is_archived: 'unarchive the channel',
  not_in_channel: '/invite',
  restricted_action: 'ask an administrator',
  restricted_action_read_only_channel: 'ask an administrator',
  restricted_action_thread_only_channel: 'ask an administrator',
  restricted_action_non_threadable_channel: 'ask an administrator',
  restricted_action_of_tomorrow: 'ask an administrator',
  messages_tab_disabled: 'Messages tab',
  ekm_access_denied: 'withdrawn the key',
  message_limit_exceeded: 'used up its messages',
} as const;

const INSTALLATION = [
  ...['account_inactive', 'token_revoked', 'invalid_auth', 'not_authed', 'token_expired'],
  ...['missing_scope', 'app_access_restricted', 'team_access_not_granted'],
];
const MIGRATION = ['org_login_required', 'team_added_to_org'];
const OURS = [
  ...['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'msg_too_long'],
  ...['no_text', 'metadata_too_large', 'a_code_of_tomorrow'],
];
const TRANSIENT = ['ratelimited', 'rate_limited', 'service_unavailable', 'request_timeout'];
const AMBIGUOUS = ['fatal_error', 'internal_error'];

interface Due extends SlackGroup {
  daily(): Promise<Daily | undefined>;
  /** What the ledger says of a day. */
  fate(day: string): Promise<string | undefined>;
  /** How often a question was put to Slack. */
  posts(): number;
  /** Private words that hold these. */
  told(words: string): readonly string[];
}

/** A daily at nine that ada set up, whose post on the 23rd is refused with a code. */
async function dueWith(code: string): Promise<Due> {
  const group = await slackGroup({ cards: smallDeck });
  const { store } = group.bot.parts;
  const { community } = group.place;
  const d1 = dailyId.of('d1');
  const ada = group.member('ada');
  await ada.types('/daily setup 09:00 daily UTC virtualization');
  await ada.heard('Daily d1 is set up');
  group.fake.failNext(METHOD, { kind: 'refused', code });
  await group.at('2026-11-23 09:00');
  return {
    ...group,
    daily: async () => (await store.dailies.list(community))[0],
    async fate(day) {
      const rows = await store.ledger.occurrences(community, d1);
      return rows.find((row) => row.day === day)?.state.kind;
    },
    posts: () =>
      group.fake.calls.filter(
        ({ method, body }) => method === METHOD && body['channel'] === group.channel.id,
      ).length,
    told: (words) => ada.hears().filter((heard) => heard.includes(words)),
  };
}

describe('P6 a question that chat.postMessage refuses', () => {
  it.each(Object.entries(TARGET))(
    'with %s rests, and its organiser hears once: %s',
    async (code, advice) => {
      const group = await dueWith(code);
      expect(await group.fate('2026-11-23')).toBe('skipped');
      expect(await group.daily()).toMatchObject({
        paused: true,
        suspended: expect.stringContaining(code),
      });
      expect(group.told(code)).toEqual([expect.stringContaining(advice)]);
      expect(group.told('..')).toEqual([]);
      await group.at('2026-11-24 09:00');
      expect(group.posts()).toBe(1);
      await group.member('ada').types('/daily resume d1');
      await group.member('ada').heard('asks again');
      await group.at('2026-11-25 09:00');
      expect(group.channel.messages).toHaveLength(1);
    },
  );

  it.each(INSTALLATION)('with %s rests until the app is installed again', async (code) => {
    const group = await dueWith(code);
    expect(await group.fate('2026-11-23')).toBe('skipped');
    const daily = await group.daily();
    expect(daily).toMatchObject({ paused: true, suspended: expect.stringContaining('install') });
    await group.at('2026-11-24 09:00');
    expect(group.posts()).toBe(1);
  });

  it.each(MIGRATION)('with %s is tried for hours, not minutes', async (code) => {
    const group = await dueWith(code);
    expect(await group.fate('2026-11-23')).toBe('pending');
    await group.at('2026-11-23 09:10');
    expect(group.posts()).toBe(1);
    for (const moment of ['09:16', '09:32', '10:30', '12:00']) {
      group.fake.failNext(METHOD, { kind: 'refused', code });
      await group.at(`2026-11-23 ${moment}`);
    }
    expect(await group.fate('2026-11-23')).toBe('pending');
    await group.at('2026-11-23 13:00');
    expect(await group.fate('2026-11-23')).toBe('posted');
    expect(group.channel.messages).toHaveLength(1);
  });

  it.each(OURS)('with %s is given up and told, and the next day asks again', async (code) => {
    const group = await dueWith(code);
    expect(await group.fate('2026-11-23')).toBe('skipped');
    expect(await group.daily()).toMatchObject({ paused: false });
    expect(group.told(code)).toHaveLength(1);
    expect(group.posts()).toBe(1);
    await group.at('2026-11-24 09:00');
    expect(await group.fate('2026-11-24')).toBe('posted');
  });

  it.each(TRANSIENT)('with %s is sent again soon, once', async (code) => {
    const group = await dueWith(code);
    expect(await group.fate('2026-11-23')).toBe('pending');
    await group.at('2026-11-23 09:01');
    expect(await group.fate('2026-11-23')).toBe('posted');
    expect(group.posts()).toBe(2);
    expect(group.channel.messages).toHaveLength(1);
  });

  it.each(AMBIGUOUS)('Q8 with %s may stand: it is unknown, and never sent again', async (code) => {
    const group = await dueWith(code);
    expect(await group.fate('2026-11-23')).toBe('sending');
    for (const moment of ['09:01', '09:02', '09:30']) await group.at(`2026-11-23 ${moment}`);
    expect(await group.fate('2026-11-23')).toBe('unknown');
    expect(group.posts()).toBe(1);
    expect(group.told('/daily resolve d1 2026-11-23')).toHaveLength(1);
  });
});

describe('P6 a reveal that chat.update refuses', () => {
  /** The question of the 23rd stands, and its reveal is refused with a code on the 24th. */
  async function revealedWith(code: string): Promise<SlackGroup> {
    const group = await slackGroup({ cards: smallDeck });
    const ada = group.member('ada');
    await ada.types('/daily setup 09:00 daily UTC virtualization');
    await ada.heard('Daily d1 is set up');
    await group.at('2026-11-23 09:00');
    group.fake.failNext('chat.update', { kind: 'refused', code });
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    return group;
  }
  const updates = ({ fake }: SlackGroup): number =>
    fake.calls.filter(({ method }) => method === 'chat.update').length;

  it.each(['message_not_found', 'cant_update_message', 'edit_window_closed', 'channel_not_found'])(
    'with %s is given up, and the day goes on',
    async (code) => {
      const group = await revealedWith(code);
      expect(updates(group)).toBe(1);
      expect(JSON.stringify(group.faults)).toContain('revealing');
      expect(group.channel.messages).toHaveLength(2);
    },
  );
});

describe('P6 a form that views.open refuses', () => {
  it.each([
    ...['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id', 'invalid_trigger'],
    ...['view_too_large', 'fatal_error', 'ratelimited'],
  ])('with %s is told to its member, once', async (code) => {
    const group = await slackGroup({});
    const ada = group.member('ada');
    group.fake.failNext('views.open', { kind: 'refused', code });
    await ada.types('/daily setup');
    await ada.heard('The form took too long to open: press again.');
    expect(ada.hears()).toHaveLength(1);
    expect(group.fake.world.views).toEqual([]);
    expect(JSON.stringify(group.faults)).toContain('opening a form');
  });

  it('is opened by a command that is typed again, with a trigger of its own', async () => {
    const group = await slackGroup({});
    const ada = group.member('ada');
    group.fake.failNext('views.open', { kind: 'drop' });
    await ada.types('/daily setup');
    await ada.heard('press again');
    await ada.types('/daily setup');
    expect((await ada.form()).user).toBe(ada.user.id);
  });
});
