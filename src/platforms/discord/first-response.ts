import {
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType,
  MessageFlags,
} from 'discord.js';
import type { Texts } from '../../chat/texts/index.ts';
import { textView, type View } from '../../chat/view.ts';
import { callbackRoute } from './acknowledge.ts';
import { type Calls, errorIn, faultIn } from './calls.ts';
import { codeOf } from './errors.ts';
import { render } from './render.ts';

/** The first response to an interaction. Neither rejects. */
export interface FirstResponses {
  /** False where Discord will take nothing more for this interaction. */
  first(interaction: APIInteraction, body: APIInteractionResponse): Promise<boolean>;
  /** Says something to the member alone. */
  sayAtOnce(interaction: APIInteraction, view: View, texts: Texts): Promise<boolean>;
}

const ALREADY_ACKNOWLEDGED = 40_060;

export function firstResponses(
  calls: Calls,
  report: (doing: string, cause: unknown) => void,
): FirstResponses {
  async function first(
    interaction: APIInteraction,
    body: APIInteractionResponse,
  ): Promise<boolean> {
    try {
      const request = { doing: 'acknowledging', body, isRepeatable: false };
      await calls.respond('POST', callbackRoute(interaction), request);
      return true;
    } catch (cause) {
      const fault = faultIn(cause);
      report('acknowledging an interaction', fault);
      // A lost response leaves it open whether it was heard; what follows will show.
      return codeOf(errorIn(cause)) === ALREADY_ACKNOWLEDGED || fault.repeat !== 'never';
    }
  }
  return {
    first,
    sayAtOnce: (interaction, view, texts) =>
      first(interaction, {
        type: InteractionResponseType.ChannelMessageWithSource,
        data: privately(view, texts),
      }),
  };
}

/** A refusal in one sentence. */
export const sorry = (texts: Texts, sentence: string): View =>
  textView('refusal', texts.refusal.title, sentence);

function privately(view: View, texts: Texts) {
  const { flags, components, allowed_mentions } = render(view, texts).body;
  return {
    flags: flags | MessageFlags.Ephemeral,
    components: [...components],
    allowed_mentions: { parse: [...allowed_mentions.parse] },
  };
}
