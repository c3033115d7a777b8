import { MessageFlags, Routes } from 'discord.js';
import type { Texts } from '../../chat/texts/index.ts';
import { type SeenBy, type View, withoutCharts } from '../../chat/view.ts';
import type { Clock } from '../../ports/clock.ts';
import { PlatformFault } from '../../ports/platform.ts';
import type { Return } from './addresses.ts';
import { type Calls, faultIn } from './calls.ts';
import { TOKEN_LIFE } from './limits.ts';
import type { Messages, Prepared } from './messages.ts';
import { madeAt } from './snowflake.ts';

export interface RepliesOptions {
  readonly calls: Calls;
  readonly messages: Messages;
  readonly application: string;
  readonly clock: Clock;
  readonly report: (doing: string, cause: unknown) => void;
}

/** Sends what follows an acknowledged interaction. @throws {PlatformFault} */
export type SendReply = (to: Return, view: View, seenBy: SeenBy, texts: Texts) => Promise<void>;

export function replySender(options: RepliesOptions): SendReply {
  const { calls, messages, application, clock, report } = options;
  const original = (token: string) => Routes.webhookMessage(application, token, '@original');

  async function replaceOriginal({ token }: Return, { body, files }: Prepared): Promise<void> {
    const request = {
      doing: 'replying',
      body: { ...body, attachments: body.attachments ?? [] },
      files,
      isRepeatable: true,
    };
    await calls.respond('PATCH', original(token), request);
  }

  /** The announced message would be seen by others than it should: it goes, and another one comes. */
  async function sendBeside(to: Return, prepared: Prepared, seenBy: SeenBy): Promise<void> {
    const { acknowledged, token } = to;
    if (acknowledged !== 'replaces') {
      await calls
        .respond('DELETE', original(token), { doing: 'taking back', isRepeatable: true })
        .catch(() => {});
    }
    const flags = prepared.body.flags | (seenBy === 'only me' ? MessageFlags.Ephemeral : 0);
    await calls.respond('POST', Routes.webhook(application, token), {
      doing: 'replying',
      body: { ...prepared.body, flags },
      files: prepared.files,
      isRepeatable: false,
    });
  }

  async function send(to: Return, view: View, seenBy: SeenBy, texts: Texts): Promise<void> {
    const prepared = await messages.prepare(view, texts, to.guild);
    const announced = to.acknowledged === 'replaces' ? 'channel' : to.acknowledged;
    try {
      if (announced === seenBy) await replaceOriginal(to, prepared);
      else await sendBeside(to, prepared, seenBy);
    } catch (cause) {
      throw faultIn(cause);
    }
  }

  return async (to, view, seenBy, texts) => {
    if (clock.now() - madeAt(to.interaction) > TOKEN_LIFE) {
      throw new PlatformFault('Discord: the time to reply to this interaction is over', 'never');
    }
    const inText = withoutCharts(view);
    try {
      await send(to, view, seenBy, texts);
    } catch (cause) {
      if (inText === null || !isRefusal(cause)) throw cause;
      report('sending a chart', cause);
      await send(to, inText, seenBy, texts);
    }
  };
}

/** Discord took nothing of it, and would not take it again. */
const isRefusal = (cause: unknown): boolean =>
  cause instanceof PlatformFault && ['never', 'gone'].includes(cause.repeat);
