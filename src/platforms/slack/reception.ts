import type { BlockAction, SlackShortcut, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import type { Deed, Intent } from '../../chat/intent.ts';
import { textsFor } from '../../chat/texts/index.ts';
import { type Reply, textView } from '../../chat/view.ts';
import { MINUTE } from '../../core/day.ts';
import { channelId } from '../../core/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Shelf } from '../../ports/shelf.ts';
import { messageAddress, replyAddress, type Scene, sceneAt } from './addresses.ts';
import type { Clients } from './clients.ts';
import {
  type Meaning,
  mayNeedRights,
  readAction,
  readForm,
  readSlash,
  turnsPage,
} from './deeds.ts';
import { readMetadata } from './form.ts';
import {
  type Heard,
  heardAction,
  heardCommand,
  heardForm,
  heardShortcut,
  openForm,
} from './heard.ts';
import { communityOf, memberOf } from './members.ts';
import { createModals } from './modals.ts';
import type { People } from './people.ts';
import type { Replies } from './replies.ts';
import type { Seal } from './seal.ts';
import { shortcutDeed } from './shortcuts.ts';

/** Answers Slack that an event has arrived. */
type Acknowledge<Answer = void> = (answer?: Answer) => Promise<void>;

/** Errors of a form, by block: Slack keeps it open and shows them. */
interface FormErrors {
  readonly response_action: 'errors';
  readonly errors: Record<string, string>;
}

/** What comes in from members. Everything is acknowledged before anything else is done, and nothing throws. */
export interface Reception {
  command(body: SlashCommand, ack: Acknowledge): Promise<void>;
  action(body: BlockAction, ack: Acknowledge): Promise<void>;
  form(body: ViewSubmitAction, ack: Acknowledge<FormErrors>): Promise<void>;
  shortcut(body: SlackShortcut, ack: Acknowledge): Promise<void>;
}

export interface ReceptionOptions {
  readonly clients: Clients;
  readonly people: People;
  readonly replies: Replies;
  readonly shelf: Shelf;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly prefix: string;
  /** The workspace of the community that an event of `team` belongs to. */
  homeOf(team: string): string;
  receive(intent: Intent): Promise<Reply>;
  /** Something was done in a member's App Home. */
  refresh(scene: Scene): Promise<void>;
  report(doing: string, cause: unknown): void;
}

/** Slack delivers an event up to three more times within five minutes. */
const DELIVERIES = 15 * MINUTE;

export function createReception(options: ReceptionOptions): Reception {
  const { people, replies, shelf, seal, clock, report } = options;
  const texts = textsFor('en');
  const modals = createModals({
    ...options,
    follow: async (heard, deed) => options.receive(await intentOf(heard, deed)),
  });

  const at = (heard: Heard): Heard => {
    const scene = { ...heard.scene, team: options.homeOf(heard.scene.team) };
    return { ...heard, scene };
  };

  /** The first delivery of an event. Without the store nobody knows, and it goes on: the features know their own keys. */
  async function isFirst({ scene, event }: Heard): Promise<boolean> {
    try {
      return (await shelf.claim(`event:${scene.team}:${event}`, DELIVERIES)) !== null;
    } catch (cause) {
      report('looking for an earlier delivery', cause);
      return true;
    }
  }

  async function intentOf({ scene, event, at }: Heard, deed: Deed): Promise<Intent> {
    const { team, user, channel, message } = scene;
    const [rights, locale] = await Promise.all([
      mayNeedRights(deed) ? people.rightsOf(scene) : 'member',
      people.localeOf(team, user),
    ]);
    return {
      event,
      community: communityOf(team),
      channel: channelId.of(channel),
      member: memberOf(scene),
      organiser: rights === 'organiser',
      ...(rights === 'stranger' ? { stranger: true } : {}),
      locale,
      receivedAt: at,
      replyTo: replyAddress(scene, seal),
      message: message === null ? null : messageAddress({ team, channel, ts: message }),
      ...deed,
    };
  }

  async function follow(heard: Heard, deed: Deed): Promise<void> {
    const reply = await options.receive(await intentOf(heard, deed));
    switch (reply.kind) {
      case 'view':
        return replies.reply(heard.scene, reply.view, reply.seenBy, turnsPage(deed));
      case 'form':
        return modals.form(heard, reply.form);
      case 'later':
        return;
    }
  }

  function refuse(scene: Scene, why: string): Promise<void> {
    return replies.reply(scene, textView('refusal', why), 'only me');
  }

  async function act(heard: Heard, meaning: Meaning): Promise<void> {
    if (meaning.kind === 'nothing' || !(await isFirst(heard))) return;
    switch (meaning.kind) {
      case 'deed':
        return follow(heard, meaning.deed);
      case 'ask':
        return modals.ask(heard, meaning.ask);
      case 'misread':
        return refuse(heard.scene, meaning.why);
    }
  }

  /** What goes wrong after the acknowledgement is told to the operator: nobody else waits for it. */
  async function attended(doing: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      report(doing, cause);
    }
  }

  return {
    async command(body, ack) {
      await attended('acknowledging a command', ack);
      await attended('answering a command', () =>
        act(
          at(heardCommand(body, clock.now())),
          readSlash(body.command, body.text ?? '', options.prefix),
        ),
      );
    },
    async action(body, ack) {
      await attended('acknowledging a press', ack);
      const form = openForm(body);
      if (form !== null) {
        return attended('previewing a form', () =>
          modals.preview(at(heardAction(body, clock.now())), form),
        );
      }
      await attended('answering a press', () =>
        act(at(heardAction(body, clock.now())), readAction(body, texts)),
      );
      await attended('drawing an App Home', () =>
        options.refresh(at(heardAction(body, clock.now())).scene),
      );
    },
    async shortcut(body, ack) {
      await attended('acknowledging a shortcut', ack);
      await attended('answering a shortcut', async () => {
        const deed = shortcutDeed(body);
        if (deed) await act(at(heardShortcut(body, clock.now())), { kind: 'deed', deed });
      });
    },
    async form(body, ack) {
      const metadata = readMetadata(body.view.private_metadata);
      const opened = metadata && sceneAt(metadata.circumstances, seal);
      const filled = metadata && readForm(metadata.errand, body.view.state.values, texts);
      if (filled?.kind === 'faulty') {
        const errors: FormErrors = { response_action: 'errors', errors: { ...filled.errors } };
        return attended('refusing a form', () => ack(errors));
      }
      await attended('acknowledging a form', ack);
      if (!opened || !filled) return report('reading a form', 'it was not made with this key');
      await attended('answering a form', () => act(heardForm(body, opened, clock.now()), filled));
    },
  };
}
