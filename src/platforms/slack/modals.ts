import type { types } from '@slack/bolt';
import type { Deed } from '../../chat/intent.ts';
import type { Texts } from '../../chat/texts/index.ts';
import { type Form, type Reply, textView } from '../../chat/view.ts';
import { replyAddress, type Scene, sceneAt } from './addresses.ts';
import type { FormAsk } from './ask-code.ts';
import type { Clients } from './clients.ts';
import { formAsTyped, type Naming, viewAsTyped } from './command-names.ts';
import { readForm } from './deeds.ts';
import { mention } from './draw.ts';
import { answerModal, formModal, readMetadata, withPreview } from './form.ts';
import type { Heard, OpenForm } from './heard.ts';
import type { People } from './people.ts';
import { quizModal } from './quiz-form.ts';
import { viewBlocks } from './render.ts';
import type { Replies } from './replies.ts';
import type { Seal } from './seal.ts';
import { NO_PICTURES } from './uploads.ts';

/** Windows that members fill in. */
export interface Modals {
  /** The form of a question that buttons cannot answer. */
  ask(heard: Heard, ask: FormAsk): Promise<void>;
  form(heard: Heard, form: Form): Promise<void>;
  /** Asks for the channel of a quiz. */
  quiz(heard: Heard): Promise<void>;
  /** What a form would do as it is filled in, shown in the form. */
  preview(heard: Heard, form: OpenForm): Promise<void>;
}

interface ModalsOptions {
  readonly clients: Clients;
  readonly people: People;
  readonly replies: Replies;
  readonly seal: Seal;
  readonly naming: Naming;
  textsIn(scene: Scene): Texts;
  /** What follows a deed. */
  follow(heard: Heard, deed: Deed): Promise<Reply>;
  report(doing: string, cause: unknown): void;
}

/** Blocks of a preview. */
const MOST_PREVIEWED = 10;

export function createModals(options: ModalsOptions): Modals {
  const { clients, people, replies, seal, naming, textsIn, report } = options;

  async function open({ scene, trigger }: Heard, view: types.ModalView): Promise<void> {
    if (trigger === null) return tooLate(scene);
    try {
      await clients.call(scene.team, 'views.open', (client) =>
        client.views.open({ trigger_id: trigger, view }),
      );
    } catch (cause) {
      report('opening a form', cause);
      await tooLate(scene);
    }
  }

  function tooLate(scene: Scene): Promise<void> {
    return replies.reply(scene, textView('refusal', textsIn(scene).answerForm.tooLate), 'only me');
  }

  return {
    ask: (heard, ask) =>
      open(heard, answerModal(ask, replyAddress(heard.scene, seal), textsIn(heard.scene))),
    async form(heard, form) {
      const { scene } = heard;
      const texts = textsIn(scene);
      const note = (await people.isWelcome(scene.team, scene.channel)) ? null : texts.slack.invite;
      const typed = formAsTyped(form, naming);
      return open(heard, formModal(typed, replyAddress(scene, seal), texts, note));
    },
    quiz(heard) {
      const { scene } = heard;
      const { locale = '' } = scene;
      return open(heard, quizModal(replyAddress(scene, seal), textsIn(scene), locale));
    },
    async preview(heard, { id, hash, shown }) {
      const read = readMetadata(shown.private_metadata);
      const opened = read && sceneAt(read.circumstances, seal);
      if (!opened || read.errand.kind !== 'form') return;
      const texts = textsIn(opened);
      const filled = readForm(read.errand, shown.state?.values ?? {}, texts);
      if (filled.kind !== 'deed' || filled.deed.kind !== 'form') return;
      const { user, userTeam } = heard.scene;
      const there = { ...heard, scene: { ...opened, user, userTeam } };
      const reply = await options.follow(there, { ...filled.deed, onlyPreview: true });
      if (reply.kind !== 'view') return;
      const typed = viewAsTyped(reply.view, naming);
      const blocks = viewBlocks(typed, MOST_PREVIEWED, mention, texts, NO_PICTURES);
      await clients.call(opened.team, 'views.update', (client) =>
        client.views.update({ view_id: id, hash, view: withPreview(shown, blocks) }),
      );
    },
  };
}
