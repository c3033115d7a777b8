import {
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType,
  MessageFlags,
} from 'discord.js';
import { commandAt } from '../../chat/commands/index.ts';
import type { Deed } from '../../chat/intent.ts';
import type { Acknowledged } from './addresses.ts';

/** The presses whose answer others see; every other one is answered to its member alone. */
const SEEN_BY_OTHERS: Readonly<Record<string, Acknowledged>> = {
  board: 'replaces',
  standings: 'replaces',
  'share streak': 'channel',
};

/** The presses that a window answers. */
const OPENS_FORM: ReadonlySet<string> = new Set(['form again']);

/** Whether a window may be the first response, so that it has to be waited for. */
export function opensForm(deed: Deed): boolean {
  if (deed.kind === 'command') return commandAt(deed.command).first === 'form';
  return deed.kind === 'press' && OPENS_FORM.has(deed.press.kind);
}

/** Who sees the first response to a deed: declared, so that it can be sent before anything slow. */
export function visibilityOf(deed: Deed): Acknowledged {
  switch (deed.kind) {
    case 'command':
      return commandAt(deed.command).seenBy;
    case 'press':
      return SEEN_BY_OTHERS[deed.press.kind] ?? 'only me';
    case 'answer':
    case 'form':
      return 'only me';
  }
}

/** The announcement of a message, which fixes who sees it. */
export function announcement(acknowledged: Acknowledged): APIInteractionResponse {
  switch (acknowledged) {
    case 'only me':
      return {
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: { flags: MessageFlags.Ephemeral },
      };
    case 'channel':
      return { type: InteractionResponseType.DeferredChannelMessageWithSource };
    case 'replaces':
      return { type: InteractionResponseType.DeferredMessageUpdate };
  }
}

/** Where the first response to an interaction goes. */
export function callbackRoute({ id, token }: Pick<APIInteraction, 'id' | 'token'>): string {
  return `/interactions/${id}/${token}/callback`;
}
