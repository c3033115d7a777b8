import { type APIModalSubmitInteraction, ComponentType } from 'discord.js';
import type { Deed } from '../../chat/intent.ts';
import type { Response } from '../../core/card.ts';
import type { Opener } from './modal.ts';
import type { OwnPress } from './own-press.ts';

/** What was filled in, understood or with the reason why not. */
export type Submitted =
  | { readonly kind: 'deed'; readonly deed: Deed }
  | { readonly kind: 'refused'; readonly why: 'unreadable' | 'each once' };

type Rows = APIModalSubmitInteraction['data']['components'];

/** Reads a window of ours by the id that it carries back. */
export function submission(own: Exclude<OwnPress, { kind: 'choose' }>, rows: Rows): Submitted {
  const values = valuesIn(rows);
  if (own.kind === 'form') {
    const { form, subject } = own;
    const deed = { kind: 'form', form, subject, values: Object.fromEntries(values) } as const;
    return { kind: 'deed', deed };
  }
  const given = Array.from({ length: own.count }, (_, at) => values.get(String(at)));
  if (given.some((value) => value === undefined)) return { kind: 'refused', why: 'unreadable' };
  return answered(own, given as string[]);
}

/** By the custom_id of each field. */
function valuesIn(rows: Rows): Map<string, string> {
  const values = new Map<string, string>();
  for (const row of rows) {
    if (row.type !== ComponentType.Label) continue;
    const field: { custom_id?: string; value?: unknown; values?: unknown } = row.component;
    const value = field.value ?? (Array.isArray(field.values) ? field.values[0] : undefined);
    if (field.custom_id !== undefined && typeof value === 'string') {
      values.set(field.custom_id, value);
    }
  }
  return values;
}

function answered(press: Opener, given: readonly string[]): Submitted {
  if (press.kind === 'write') return answer(press, { kind: 'texts', texts: given });
  const places = given.map((value) => (/^\d$/.test(value) ? Number(value) : Number.NaN));
  const most = press.kind === 'mark' ? 2 : press.count;
  if (!places.every((place) => place < most)) return { kind: 'refused', why: 'unreadable' };
  if (press.kind === 'mark') {
    return answer(press, { kind: 'marks', marks: places.map((place) => place === 0) });
  }
  if (new Set(places).size < places.length) return { kind: 'refused', why: 'each once' };
  return answer(press, { kind: 'places', places });
}

function answer({ round }: Opener, response: Response): Submitted {
  return { kind: 'deed', deed: { kind: 'answer', round, response } };
}
