import { commandAt } from '../chat/commands/index.ts';
import type { Intent } from '../chat/intent.ts';
import type { Press } from '../chat/press.ts';
import type { Reply } from '../chat/view.ts';
import type { Parts } from './parts.ts';

/** The longest deed that is written down, in characters. */
const LONGEST_DEED = 400;

/**
 * Writes down what an organiser changed: every command, press or form for organisers that was not refused and does
 * not only show something, with what came of it.
 */
export async function noteDeed(parts: Parts, intent: Intent, reply: Reply): Promise<void> {
  if (reply.kind !== 'view' || reply.view.tone === 'refusal') return;
  if (intent.kind === 'form' && intent.onlyPreview) return;
  const order = orderIn(intent);
  if (order === null) return;
  const deed = `${order} → ${reply.view.title}`.slice(0, LONGEST_DEED);
  try {
    const entry = { at: parts.clock.now(), by: intent.member, deed };
    await parts.store.audit.add(intent.community, entry);
  } catch (cause) {
    // The deed is done, and its doer must hear so.
    parts.report(`writing down ${deed}`, cause);
  }
}

/** The organiser's order as a command line; null for what is none. */
function orderIn(intent: Intent): string | null {
  switch (intent.kind) {
    case 'command': {
      const { who, onlyShows } = commandAt(intent.command);
      if (who !== 'organiser' || onlyShows) return null;
      // Without a word on what became of it, it only shows.
      const decides = ['daily resolve', 'deck rulings'].includes(intent.command);
      if (decides && !intent.options['as']) return null;
      const isEmpty = Object.keys(intent.options).length === 0;
      if (intent.command === 'daily organisers' && isEmpty) return null;
      return commandLine(intent.command, intent.options);
    }
    case 'press':
      return pressLine(intent.press);
    case 'form': {
      const subject: Record<string, string> =
        intent.subject === null ? {} : { daily: intent.subject };
      return commandLine(intent.form.replace('-', ' '), { ...subject, ...intent.values });
    }
    case 'answer':
      return null;
  }
}

function pressLine(press: Press): string | null {
  switch (press.kind) {
    case 'post now':
      return commandLine('daily now', { daily: press.daily });
    case 'unvoid': {
      const round = String(press.number);
      return commandLine('daily void', { daily: press.daily, round, undo: 'yes' });
    }
    case 'resolve':
      return commandLine('daily resolve', { daily: press.daily, day: press.day, as: press.fate });
    case 'rule':
      return commandLine('deck rulings', { appeal: String(press.appeal), as: press.as });
    case 'appeal':
    case 'report':
    case 'answer':
    case 'look':
    case 'self grade':
    case 'hint':
    case 'board':
    case 'where am I':
    case 'standings':
    case 'my standing':
    case 'quiz join':
    case 'quiz hint':
    case 'quiz skip':
    case 'quiz misses':
    case 'form again':
    case 'share streak':
    case 'erase me':
      return null;
  }
}

function commandLine(path: string, options: Readonly<Record<string, string>>): string {
  const given = Object.entries(options).filter(([, value]) => value !== '');
  const words = given.map(
    ([name, value]) => `${name}=${value.includes(' ') ? `"${value}"` : value}`,
  );
  return [`/${path}`, ...words].join(' ');
}
