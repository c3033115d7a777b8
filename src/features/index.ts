import { commandAt } from '../chat/commands.ts';
import type { CommandIntent, FormIntent, Intent, PressIntent } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import { type Reply, textView } from '../chat/view.ts';
import { helpView } from '../chat/views/help.ts';
import { type JobHandlers, QueueAway } from '../ports/queue.ts';
import { StoreAway } from '../ports/store.ts';
import { recordAnswers, takeAnswer } from './answer.ts';
import { noteDeed } from './audited.ts';
import { hintFor, lookAtAnswer } from './card.ts';
import { closeRound } from './close.ts';
import { type DailyParts, dailyCommand, postNowPressed } from './daily.ts';
import { dailyFormFilled, formAgain } from './daily-setup.ts';
import { erasePressed } from './erase.ts';
import { hideCommand, showCommand } from './hide.ts';
import { historyCommand } from './history.ts';
import { boardPressed, leaderboardCommand, numberedPage, whereAmIIn } from './leaderboard.ts';
import { meCommand } from './me.ts';
import type { Parts } from './parts.ts';
import { createPlanner } from './plan.ts';
import { postOccurrence } from './post.ts';
import { recountJob } from './recount.ts';
import { rekeyCommand } from './rekey.ts';
import { createReminding } from './remind.ts';
import { resolveCommand, resolvePressed } from './resolve.ts';
import type { SettingsDaily } from './settings-dailies.ts';
import { streakCommand, streakShared } from './streak.ts';
import { verifyJob } from './verify.ts';
import { voidCommand, voidTakenBack } from './void.ts';

/** The conversations: what follows each intent. Always resolves; a fault becomes a sentence and a report. */
export function createConversations(parts: DailyParts): (intent: Intent) => Promise<Reply> {
  return async (intent) => {
    try {
      const reply = await follow(parts, intent);
      await noteDeed(parts, intent, reply);
      return reply;
    } catch (cause) {
      return apology(parts, intent, cause);
    }
  };
}

/** What the workers do, by the kind of job. */
export function createJobHandlers(parts: Parts): JobHandlers {
  return {
    'record-answers': (data) => recordAnswers(parts, data),
    'post-occurrence': (data) => postOccurrence(parts, data),
    'close-round': (data) => closeRound(parts, data),
    'recount-daily': (data) => recountJob(parts, data),
    'remind-round': createReminding(parts),
    'verify-community': (data) => verifyJob(parts, data),
  };
}

/** The parts with the planner that the orders need, and the dailies of the settings file. */
export function withPlanner(
  parts: Parts,
  settingsDailies: readonly SettingsDaily[] = [],
): DailyParts {
  return { ...parts, settingsDailies, planner: createPlanner(parts) };
}

async function follow(parts: DailyParts, intent: Intent): Promise<Reply> {
  // An answer knows its own event, and whatever only shows may be shown twice.
  if (isOrder(intent)) {
    const { community, event } = intent;
    const isFirst = await parts.store.deliveries.isFirst(community, event);
    if (!isFirst) return { kind: 'nothing' };
  }
  switch (intent.kind) {
    case 'command':
      return command(parts, intent);
    case 'press':
      return press(parts, intent);
    case 'answer':
      return takeAnswer(parts, intent, intent.round, intent.response);
    case 'form':
      return form(parts, intent);
  }
}

async function command(parts: DailyParts, intent: CommandIntent): Promise<Reply> {
  const path = intent.command;
  if (commandAt(path).who === 'organiser' && !intent.organiser) return organisersOnly(intent);
  switch (path) {
    case 'daily void':
      return voidCommand(parts, intent);
    case 'daily rekey':
      return rekeyCommand(parts, intent);
    case 'daily history':
      return historyCommand(parts, intent);
    case 'streak':
      return streakCommand(parts, intent);
    case 'leaderboard':
      return leaderboardCommand(parts, intent);
    case 'me hide':
      return hideCommand(parts, intent);
    case 'me show':
      return showCommand(parts, intent);
    case 'me reminders':
    case 'me export':
    case 'me erase':
      return meCommand(parts, { ...intent, command: path });
    case 'help':
      return help(intent);
    case 'daily resolve':
      return resolveCommand(parts, intent);
    case 'as':
    case 'tomorrow':
    case 'quit':
      throw new Error(`/${path} is the terminal's own`);
    default:
      return dailyCommand(parts, { ...intent, command: path });
  }
}

function help({ community, locale, options }: CommandIntent): Reply {
  const platform = community.slice(0, community.indexOf(':'));
  const view = helpView(platform, options['topic'] ?? null, locale, textsFor(locale));
  return { kind: 'view', view, seenBy: 'only me' };
}

async function press(parts: DailyParts, intent: PressIntent): Promise<Reply> {
  const { press } = intent;
  switch (press.kind) {
    case 'answer':
      return takeAnswer(parts, intent, press.round, { kind: 'choice', picks: press.picks });
    case 'self grade':
      return takeAnswer(parts, intent, press.round, { kind: 'self', grade: press.grade });
    case 'look':
      return lookAtAnswer(parts, intent, press.round);
    case 'hint':
      return hintFor(parts, intent, press.round);
    case 'standings':
    case 'my standing':
      return boardPressed(parts, intent, press);
    case 'board':
      return numberedPage(parts, intent, press.window, press.page);
    case 'where am I':
      return whereAmIIn(parts, intent, press.window);
    case 'post now':
      return intent.organiser ? postNowPressed(parts, intent, press.daily) : organisersOnly(intent);
    case 'resolve':
      return intent.organiser ? resolvePressed(parts, intent, press) : organisersOnly(intent);
    case 'form again':
      return intent.organiser ? formAgain(parts, intent) : organisersOnly(intent);
    case 'unvoid':
      return intent.organiser ? voidTakenBack(parts, intent, press) : organisersOnly(intent);
    case 'share streak':
      return streakShared(parts, intent);
    case 'erase me':
      return erasePressed(parts, intent, press.shownAt);
  }
}

async function form(parts: DailyParts, intent: FormIntent): Promise<Reply> {
  return intent.organiser ? dailyFormFilled(parts, intent) : organisersOnly(intent);
}

function organisersOnly(intent: Intent): Reply {
  const { refusal } = textsFor(intent.locale);
  const view = textView('refusal', refusal.title, refusal.organisersOnly);
  return { kind: 'view', view, seenBy: 'only me' };
}

/** What changes something, so that a second delivery of it must not. */
function isOrder(intent: Intent): boolean {
  switch (intent.kind) {
    case 'command': {
      const { who, onlyShows } = commandAt(intent.command);
      return who === 'organiser' && !onlyShows;
    }
    case 'press':
      return ORDERS.includes(intent.press.kind);
    case 'form':
      return true;
    case 'answer':
      return false;
  }
}

const ORDERS: readonly PressIntent['press']['kind'][] = [
  'post now',
  'resolve',
  'unvoid',
  'erase me',
];

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
