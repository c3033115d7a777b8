import type { OwnAnswer, SoloSession } from '../../core/own-session.ts';
import { soloPlace } from '../../core/own-session.ts';
import type { Texts } from '../texts/index.ts';
import { textView, type View } from '../view.ts';
import { isDisputable, TONES, verdictActions, verdictLines } from './verdict.ts';

/** Missed cards that the end of a quiz names. */
const MOST_NAMED = 10;

/** What the answer to a question of a solo quiz was worth, and the way on. */
export function soloVerdictView(
  session: SoloSession,
  answer: OwnAnswer,
  repeated: boolean,
  texts: Texts,
): View {
  const { mark } = answer.verdict;
  const { card, round } = session.now;
  const lines = verdictLines(card, answer, texts);
  if (repeated) lines.unshift(`${texts.own.earlier}.`);
  const { number, of } = soloPlace(session);
  return {
    ...textView(TONES[mark], texts.marks[mark], ...lines),
    actions: [
      { label: texts.own.next, press: { kind: 'go on', of: 'solo' } },
      ...verdictActions(round, isDisputable(card, answer), texts),
    ],
    footer: texts.solo.place(number, of),
  };
}

/** How a solo quiz went. */
export function soloSummaryView({ done }: SoloSession, { solo }: Texts): View {
  const counted = (mark: string): number => done.filter((each) => each.mark === mark).length;
  const title = solo.overTitle(counted('right'), done.length);
  const missed = done.filter(({ mark }) => mark !== 'right');
  if (missed.length === 0) return textView('right', title, solo.allRight);
  const partly = counted('partly') > 0 ? [solo.partly(counted('partly'))] : [];
  const view = textView('news', title, ...partly, solo.missed);
  const items = missed.slice(0, MOST_NAMED).map(({ prompt }) => prompt);
  return { ...view, blocks: [...view.blocks, { kind: 'list', items }], footer: solo.again };
}
