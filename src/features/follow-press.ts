import type { PressIntent } from '../chat/intent.ts';
import type { Reply } from '../chat/view.ts';
import { takeAnswer } from './answer.ts';
import { appealPressed } from './appeal.ts';
import { hintFor, lookAtAnswer } from './card.ts';
import { type DailyParts, postNowPressed } from './daily.ts';
import { formAgain } from './daily-setup.ts';
import { erasePressed } from './erase.ts';
import { boardPressed, numberedPage, whereAmIIn } from './leaderboard.ts';
import { organisersOnly } from './organisers-only.ts';
import { quizPressed } from './quiz-play.ts';
import { reportPressed } from './report.ts';
import { resolvePressed } from './resolve.ts';
import { rulePressed } from './ruling.ts';
import { streakShared } from './streak.ts';
import { voidTakenBack } from './void.ts';

/** What follows a press of a button. */
export async function followPress(parts: DailyParts, intent: PressIntent): Promise<Reply> {
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
    case 'quiz join':
    case 'quiz hint':
    case 'quiz skip':
    case 'quiz misses':
      return quizPressed(parts, intent, press);
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
    case 'appeal':
      return appealPressed(parts, intent, press.round);
    case 'rule':
      return intent.organiser ? rulePressed(parts, intent, press) : organisersOnly(intent);
    case 'report':
      return reportPressed(parts, intent, press);
    case 'share streak':
      return streakShared(parts, intent);
    case 'erase me':
      return erasePressed(parts, intent, press.shownAt);
  }
}
