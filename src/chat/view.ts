import type { Instant } from '../core/day.ts';
import type { DeckId, MemberId, RoundId } from '../core/ids.ts';
import type { Zone } from '../core/schedule.ts';
import type { Chart } from './chart.ts';
import type { Press } from './press.ts';

/** A stretch of text. A platform shows members and moments in its own way; plain strings are always inert. */
export type Inline =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'member'; readonly member: MemberId }
  | { readonly kind: 'moment'; readonly at: Instant; readonly zone: Zone };

export type Line = string | readonly Inline[];

/** How a view feels; a platform picks colour and emblem. */
export type Tone = 'question' | 'right' | 'partly' | 'wrong' | 'news' | 'refusal';

/** One option of a closed question: how many picked it, and whether it is the key. */
export interface Bar {
  readonly label: string;
  readonly count: number;
  readonly isKey: boolean;
}

export interface TableRow {
  readonly rank: number;
  readonly member: MemberId;
  readonly value: string;
  readonly isReader: boolean;
}

export type Block =
  | { readonly kind: 'text'; readonly line: Line }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'bars'; readonly bars: readonly Bar[]; readonly total: number }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] }
  /** A drawing of a deck; `file` is below the deck's folder. */
  | {
      readonly kind: 'picture';
      readonly deck: DeckId;
      readonly file: string;
      readonly alt: string;
    }
  /** Numbers drawn beside the text that says them: where it is not drawn, nothing is missing. */
  | { readonly kind: 'chart'; readonly chart: Chart; readonly alt: Line }
  /** A text to keep, such as an export; only in what one member alone sees. */
  | {
      readonly kind: 'file';
      /** Letters, digits, dots, hyphens and underscores, at most 100: good for a file's name anywhere. */
      readonly name: string;
      readonly mime: string;
      readonly text: string;
    };

/** What members are asked for; each platform takes it with its own means. */
export type Input =
  /** Options, shown with letters. */
  | {
      readonly kind: 'picks';
      readonly picks: 'one' | 'several';
      readonly options: readonly string[];
    }
  /** Statements, each true or false. */
  | { readonly kind: 'marks'; readonly statements: readonly string[] }
  /** Words of their own: one text, or one for each gap. */
  | {
      readonly kind: 'texts';
      readonly asks: 'words' | 'sentences' | 'number' | 'gaps';
      readonly count: number;
      /** Of a number. */
      readonly unit: string | null;
    }
  /** Items to put in order. */
  | { readonly kind: 'order'; readonly items: readonly string[] }
  /** A partner for each left, every right once. */
  | {
      readonly kind: 'match';
      readonly lefts: readonly string[];
      readonly rights: readonly string[];
    }
  /** A look at the answer and a word on how well it was known. */
  | { readonly kind: 'self' };

export type Ask = Input & { readonly round: RoundId };
export type PicksAsk = Extract<Ask, { kind: 'picks' }>;

export interface Action {
  readonly label: string;
  readonly press: Press;
}

/** What goes out, as data: a small tree that each platform draws with its own means. */
export interface View {
  readonly tone: Tone;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly ask: Ask | null;
  readonly actions: readonly Action[];
  /** Small print. */
  readonly footer: Line | null;
}

export type FormName = 'daily-setup' | 'daily-edit';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** What stands in it at first. */
  readonly value: string;
  /** Where it may be left empty. */
  readonly optional?: true;
}

/** Something to fill in; its submission comes back as an intent of kind `form`. */
export interface Form {
  readonly name: FormName;
  /** What the form is about, e.g. a daily's id; null where the name says all. */
  readonly subject: string | null;
  readonly title: string;
  readonly fields: readonly Field[];
}

export type SeenBy = 'only me' | 'channel';

/** What follows an intent at once. */
export type Reply =
  | { readonly kind: 'view'; readonly view: View; readonly seenBy: SeenBy }
  | { readonly kind: 'form'; readonly form: Form }
  /** Accepted; the answer comes by the intent's reply address. */
  | { readonly kind: 'later' }
  /** It was delivered before: whoever took it then answers it. */
  | { readonly kind: 'nothing' };

/** A view of text alone. */
export function textView(tone: Tone, title: string, ...lines: readonly Line[]): View {
  return {
    tone,
    title,
    blocks: lines.map((line) => ({ kind: 'text', line })),
    ask: null,
    actions: [],
    footer: null,
  };
}

/** The same in text alone; null where it has no chart. */
export function withoutCharts(view: View): View | null {
  const blocks = view.blocks.filter(({ kind }) => kind !== 'chart');
  return blocks.length === view.blocks.length ? null : { ...view, blocks };
}

/** `A`, `B` … for an option's place in its list. */
export function letterOf(option: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + option);
}
