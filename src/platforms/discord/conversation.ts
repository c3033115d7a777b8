import { setTimeout as elapsed } from 'node:timers/promises';
import { type APIInteraction, InteractionResponseType } from 'discord.js';
import type { OptionKind } from '../../chat/commands/command.ts';
import type { Deed, Intent } from '../../chat/intent.ts';
import { type Texts, textsFor } from '../../chat/texts/index.ts';
import type { Reply } from '../../chat/view.ts';
import type { CommunityId } from '../../core/ids.ts';
import { announcement, opensForm, visibilityOf } from './acknowledge.ts';
import { type Acknowledged, type Return, replyAddress } from './addresses.ts';
import { type Calls, faultIn } from './calls.ts';
import { firstResponses, sorry } from './first-response.ts';
import { guildOf } from './guilds.ts';
import { type Heard, readInteraction } from './heard.ts';
import { ACKNOWLEDGE_WITHIN, LIMITS } from './limits.ts';
import { askModal, formModal } from './modal.ts';
import { type Caller, callerOf } from './origin.ts';
import { missingRights } from './permissions.ts';
import type { SendReply } from './replies.ts';
import type { Seal } from './seal.ts';

/** Words to choose from while an option that names such a thing is typed. */
export type Complete = (
  kind: OptionKind,
  typed: string,
  community: CommunityId,
) => Promise<readonly string[]>;

export interface ConversationParts {
  readonly calls: Calls;
  readonly seal: Seal;
  readonly application: string;
  readonly send: SendReply;
  readonly complete: Complete;
  /** Something went wrong where nobody waits for an answer. */
  readonly report: (doing: string, cause: unknown) => void;
  /** How long a form may take before its command is acknowledged without it; absent: 1.5 s. */
  readonly formWithin?: number;
}

/** Takes one interaction from its arrival to the last thing that follows at once. Never rejects. */
export function takeInteractions(parts: ConversationParts) {
  const { calls, seal, application, send, report } = parts;

  const { first, sayAtOnce } = firstResponses(calls, report);

  async function complete(
    interaction: APIInteraction,
    { of, typed }: Extract<Heard, { kind: 'complete' }>,
    { community }: Caller,
  ): Promise<void> {
    const limit = new AbortController();
    const tooLate = elapsed(ACKNOWLEDGE_WITHIN, [], { signal: limit.signal }).catch(() => []);
    const asked = parts.complete(of, typed, community).catch(() => []);
    const words: readonly string[] = await Promise.race([asked, tooLate]);
    limit.abort();
    const choices = words
      .filter((word) => word !== '' && word.length <= LIMITS.choice)
      .slice(0, LIMITS.choices)
      .map((word) => ({ name: word, value: word }));
    await first(interaction, {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    });
  }

  function intentOf(caller: Caller, deed: Deed, acknowledged: Acknowledged): Intent {
    const { interaction: _, token: __, rights: ___, isThread: ____, ...origin } = caller;
    const replyTo = replyAddress(returnTo(caller, acknowledged), seal);
    return { ...origin, replyTo, ...deed };
  }

  async function announceAndFollow(
    interaction: APIInteraction,
    caller: Caller,
    deed: Deed,
    receive: (intent: Intent) => Promise<Reply>,
  ): Promise<void> {
    const acknowledged = visibilityOf(deed);
    if (!(await first(interaction, announcement(acknowledged)))) return;
    const reply = await receive(intentOf(caller, deed, acknowledged));
    await follow(returnTo(caller, acknowledged), reply, caller);
  }

  async function follow(to: Return, reply: Reply, { locale }: Caller): Promise<void> {
    const texts = textsFor(locale);
    switch (reply.kind) {
      case 'later':
        return;
      case 'view':
        return send(to, reply.view, reply.seenBy, texts);
      case 'form':
        return send(to, sorry(texts, texts.discord.tooSlow), 'only me', texts);
    }
  }

  /** A window must be the first response, so this alone waits for the answer, and not for long. */
  async function openForm(
    interaction: APIInteraction,
    caller: Caller,
    deed: Deed,
    receive: (intent: Intent) => Promise<Reply>,
  ): Promise<void> {
    const replying = receive(intentOf(caller, deed, 'only me'));
    const limit = new AbortController();
    const { formWithin = ACKNOWLEDGE_WITHIN } = parts;
    const tooLate = elapsed(formWithin, null, { signal: limit.signal }).catch(() => null);
    const reply = await Promise.race([replying, tooLate]);
    limit.abort();
    if (reply?.kind === 'form') {
      const data = formModal(reply.form);
      await first(interaction, { type: InteractionResponseType.Modal, data });
      return;
    }
    if (!(await first(interaction, announcement('only me')))) return;
    await follow(returnTo(caller, 'only me'), await replying, caller);
  }

  async function act(
    interaction: APIInteraction,
    caller: Caller,
    deed: Deed,
    receive: (intent: Intent) => Promise<Reply>,
  ): Promise<void> {
    const texts = textsFor(caller.locale);
    const missing = postsHere(deed) ? missingRights(caller.rights, caller.isThread) : [];
    if (missing.length > 0) {
      await sayAtOnce(interaction, sorry(texts, texts.discord.may(missing)), texts);
    } else if (opensForm(deed)) {
      await openForm(interaction, caller, deed, receive);
    } else {
      await announceAndFollow(interaction, caller, deed, receive);
    }
  }

  async function take(
    interaction: APIInteraction,
    receive: (intent: Intent) => Promise<Reply>,
  ): Promise<void> {
    const texts = textsFor('locale' in interaction ? interaction.locale : 'en');
    const caller = callerOf(interaction);
    if (!caller) {
      await sayAtOnce(interaction, sorry(texts, texts.discord.onlyInServers), texts);
      return;
    }
    const heard = readInteraction(interaction, application);
    switch (heard.kind) {
      case 'deed':
        return act(interaction, caller, heard.deed, receive);
      case 'complete':
        return complete(interaction, heard, caller);
      case 'open': {
        const data = askModal(heard.press, heard.items, texts);
        await first(interaction, { type: InteractionResponseType.Modal, data });
        return;
      }
      case 'refused':
        await sayAtOnce(interaction, sorry(texts, refusalOf(heard.why, texts)), texts);
    }
  }

  return (interaction: APIInteraction, receive: (intent: Intent) => Promise<Reply>) =>
    take(interaction, receive).catch((cause) => report('answering an interaction', faultIn(cause)));
}

function returnTo({ interaction, token, community }: Caller, acknowledged: Acknowledged): Return {
  return { interaction, token, acknowledged, guild: guildOf(community) };
}

/** The orders after which the bot will post in this channel: its rights there are looked at first. */
function postsHere(deed: Deed): boolean {
  return (
    (deed.kind === 'command' &&
      ['daily setup', 'daily now', 'quiz start'].includes(deed.command)) ||
    (deed.kind === 'press' && deed.press.kind === 'post now')
  );
}

function refusalOf(why: Extract<Heard, { kind: 'refused' }>['why'], { discord }: Texts): string {
  switch (why) {
    case 'not ours':
      return discord.notOurs;
    case 'unreadable':
      return discord.unreadable;
    case 'each once':
      return discord.onceEach;
  }
}
