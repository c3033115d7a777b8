import type { types, ViewSubmitAction } from '@slack/bolt';
import type { Texts } from '../../chat/texts/index.ts';
import type { Field, Form } from '../../chat/view.ts';
import { letterOf } from '../../chat/view.ts';
import { IDS } from './ask.ts';
import { decodeAsk, encodeAsk, type FormAsk } from './ask-code.ts';
import type { Blocks } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { plain } from './text.ts';

/** What a form is for, kept in it while it is filled in. */
export type Errand =
  | { readonly kind: 'answer'; readonly ask: FormAsk }
  | { readonly kind: 'quiz' }
  | { readonly kind: 'form'; readonly name: string; readonly subject: string | null };

/** The one action of every input; its block tells which it is. */
export const INPUT = 'input';

/**
 * A form as a modal. `circumstances` come back with the submission as they are.
 * @param note stands above the fields; null: nothing does
 */
export function formModal(
  form: Form,
  circumstances: string,
  texts: Texts,
  note: string | null = null,
): types.ModalView {
  const errand: Errand = { kind: 'form', name: form.name, subject: form.subject };
  const above: Blocks = note === null ? [] : [{ type: 'section', text: plain(note, LIMITS.label) }];
  const blocks = [...above, ...form.fields.map(fieldBlock), previewButton(texts)];
  return modal(form.title, errand, circumstances, blocks, texts);
}

function previewButton({ slack }: Texts): types.ActionsBlock {
  const text = plain(slack.preview, LIMITS.buttonText);
  const button: types.Button = { type: 'button', text, action_id: IDS.preview, value: 'preview' };
  return { type: 'actions', block_id: IDS.preview, elements: [button] };
}

/** A modal as Slack hands it back. */
export type ShownModal = Pick<types.ModalView, 'title' | 'submit' | 'close' | 'blocks'> & {
  readonly private_metadata: string;
  readonly callback_id: string;
  /** What is filled in so far. */
  readonly state?: { readonly values: ViewSubmitAction['view']['state']['values'] };
};

/** The same modal, with a preview at its end; what was filled in stays. */
export function withPreview(shown: ShownModal, preview: Blocks): types.ModalView {
  const { title, submit, close, private_metadata, callback_id } = shown;
  const end = shown.blocks.findIndex(({ block_id }) => block_id === IDS.preview);
  const blocks = [...shown.blocks.slice(0, end + 1), ...preview].slice(0, LIMITS.viewBlocks);
  const buttons = { ...(submit && { submit }), ...(close && { close }) };
  return { type: 'modal', title, ...buttons, private_metadata, callback_id, blocks };
}

/** The form of a question that buttons cannot answer. */
export function answerModal(ask: FormAsk, circumstances: string, texts: Texts): types.ModalView {
  const errand: Errand = { kind: 'answer', ask };
  return modal(texts.answerForm.title, errand, circumstances, answerBlocks(ask, texts), texts);
}

/** A modal with a button that sends it. */
export function modal(
  title: string,
  errand: Errand,
  circumstances: string,
  blocks: Blocks,
  { answerForm }: Texts,
): types.ModalView {
  return {
    type: 'modal',
    callback_id: errand.kind,
    title: plain(title, LIMITS.viewTitle),
    submit: plain(answerForm.send, LIMITS.viewButton),
    close: plain(answerForm.cancel, LIMITS.viewButton),
    private_metadata: encodeMetadata(errand, circumstances),
    blocks: blocks.slice(0, LIMITS.viewBlocks),
  };
}

/** Slack keeps 3000 characters with a form: texts of the question are left out before anything else. */
function encodeMetadata(errand: Errand, circumstances: string): string {
  const whole = JSON.stringify([errand, circumstances]);
  if (whole.length <= LIMITS.privateMetadata || errand.kind !== 'answer') return whole;
  const ask = JSON.parse(
    JSON.stringify(errand.ask, (_, v) => (typeof v === 'string' ? v.slice(0, 24) : v)),
  );
  return JSON.stringify([{ ...errand, ask }, circumstances]);
}

/** Null for what {@link modal} never writes. */
export function readMetadata(text: string): { errand: Errand; circumstances: string } | null {
  try {
    const [errand, circumstances]: [Errand, unknown] = JSON.parse(text);
    if (typeof circumstances !== 'string') return null;
    if (errand.kind !== 'answer') return { errand, circumstances };
    const ask = decodeAsk(encodeAsk(errand.ask));
    return ask && { errand: { kind: 'answer', ask }, circumstances };
  } catch {
    return null;
  }
}

/** Where a field's value stands in a submission. */
export const fieldId = (name: string): string => `field-${name}`;

function fieldBlock({ name, label, hint, value }: Field): types.InputBlock {
  return {
    type: 'input',
    block_id: fieldId(name),
    label: plain(label, LIMITS.label),
    // What is missing is told by the feature, in the same words on every platform.
    optional: true,
    ...(hint === '' ? {} : { hint: plain(hint, LIMITS.label) }),
    element: {
      type: 'plain_text_input',
      action_id: INPUT,
      ...(value === '' ? {} : { initial_value: value.slice(0, LIMITS.typed) }),
    },
  };
}

/** Where the answer to a place of the ask stands in a submission. */
export const placeId = (at: number): string => `place-${at}`;

function answerBlocks(ask: FormAsk, texts: Texts): Blocks {
  const { answerForm } = texts;
  switch (ask.kind) {
    case 'marks':
      return ask.statements.map((statement, at) => {
        const options = texts.truth.map((word, mark) => option(word, mark === 0 ? 1 : 0));
        const element = { type: 'radio_buttons', action_id: INPUT, options } as const;
        return input(at, `${letterOf(at)}   ${statement}`, element);
      });
    case 'order':
      return ask.items.map((_, at) =>
        input(at, answerForm.place(at + 1), menu(ask.items, answerForm.choose)),
      );
    case 'match':
      return ask.lefts.map((left, at) =>
        input(at, `${at + 1}   ${left}`, menu(ask.rights, answerForm.choose)),
      );
    case 'texts':
      return Array.from({ length: ask.count }, (_, at) =>
        input(at, labelOf(ask, at, texts), {
          type: 'plain_text_input',
          action_id: INPUT,
          multiline: ask.asks === 'sentences',
          max_length: 1_000,
        }),
      );
  }
}

function labelOf(ask: Extract<FormAsk, { kind: 'texts' }>, at: number, texts: Texts): string {
  const { answerForm } = texts;
  switch (ask.asks) {
    case 'words':
      return answerForm.words;
    case 'sentences':
      return answerForm.sentences;
    case 'number':
      return answerForm.number(ask.unit);
    case 'gaps':
      return answerForm.gap(at + 1);
  }
}

function input(at: number, label: string, element: types.InputBlockElement): types.InputBlock {
  return { type: 'input', block_id: placeId(at), label: plain(label, LIMITS.label), element };
}

function menu(items: readonly string[], placeholder: string): types.StaticSelect {
  return {
    type: 'static_select',
    action_id: INPUT,
    placeholder: plain(placeholder, LIMITS.placeholder),
    options: items.map((item, at) => option(`${letterOf(at)}   ${item}`, at)),
  };
}

function option(text: string, value: number): types.PlainTextOption {
  return { text: plain(text, LIMITS.optionText), value: String(value) };
}
