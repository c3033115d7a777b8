import { type Field, type Form, textView, type View } from '../../chat/view.ts';

/** How a form ended. */
export type Filled =
  | { readonly kind: 'filled'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'left' }
  /** Left, and the terminal with it. */
  | { readonly kind: 'quit' };

interface Asking {
  /** The line typed after a label; null when no more come. */
  ask(label: string): Promise<string | null>;
  say(sentence: string): void;
}

/** Asks for one field after the other; an empty line keeps what stands in it. */
export async function fillIn(form: Form, asking: Asking): Promise<Filled> {
  const values: Record<string, string> = {};
  for (const field of form.fields) {
    const typed = await valueFor(field, asking);
    if (typed === null || typed === '/cancel') {
      asking.say('You left the form; nothing has changed.');
      return { kind: 'left' };
    }
    if (typed === '/quit') return { kind: 'quit' };
    values[field.name] = typed || field.value;
  }
  return { kind: 'filled', values };
}

/** What was typed for a field, `/cancel`, `/quit`, or null at the end of the input. */
async function valueFor(field: Field, { ask, say }: Asking): Promise<string | null> {
  for (;;) {
    const typed = (await ask(labelOf(field)))?.trim() ?? null;
    if (!typed?.startsWith('/') || typed === '/cancel' || typed === '/quit') return typed;
    say('A form is open: type a value, or /cancel to leave it.');
  }
}

function labelOf({ label, value }: Field): string {
  return value ? `${label} [${value}]` : label;
}

/** What to know before the first field. */
export function formView({ title, fields }: Form): View {
  const how =
    'Type each value, or only Enter to keep the one in brackets. /cancel leaves the form.';
  const items = fields.filter(({ hint }) => hint).map(({ label, hint }) => `${label}: ${hint}`);
  const view = textView('question', title, how);
  return { ...view, blocks: [...view.blocks, { kind: 'list', items }] };
}
