import type { BlockAction, ViewSubmitAction } from '@slack/bolt';
import { readCommandLine, type Sentence } from '../../chat/command-line.ts';
import type { Deed } from '../../chat/intent.ts';
import { decodePress, type Press } from '../../chat/press.ts';
import type { Texts } from '../../chat/texts/index.ts';
import type { FormName } from '../../chat/view.ts';
import { roundId } from '../../core/ids.ts';
import { IDS } from './ask.ts';
import { decodeAsk, type FormAsk } from './ask-code.ts';
import { UMBRELLA } from './command-names.ts';
import { type Errand, fieldId, INPUT, placeId } from './form.ts';
import { readQuizForm } from './quiz-form.ts';

/** What an event means, or what to say at once. */
export type Meaning =
  | { readonly kind: 'deed'; readonly deed: Deed }
  | { readonly kind: 'ask'; readonly ask: FormAsk }
  /** A quiz, from where there is no channel to hold it in. */
  | { readonly kind: 'quiz' }
  /** Nothing yet, such as a ticked box. */
  | { readonly kind: 'nothing' }
  /** Sent without a tick. */
  | { readonly kind: 'unticked' }
  | { readonly kind: 'misread'; readonly why: Sentence };

const NOTHING: Meaning = { kind: 'nothing' };
const does = (deed: Deed): Meaning => ({ kind: 'deed', deed });

/** @param command as Slack names it, `/daily`; its prefix is the workspace's affair */
export function readSlash(command: string, text: string, prefix: string): Meaning {
  const name = command.replace(/^\//, '');
  const bare = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  // Slack escapes what its members type, and puts links around what looks like an address.
  const bareText = text.replace(/<(?:https?|mailto):[^|>]*\|([^>]*)>/g, '$1');
  const words = bareText.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const line = name === UMBRELLA ? words.trim() || 'help' : `${bare} ${words}`;
  const read = readCommandLine(line, 'slack');
  return read.kind === 'misread' ? read : does(read);
}

/** What the pressed element says: it was written by us, and is still read as if by a stranger. */
export function readAction(body: BlockAction): Meaning {
  const [action] = body.actions;
  if (action?.type === 'static_select') return pressed(action.selected_option?.value);
  if (action?.type !== 'button') return NOTHING;
  const { action_id: id, value = '' } = action;
  switch (id) {
    case IDS.open: {
      const ask = decodeAsk(value);
      return ask ? { kind: 'ask', ask } : NOTHING;
    }
    case IDS.send:
      return ticksSent(value, body);
    default:
      if (id.startsWith(IDS.command)) return commanded(value);
      return id.startsWith(IDS.press) ? pressed(value) : NOTHING;
  }
}

function pressed(value: string | undefined): Meaning {
  const press = decodePress(value ?? '');
  return press ? does({ kind: 'press', press }) : NOTHING;
}

/** A button can say no more than its presser could type. */
function commanded(line: string): Meaning {
  const read = readCommandLine(line, 'slack');
  return read.kind === 'misread' ? NOTHING : does(read);
}

/** What stands in the inputs of a message or a form. */
type Values = ViewSubmitAction['view']['state']['values'];

function ticksSent(value: string, { state, view }: BlockAction): Meaning {
  // What is ticked in an App Home comes with its view.
  const values: Values = state?.values ?? view?.state?.values ?? {};
  const round = roundId.parse(value);
  if (!round) return NOTHING;
  const ticks = Object.values(values).flatMap((block) => block[IDS.ticks] ?? []);
  const picks = ticks
    .flatMap(({ selected_options }) => selected_options ?? [])
    .map(({ value }) => Number(value))
    .filter(Number.isSafeInteger)
    .sort((a, b) => a - b);
  if (picks.length === 0) return { kind: 'unticked' };
  return does({ kind: 'press', press: { kind: 'answer', round, picks: [...new Set(picks)] } });
}

/** A filled form, or what is wrong with it, by block. */
export type Filled =
  /** `channel` where the form asked for one; else it is the one that it was opened in. */
  | { readonly kind: 'deed'; readonly deed: Deed; readonly channel?: string }
  | { readonly kind: 'faulty'; readonly errors: Readonly<Record<string, string>> };

export function readForm(errand: Errand, values: Values, texts: Texts): Filled {
  if (errand.kind === 'answer') return readAnswer(errand.ask, values, texts);
  if (errand.kind === 'quiz') return readQuizForm(values, texts);
  const fields = Object.keys(values).filter((block) => block.startsWith(fieldId('')));
  const filled = fields.map((block) => [
    block.slice(fieldId('').length),
    values[block]?.[INPUT]?.value ?? '',
  ]);
  // The name came from a form of ours; a form of another version is refused by the feature.
  const form = errand.name as FormName;
  const deed = {
    kind: 'form',
    form,
    subject: errand.subject,
    values: Object.fromEntries(filled),
  } as const;
  return { kind: 'deed', deed };
}

function readAnswer(ask: FormAsk, values: Values, texts: Texts): Filled {
  const { round } = ask;
  const given = (count: number): string[] => places(count).map((at) => inputAt(values, at));
  switch (ask.kind) {
    case 'texts': {
      const written = given(ask.count).map((text) => text.trim());
      const empty = written.flatMap((text, at) => (text === '' ? [at] : []));
      if (empty.length > 0) return faulty(empty, texts.answerForm.empty);
      return {
        kind: 'deed',
        deed: { kind: 'answer', round, response: { kind: 'texts', texts: written } },
      };
    }
    case 'marks': {
      const marks = given(ask.statements.length).map((value) => value === '1');
      return { kind: 'deed', deed: { kind: 'answer', round, response: { kind: 'marks', marks } } };
    }
    case 'order':
    case 'match': {
      const chosen = given((ask.kind === 'order' ? ask.items : ask.lefts).length).map(Number);
      const twice = chosen.flatMap((place, at) => (chosen.indexOf(place) < at ? [at] : []));
      if (twice.length > 0) return faulty(twice, texts.answerForm.takenTwice);
      return {
        kind: 'deed',
        deed: { kind: 'answer', round, response: { kind: 'places', places: chosen } },
      };
    }
  }
}

const places = (count: number): number[] => [...Array(count).keys()];

function inputAt(values: Values, at: number): string {
  const input = values[placeId(at)]?.[INPUT];
  return input?.selected_option?.value ?? input?.value ?? '';
}

function faulty(at: readonly number[], why: string): Filled {
  return { kind: 'faulty', errors: Object.fromEntries(at.map((place) => [placeId(place), why])) };
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

/** Whether Slack has to be asked what the member may do. */
export function mayNeedRights(deed: Deed): boolean {
  if (deed.kind === 'answer') return false;
  return deed.kind !== 'press' || !FREE.has(deed.press.kind);
}

/** Whether questions follow in the channel, which takes more than an answer: the bot has to be in it. */
export function asksThere(deed: Deed): boolean {
  return deed.kind === 'command' && deed.command === 'quiz start';
}

/** A turned page takes the place of the one before, so that a leaderboard does not fill the channel. */
export function turnsPage(deed: Deed): boolean {
  return deed.kind === 'press' && deed.press.kind === 'board';
}
