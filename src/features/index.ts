import type { FormIntent, Intent } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import { type Reply, textView } from '../chat/view.ts';
import { SECOND } from '../core/day.ts';
import { QueueAway } from '../ports/queue.ts';
import { StoreAway } from '../ports/store.ts';
import { type Admission, createAdmission } from './allowances.ts';
import { takeAnswer } from './answer.ts';
import { noteDeed } from './audited.ts';
import type { DailyParts } from './daily.ts';
import { dailyFormFilled } from './daily-setup.ts';
import { followCommand } from './follow-command.ts';
import { followPress } from './follow-press.ts';
import { formPreview } from './form-preview.ts';
import { isOrder } from './orders.ts';
import { withAppointment } from './organisers.ts';
import { organisersOnly } from './organisers-only.ts';
import type { Parts } from './parts.ts';
import { createPlanner } from './plan.ts';
import type { SettingsDaily } from './settings-dailies.ts';

/** The conversations: what follows each intent. Always resolves; a fault becomes a sentence and a report. */
export function createConversations(parts: DailyParts): (intent: Intent) => Promise<Reply> {
  const admit = createAdmission(parts.allowances);
  return async (intent) => {
    const admission = admit(intent, parts.clock.now());
    if (admission.kind !== 'admitted') return notNow(intent, admission);
    try {
      const reply = await follow(parts, intent);
      await noteDeed(parts, intent, reply);
      return reply;
    } catch (cause) {
      return apology(parts, intent, cause);
    }
  };
}

/** The parts with the planner that the orders need, and the dailies of the settings file. */
export function withPlanner(
  parts: Parts,
  settingsDailies: readonly SettingsDaily[] = [],
): DailyParts {
  return { ...parts, settingsDailies, planner: createPlanner(parts) };
}

async function follow(parts: DailyParts, received: Intent): Promise<Reply> {
  // An answer knows its own event, and whatever only shows may be shown twice.
  if (isOrder(received)) {
    const { community, event } = received;
    const isFirst = await parts.store.deliveries.isFirst(community, event);
    if (!isFirst) return { kind: 'nothing' };
  }
  const intent = await withAppointment(parts, received);
  switch (intent.kind) {
    case 'command':
      return followCommand(parts, intent);
    case 'press':
      return followPress(parts, intent);
    case 'answer':
      return takeAnswer(parts, intent, intent.round, intent.response);
    case 'form':
      return form(parts, intent);
  }
}

/** Said without asking the store or the queue for anything. */
function notNow({ locale }: Intent, admission: Exclude<Admission, { kind: 'admitted' }>): Reply {
  if (admission.kind === 'too fast' && admission.isTold) return { kind: 'nothing' };
  const { refusal, allowances } = textsFor(locale);
  const sentence =
    admission.kind === 'crowded'
      ? allowances.community
      : allowances.member(Math.ceil(admission.wait / SECOND));
  const view = textView('refusal', refusal.title, sentence);
  return { kind: 'view', view, seenBy: 'only me' };
}

async function form(parts: DailyParts, intent: FormIntent): Promise<Reply> {
  if (!intent.organiser) return organisersOnly(intent);
  return intent.onlyPreview ? formPreview(parts, intent) : dailyFormFilled(parts, intent);
}

const isAnswer = (intent: Intent): boolean =>
  intent.kind === 'answer' ||
  (intent.kind === 'press' && ['answer', 'self grade'].includes(intent.press.kind));

function apology(parts: Parts, intent: Intent, cause: unknown): Reply {
  const { refusal } = textsFor(intent.locale);
  parts.report(`answering a ${intent.kind}`, cause);
  const away = cause instanceof StoreAway || cause instanceof QueueAway;
  const unconfirmed = cause instanceof QueueAway && cause.mayHaveArrived && isAnswer(intent);
  const sentence = unconfirmed ? refusal.notConfirmed : away ? refusal.tryAgain : refusal.fault;
  const view = textView('refusal', refusal.title, sentence);
  return { kind: 'view', view, seenBy: 'only me' };
}
