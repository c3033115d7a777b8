import { createHash } from 'node:crypto';
import type { BlockAction, SlackShortcut, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import type { Instant } from '../../core/day.ts';
import type { Scene } from './addresses.ts';
import type { ShownModal } from './form.ts';

/** Something that Slack delivered, before anybody asked what it means. */
export interface Heard {
  readonly scene: Scene;
  /** The same for each delivery of the same event. */
  readonly event: string;
  readonly at: Instant;
  /** Opens one form, within 3 s. */
  readonly trigger: string | null;
}

/** Short, and the same whenever the parts are. */
function eventOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 40);
}

/** Of `1700000000.000100`; `else_` where Slack gives none. */
function instantOf(stamp: string | undefined, else_: Instant): Instant {
  const [, seconds, fraction = ''] = /^(\d+)(?:\.(\d{1,6}))?$/.exec(stamp ?? '') ?? [];
  if (seconds === undefined) return else_;
  return Number(seconds) * 1_000 + Math.floor(Number(fraction.padEnd(6, '0')) / 1_000);
}

/** A form that is being filled in. */
export interface OpenForm {
  readonly id: string;
  readonly hash: string;
  readonly shown: ShownModal;
}

/** Null where the press was not in a form. */
export function openForm({ view }: BlockAction): OpenForm | null {
  if (view?.type !== 'modal') return null;
  return { id: view.id, hash: view.hash, shown: view as unknown as ShownModal };
}

export function heardCommand(body: SlashCommand, now: Instant): Heard {
  const { team_id: userTeam, user_id: user, channel_id: channel, trigger_id: trigger } = body;
  const scene = {
    team: userTeam,
    user,
    userTeam,
    channel,
    thread: null,
    message: null,
    responseUrl: body.response_url,
    since: now,
  };
  return { scene, event: eventOf('command', userTeam, user, trigger), at: now, trigger };
}

export function heardAction(body: BlockAction, now: Instant): Heard {
  const { user, message } = body;
  const own = user.team_id ?? body.team?.id ?? '';
  const [action] = body.actions;
  const stamp = action?.action_ts;
  const scene = {
    // In a shared channel it is the workspace of our message, whoever presses.
    team: String(message?.['team'] ?? body.team?.id ?? own),
    user: user.id,
    userTeam: own,
    channel: body.channel?.id ?? user.id,
    thread: typeof message?.['thread_ts'] === 'string' ? message['thread_ts'] : null,
    message: message?.ts ?? null,
    responseUrl: body.response_url ?? null,
    since: instantOf(stamp, now),
    ...(body.view?.type === 'home' ? { isHome: true as const } : {}),
  };
  const which = [user.id, own, message?.ts ?? body.view?.id, stamp, action?.action_id];
  return { scene, event: eventOf('action', ...which), at: scene.since, trigger: body.trigger_id };
}

export function heardShortcut(body: SlackShortcut, now: Instant): Heard {
  const own = body.user.team_id ?? body.team?.id ?? '';
  const on = body.type === 'message_action' ? body : null;
  const scene = {
    team: String(on?.message['team'] ?? body.team?.id ?? own),
    user: body.user.id,
    userTeam: own,
    channel: on?.channel.id ?? body.user.id,
    thread: typeof on?.message['thread_ts'] === 'string' ? on.message['thread_ts'] : null,
    message: on?.message.ts ?? null,
    responseUrl: on?.response_url ?? null,
    since: instantOf(body.action_ts, now),
  };
  const which = [body.callback_id, body.user.id, own, body.action_ts, body.trigger_id];
  return { scene, event: eventOf('shortcut', ...which), at: scene.since, trigger: body.trigger_id };
}

/** @param opened the scene in which the form was opened; a form has no place of its own */
export function heardForm(
  { user, team, view }: ViewSubmitAction,
  opened: Scene,
  now: Instant,
): Heard {
  const userTeam = user.team_id ?? team?.id ?? '';
  const scene = { ...opened, user: user.id, userTeam };
  const event = eventOf('form', user.id, userTeam, view.id, view.hash, view.state.values);
  return { scene, event, at: now, trigger: null };
}
