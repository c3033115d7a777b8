import type { BlockAction, SlackShortcut, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import type { Deed, Intent } from '../../chat/intent.ts';
import type { Texts } from '../../chat/texts/index.ts';
import { type Reply, textView } from '../../chat/view.ts';
import { MINUTE } from '../../core/day.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Shelf } from '../../ports/shelf.ts';
import { type Scene, sceneAt } from './addresses.ts';
import type { Clients } from './clients.ts';
import type { Naming } from './command-names.ts';
import { asksThere, type Meaning, readAction, readForm, readSlash, turnsPage } from './deeds.ts';
import { readMetadata } from './form.ts';
import {
  type Heard,
  heardAction,
  heardCommand,
  heardForm,
  heardShortcut,
  openForm,
} from './heard.ts';
import { spoken } from './intents.ts';
import { createModals } from './modals.ts';
import type { People } from './people.ts';
import type { Replies } from './replies.ts';
import type { Seal } from './seal.ts';
import { readShortcut } from './shortcuts.ts';

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
  textsIn(scene: Pick<Scene, 'locale'>): Texts;
  readonly people: People;
  readonly replies: Replies;
  readonly shelf: Shelf;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly prefix: string;
  readonly naming: Naming;
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
  const { textsIn, people, replies, shelf, seal, clock, report } = options;
  const modals = createModals({
    ...options,
    follow: async (heard, deed) => options.receive((await spoken(options, heard, deed)).intent),
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

  async function follow(given: Heard, deed: Deed): Promise<void> {
    const { heard, intent } = await spoken(options, given, deed);
    const { scene } = heard;
    if (asksThere(deed) && (await people.isAway(scene.team, scene.channel))) {
      return refuse(scene, textsIn(scene).slack.invite);
    }
    const reply = await options.receive(intent);
    switch (reply.kind) {
      case 'view':
        return replies.reply(scene, reply.view, reply.seenBy, turnsPage(deed));
      case 'form':
        return modals.form(heard, reply.form);
      case 'later':
      case 'nothing':
        return;
    }
  }

  function refuse(scene: Scene, why: string): Promise<void> {
    return replies.reply(scene, textView('refusal', why), 'only me');
  }

  async function act(heard: Heard, meaning: Meaning): Promise<void> {
    if (meaning.kind === 'nothing' || !(await isFirst(heard))) return;
    if (meaning.kind === 'deed') return follow(heard, meaning.deed);
    const { team, user } = heard.scene;
    const scene = { ...heard.scene, locale: await people.localeOf(team, user) };
    switch (meaning.kind) {
      case 'ask':
        return modals.ask({ ...heard, scene }, meaning.ask);
      case 'quiz':
        return modals.quiz({ ...heard, scene });
      case 'misread':
        return refuse(scene, meaning.why(textsIn(scene)));
      case 'unticked':
        return refuse(scene, textsIn(scene).answerForm.nothingChosen);
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
        act(at(heardAction(body, clock.now())), readAction(body)),
      );
      await attended('drawing an App Home', () =>
        options.refresh(at(heardAction(body, clock.now())).scene),
      );
    },
    async shortcut(body, ack) {
      await attended('acknowledging a shortcut', ack);
      await attended('answering a shortcut', () =>
        act(at(heardShortcut(body, clock.now())), readShortcut(body)),
      );
    },
    async form(body, ack) {
      const metadata = readMetadata(body.view.private_metadata);
      const opened = metadata && sceneAt(metadata.circumstances, seal);
      const { values } = body.view.state;
      const filled = opened && readForm(metadata.errand, values, textsIn(opened));
      if (filled?.kind === 'faulty') {
        const errors: FormErrors = { response_action: 'errors', errors: { ...filled.errors } };
        return attended('refusing a form', () => ack(errors));
      }
      await attended('acknowledging a form', ack);
      if (!opened || !filled) return report('reading a form', 'it was not made with this key');
      await attended('answering a form', () =>
        act(heardForm(body, placed(opened, filled.channel), clock.now()), filled),
      );
    },
  };
}

/** The scene in the channel that a form asked for. */
function placed(opened: Scene, channel: string | undefined): Scene {
  if (channel === undefined) return opened;
  return { ...opened, channel, thread: null, message: null, responseUrl: null };
}
