import {
  type AskedBoard,
  type AskedSpan,
  MEASURES,
  parseDates,
  SCOPES,
} from '../core/asked-board.ts';
import { type Day, parseDay } from '../core/day.ts';
import { memberId } from '../core/ids.ts';
import type { Score } from '../core/standings.ts';

/** The buttons under a leaderboard. They name its span by its days, so that they stay with it when the week turns. */
export type BoardPress =
  /** The rows on one side of one that was shown last: whatever changed since, none comes twice and none is lost. */
  | ({
      readonly kind: 'standings';
      readonly asked: AskedBoard;
      readonly turn: 'after' | 'before';
    } & Score)
  | { readonly kind: 'my standing'; readonly asked: AskedBoard };

const compact = (day: Day): string => day.replaceAll('-', '');

function dayOf(text: string): Day | null {
  return /^\d{8}$/.test(text)
    ? parseDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
    : null;
}

function writeSpan(span: AskedSpan): string {
  switch (span.kind) {
    case 'week':
      return `w${compact(span.day)}`;
    case 'month':
      return `m${compact(span.day)}`;
    case 'term':
    case 'all':
      return span.kind;
    case 'dates':
      return `d${compact(span.first)}-${compact(span.last)}`;
  }
}

function readSpan(text: string): AskedSpan | null {
  if (text === 'term' || text === 'all') return { kind: text };
  const [first, last] = text.slice(1).split('-').map(dayOf);
  if (!first) return null;
  if (text.startsWith('w')) return { kind: 'week', day: first };
  if (text.startsWith('m')) return { kind: 'month', day: first };
  const dates = last ? parseDates(`${first}..${last}`) : 'no dates';
  return typeof dates === 'string' ? null : { kind: 'dates', ...dates };
}

/** A span, and two digits for what counts and whose. */
function writeAsked({ span, by, scope }: AskedBoard): string {
  return `${writeSpan(span)}.${MEASURES.indexOf(by)}${SCOPES.indexOf(scope)}`;
}

function readAsked(spanText: string, kind: string): AskedBoard | null {
  const span = readSpan(spanText);
  const [by, scope] = [MEASURES[Number(kind[0])], SCOPES[Number(kind[1])]];
  return span && by && scope ? { span, by, scope } : null;
}

const TURNS = { after: 'n', before: 'p' } as const;

export function encodeBoardPress(press: BoardPress): string {
  const asked = writeAsked(press.asked);
  if (press.kind === 'my standing') return `m.${asked}`;
  return `t.${asked}.${TURNS[press.turn]}.${press.value}.${press.member}`;
}

/** The press that a text may mean; null where it can be none. The caller writes it again to compare. */
export function decodeBoardPress(text: string): BoardPress | null {
  const [code, span = '', kind = '', turned = '', value = '', name = ''] = text.split('.');
  const asked = readAsked(span, kind);
  if (!asked) return null;
  if (code === 'm') return { kind: 'my standing', asked };
  const member = memberId.parse(name);
  if (code !== 't' || !member) return null;
  return {
    kind: 'standings',
    asked,
    turn: turned === TURNS.after ? 'after' : 'before',
    value: Number(value),
    member,
  };
}
