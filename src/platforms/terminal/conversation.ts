import { setTimeout as elapsed } from 'node:timers/promises';
import type { Deed, Intent, Locale, Origin } from '../../chat/intent.ts';
import { textsFor } from '../../chat/texts/index.ts';
import {
  type Ask,
  type Form,
  type Reply,
  type Tone,
  textView,
  type View,
} from '../../chat/view.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Place } from '../../ports/platform.ts';
import { fillIn, formView } from './form.ts';
import { readLine } from './receive.ts';
import { replyAddress } from './reply-to.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';

export interface ConversationParts {
  readonly screen: Screen;
  readonly stage: Stage;
  readonly place: Place;
  readonly clock: Clock;
  readonly locale: Locale;
  readonly self: MemberId;
  readonly advance: (() => Promise<string>) | null;
  /** How long a later reply may take, in milliseconds of real time. */
  readonly confirmWithin: number;
  /** Names this run of the terminal in its events. */
  readonly run: string;
  /** Resolves when the next line may be read. */
  settled(): Promise<void>;
  /** The open question. */
  openAsk(): Ask | null;
  /** What stands before a line to be typed. */
  prompt(label: string): string;
  /** The view with its files written where the reader finds them. */
  kept(view: View): Promise<View>;
  receive(intent: Intent): Promise<Reply>;
}

/** The talk at the keyboard: one line after the other, each dealt with before the next is read. */
export interface Conversation {
  /** Resolves when somebody leaves, or when no more lines come and all are dealt with. */
  hold(): Promise<void>;
  /** Tells that the later reply to an event has been shown. */
  replied(event: string): void;
}

const UNCONFIRMED =
  "I can't confirm your answer yet; type it again, the first recorded one counts.";

export function conversation(parts: ConversationParts): Conversation {
  const { screen, stage } = parts;
  const say = (tone: Tone, sentence: string) => stage.notice(textView(tone, sentence));
  const awaited = awaitedReply(parts.confirmWithin);
  let isLeaving = false;
  let events = 0;

  async function hold(): Promise<void> {
    while (!isLeaving) {
      const line = await screen.ask(parts.prompt(stage.member()));
      if (line === null) return;
      await take(line).catch((fault: Error) => say('refusal', `That failed: ${fault.message}`));
      await parts.settled().catch(() => {});
    }
  }

  async function take(line: string): Promise<void> {
    const wish = readLine(line, {
      ask: stage.ask() ?? parts.openAsk(),
      actions: stage.actions(),
      texts: textsFor(parts.locale),
    });
    switch (wish.kind) {
      case 'nothing':
        return;
      case 'misread':
        return say('refusal', wish.why);
      case 'deed':
        if (wish.deed.kind === 'answer') stage.answered();
        return deliver(wish.deed);
      case 'be':
        return become(wish.member);
      case 'tomorrow':
        return advance();
      case 'quit':
        isLeaving = true;
    }
  }

  function become(member: MemberId): void {
    stage.become(member);
    const back = member === parts.self ? '' : ` /as ${parts.self} brings you back.`;
    say('news', `You are ${member} now.${back}`);
  }

  async function advance(): Promise<void> {
    if (parts.advance) say('news', await parts.advance());
    else say('refusal', '/tomorrow is only there when the terminal runs alone.');
  }

  async function deliver(deed: Deed): Promise<void> {
    const origin = originNow();
    // The worker may answer before `receive` has returned.
    const later = awaited.to(origin.event);
    const reply = await parts.receive({ ...origin, ...deed });
    switch (reply.kind) {
      case 'view':
        return stage.reply(origin.member, await parts.kept(reply.view), reply.seenBy);
      case 'form':
        return fill(reply.form);
      case 'nothing':
        return;
      case 'later':
        if (!(await later())) say('refusal', UNCONFIRMED);
    }
  }

  function originNow(): Origin {
    const { place, locale, self, clock, run } = parts;
    const member = stage.member();
    const event = `t-${run}-${++events}`;
    const replyTo = replyAddress({ event, member });
    const receivedAt = clock.now();
    const organiser = member === self;
    return { ...place, event, member, organiser, locale, receivedAt, replyTo, message: null };
  }

  async function fill(form: Form): Promise<void> {
    stage.notice(formView(form));
    const ask = (label: string) => screen.ask(parts.prompt(label));
    const filled = await fillIn(form, { ask, say: (sentence) => say('refusal', sentence) });
    const { name, subject } = form;
    if (filled.kind === 'quit') isLeaving = true;
    if (filled.kind !== 'filled') return;
    await deliver({ kind: 'form', form: name, subject, values: filled.values });
  }

  return { hold, replied: awaited.came };
}

/** Waits for the later reply to the latest event. */
function awaitedReply(patience: number) {
  let latest: { readonly event: string; readonly arrived: () => void } | null = null;
  return {
    /** Begins to listen; call the result to wait, which gives false after `patience`. */
    to(event: string): () => Promise<boolean> {
      const arrival = new Promise<boolean>((resolve) => {
        latest = { event, arrived: () => resolve(true) };
      });
      return async () => {
        const cancel = new AbortController();
        const tooLate = elapsed(patience, false, { signal: cancel.signal }).catch(() => false);
        return Promise.race([arrival, tooLate]).finally(() => cancel.abort());
      };
    },
    came(event: string): void {
      if (latest?.event === event) latest.arrived();
    },
  };
}
