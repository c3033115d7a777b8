import type { BlockAction, SlackShortcut, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import type { Deed, Intent } from '../../chat/intent.ts';
import type { Press } from '../../chat/press.ts';
import { textsFor } from '../../chat/texts/index.ts';
import { type Reply, textView } from '../../chat/view.ts';
import { MINUTE } from '../../core/day.ts';
import { channelId } from '../../core/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Shelf } from '../../ports/shelf.ts';
import { messageAddress, replyAddress, type Scene, sceneAt } from './addresses.ts';
import type { Clients } from './clients.ts';
import { type Meaning, readAction, readForm, readSlash } from './deeds.ts';
import { answerModal, formModal, readMetadata } from './form.ts';
import { type Heard, heardAction, heardCommand, heardForm, heardShortcut } from './heard.ts';
import { communityOf, memberOf } from './members.ts';
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
  report(doing: string, cause: unknown): void;
}

/** Slack delivers an event up to three more times within five minutes. */
const DELIVERIES = 15 * MINUTE;

export function createReception(options: ReceptionOptions): Reception {
  const { clients, people, replies, shelf, seal, clock, report } = options;
  const texts = textsFor('en');

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
    const [rights, locale] = mayNeedRights(deed)
      ? await Promise.all([people.rightsOf(scene), people.localeOf(team, user)])
      : (['member', 'en'] as const);
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
        return open(heard, formModal(reply.form, replyAddress(heard.scene, seal), texts));
      case 'later':
        return;
    }
  }

  async function open(
    { scene, trigger }: Heard,
    view: ReturnType<typeof formModal>,
  ): Promise<void> {
    if (trigger === null) return refuse(scene, texts.answerForm.tooLate);
    try {
      await clients.call(scene.team, 'views.open', (client) =>
        client.views.open({ trigger_id: trigger, view }),
      );
    } catch (cause) {
      report('opening a form', cause);
      await refuse(scene, texts.answerForm.tooLate);
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
        return open(heard, answerModal(meaning.ask, replyAddress(heard.scene, seal), texts));
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
      await attended('answering a press', () =>
        act(at(heardAction(body, clock.now())), readAction(body, texts)),
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

/** Presses of which everybody knows that any member may do them; Slack need not be asked who it was. */
const FREE: ReadonlySet<Press['kind']> = new Set([
  'answer',
  'self grade',
  'look',
  'hint',
  'board',
  'where am I',
  'share streak',
]);

function mayNeedRights(deed: Deed): boolean {
  if (deed.kind === 'answer') return false;
  return deed.kind !== 'press' || !FREE.has(deed.press.kind);
}

/** A turned page takes the place of the one before, so that a leaderboard does not fill the channel. */
function turnsPage(deed: Deed): boolean {
  return deed.kind === 'press' && deed.press.kind === 'board';
}
