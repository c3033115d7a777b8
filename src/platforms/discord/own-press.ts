import type { FormName, Input } from '../../chat/view.ts';
import { type RoundId, roundId } from '../../core/ids.ts';
import { LIMITS } from './limits.ts';

type Asks = Extract<Input, { kind: 'texts' }>['asks'];

/** What a control of this adapter alone means: it leads to an answer, or is a window to fill in. */
export type OwnPress =
  /** A menu of options. */
  | { readonly kind: 'choose'; readonly round: RoundId }
  /** Each opens a window; its submission carries the same. */
  | {
      readonly kind: 'write';
      readonly round: RoundId;
      readonly asks: Asks;
      readonly count: number;
      readonly unit: string | null;
    }
  | { readonly kind: 'mark' | 'order' | 'match'; readonly round: RoundId; readonly count: number }
  | { readonly kind: 'form'; readonly form: FormName; readonly subject: string | null };

const ASKS: Readonly<Record<string, Asks>> = {
  w: 'words',
  s: 'sentences',
  n: 'number',
  g: 'gaps',
};
const PLACED = { m: 'mark', o: 'order', p: 'match' } as const;
/** Every form there is: the compiler asks for a new one here. */
const FORMS: Readonly<Record<FormName, true>> = { 'daily-setup': true, 'daily-edit': true };

/** A custom_id that no press of the chat language begins like. */
export function encodeOwn(press: OwnPress): string {
  switch (press.kind) {
    case 'choose':
      return `~c.${press.round}`;
    case 'write':
      return `~w.${press.round}.${codeOf(ASKS, press.asks)}.${press.count}.${press.unit ?? ''}`;
    case 'mark':
    case 'order':
    case 'match':
      return `~${codeOf(PLACED, press.kind)}.${press.round}.${press.count}`;
    case 'form':
      return `~f.${press.form}.${press.subject ?? ''}`;
  }
}

function codeOf(codes: Readonly<Record<string, string>>, word: string): string {
  return Object.keys(codes).find((code) => codes[code] === word) ?? '';
}

/** Null for text that {@link encodeOwn} never writes. */
export function decodeOwn(text: string): OwnPress | null {
  if (text.length > LIMITS.customId || !text.startsWith('~')) return null;
  const [code = '', first = '', ...rest] = text.slice(1).split('.');
  const press = code === 'f' ? decodeForm(first, rest.join('.')) : decodeAsk(code, first, rest);
  return press && encodeOwn(press) === text ? press : null;
}

function decodeForm(name: string, subject: string): OwnPress | null {
  if (!Object.hasOwn(FORMS, name)) return null;
  return { kind: 'form', form: name as FormName, subject: subject || null };
}

function decodeAsk(code: string, first: string, rest: readonly string[]): OwnPress | null {
  const round = roundId.parse(first);
  if (!round) return null;
  if (code === 'c') return { kind: 'choose', round };
  if (code === 'w') return decodeWriting(round, rest);
  const kind = Object.hasOwn(PLACED, code) ? PLACED[code as keyof typeof PLACED] : null;
  const count = countIn(rest[0]);
  return kind && count !== null ? { kind, round, count } : null;
}

function decodeWriting(round: RoundId, [code = '', many, ...unit]: readonly string[]) {
  const asks = Object.hasOwn(ASKS, code) ? ASKS[code] : undefined;
  const count = countIn(many);
  if (!asks || count === null) return null;
  return { kind: 'write', round, asks, count, unit: unit.join('.') || null } as const;
}

/** As many as a window has rows. */
function countIn(text: string | undefined): number | null {
  return text !== undefined && /^[1-5]$/.test(text) ? Number(text) : null;
}
