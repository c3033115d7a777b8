import type { PressIntent } from '../chat/intent.ts';
import type { ReviewPress } from '../chat/review-press.ts';
import type { Reply } from '../chat/view.ts';
import type { Parts } from './parts.ts';
import { ratePressed, reviewCommand, undoPressed } from './review.ts';
import { soloGoesOn } from './solo.ts';

/** What follows the buttons of solo quizzes and reviews. */
export async function ownPressed(
  parts: Parts,
  intent: PressIntent,
  press: ReviewPress,
): Promise<Reply> {
  switch (press.kind) {
    case 'go on':
      return press.of === 'solo' ? soloGoesOn(parts, intent) : reviewCommand(parts, intent);
    case 'rate':
      return ratePressed(parts, intent, press);
    case 'undo rating':
      return undoPressed(parts, intent, press.round);
  }
}
