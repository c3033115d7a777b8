import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { Texts } from '../../chat/texts/index.ts';
import { type Form, letterOf } from '../../chat/view.ts';
import { LIMITS } from './limits.ts';
import { encodeOwn, type OwnPress } from './own-press.ts';
import { cleaned, cut } from './text.ts';

/** A window to fill in. */
export type Modal = APIModalInteractionResponseCallbackData;

export type Opener = Exclude<OwnPress, { kind: 'choose' } | { kind: 'form' }>;

/** The letter or number of each line of a question, with its words; empty where they are not at hand. */
export type Items = ReadonlyMap<string, string>;

/** The window behind the Answer button of a question. */
export function askModal(press: Opener, items: Items, texts: Texts): Modal {
  const rows = Array.from({ length: press.count }, (_, at) => askRow(press, at, items, texts));
  return modal(texts.discord.title, encodeOwn(press), rows);
}

/** The window of a form. */
export function formModal(form: Form): Modal {
  const rows = form.fields.slice(0, LIMITS.modalRows).map(({ name, label, hint, value }) =>
    row(label, hint, {
      type: ComponentType.TextInput,
      custom_id: name,
      style: TextInputStyle.Short,
      required: false,
      ...(value === '' ? {} : { value: value.slice(0, LIMITS.inputValue) }),
    }),
  );
  return modal(form.title, encodeOwn({ ...form, kind: 'form', form: form.name }), rows);
}

type Row = Modal['components'][number];

function modal(title: string, custom_id: string, components: Row[]): Modal {
  return { title: cut(cleaned(title, 'one'), LIMITS.modalTitle) || '…', custom_id, components };
}

function row(label: string, description: string, component: APIComponentInLabel): Row {
  const shown = cut(cleaned(label, 'one'), LIMITS.label) || '…';
  const more = cut(cleaned(description, 'one'), LIMITS.labelDescription);
  const described = more === '' ? {} : { description: more };
  return { type: ComponentType.Label, label: shown, ...described, component };
}

function askRow(press: Opener, at: number, items: Items, texts: Texts): Row {
  const custom_id = String(at);
  const { place, partner } = texts.discord;
  switch (press.kind) {
    case 'write':
      return writingRow(press, at, texts);
    case 'mark': {
      const options = texts.truth.map((label, value) => ({ label, value: String(value) }));
      const letter = letterOf(at);
      const component = { type: ComponentType.RadioGroup, custom_id, required: true, options };
      return row(letter, items.get(letter) ?? '', component as APIComponentInLabel);
    }
    case 'order':
      return row(place(at + 1), '', menu(custom_id, press.count, items));
    case 'match': {
      const left = items.get(String(at + 1));
      const component = menu(custom_id, press.count, items);
      return row(left ? `${at + 1} · ${left}` : partner(at + 1), '', component);
    }
  }
}

function menu(custom_id: string, count: number, items: Items): APIComponentInLabel {
  const options = Array.from({ length: count }, (_, at) => {
    const letter = letterOf(at);
    const words = items.get(letter);
    const label = cut(words ? `${letter} · ${words}` : letter, LIMITS.menuLabel);
    return { label, value: String(at) };
  });
  return { type: ComponentType.StringSelect, custom_id, required: true, options };
}

function writingRow(press: Extract<Opener, { kind: 'write' }>, at: number, texts: Texts): Row {
  const { inWords, inSentences, inNumbers, gap } = texts.discord;
  const labels = {
    words: inWords,
    sentences: inSentences,
    number: inNumbers(press.unit),
    gaps: gap(at + 1),
  };
  return row(labels[press.asks], '', {
    type: ComponentType.TextInput,
    custom_id: String(at),
    style: press.asks === 'sentences' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: true,
    max_length: LIMITS.answer,
  });
}
