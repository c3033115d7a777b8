import type { Deed, Intent } from '../../chat/intent.ts';
import { channelId } from '../../core/ids.ts';
import { messageAddress, replyAddress } from './addresses.ts';
import { mayNeedRights } from './deeds.ts';
import type { Heard } from './heard.ts';
import { communityOf, memberOf } from './members.ts';
import type { People } from './people.ts';
import type { Seal } from './seal.ts';

/** What was heard, by somebody whose language is known. */
export interface Spoken {
  readonly heard: Heard;
  readonly intent: Intent;
}

/** What a deed means: Slack is asked who does it, and in what language they read. */
export async function spoken(
  { people, seal }: { readonly people: People; readonly seal: Seal },
  heard: Heard,
  deed: Deed,
): Promise<Spoken> {
  const [rights, locale] = await Promise.all([
    mayNeedRights(deed) ? people.rightsOf(heard.scene) : 'member',
    people.localeOf(heard.scene.team, heard.scene.user),
  ]);
  const scene = { ...heard.scene, locale };
  const { team, channel, message } = scene;
  const intent: Intent = {
    event: heard.event,
    community: communityOf(team),
    channel: channelId.of(channel),
    member: memberOf(scene),
    organiser: rights === 'organiser',
    ...(rights === 'stranger' ? { stranger: true } : {}),
    locale,
    receivedAt: heard.at,
    replyTo: replyAddress(scene, seal),
    message: message === null ? null : messageAddress({ team, channel, ts: message }),
    ...deed,
  };
  return { heard: { ...heard, scene }, intent };
}
