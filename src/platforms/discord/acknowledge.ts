import {
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType,
  MessageFlags,
} from 'discord.js';
import { commandAt } from '../../chat/commands.ts';
import type { Deed } from '../../chat/intent.ts';
import type { Press } from '../../chat/press.ts';
import type { Acknowledged } from './addresses.ts';

/** The presses whose answer others see; every other one is answered to its member alone. */
const SEEN_BY_OTHERS: Partial<Readonly<Record<Press['kind'], Acknowledged>>> = {
  board: 'replaces',
  'share streak': 'channel',
};

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
