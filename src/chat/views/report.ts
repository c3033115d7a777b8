import type { RoundId } from '../../core/ids.ts';
import { REPORT_REASONS, type ReportReason } from '../../core/report.ts';
import type { Texts } from '../texts/index.ts';
import { type Action, type Line, textView, type View } from '../view.ts';

function reasonActions(round: RoundId, { report }: Texts): Action[] {
  return REPORT_REASONS.map((reason) => ({
    label: report.reasons[reason],
    press: { kind: 'report', round, reason },
  }));
}

/** Asks what is wrong with a question. */
export function reportView(round: RoundId, texts: Texts): View {
  const { title, note } = texts.report;
  return { ...textView('news', title, note), actions: reasonActions(round, texts) };
}

/** It is written down, and can still be changed. */
export function reportedView(round: RoundId, reason: ReportReason, texts: Texts): View {
  const { done, thanks } = texts.report;
  return { ...textView('news', done(reason), thanks), actions: reasonActions(round, texts) };
}

/** How often a card was reported, by reason. */
export interface ReportedCard {
  readonly deck: string;
  readonly card: string;
  /** Null where no deck has it any more. */
  readonly prompt: string | null;
  readonly reasons: ReadonlyMap<ReportReason, number>;
}

/** `/deck reports`: counts alone, whoever they come from. @param more cards that are not listed */
export function reportsView(cards: readonly ReportedCard[], more: number, { deck }: Texts): View {
  if (cards.length === 0) return textView('news', deck.reportsTitle, deck.noReports);
  const items = cards.map(({ deck: id, card, prompt, reasons }): Line => {
    const counts = deck.report(card, id, reasons);
    return prompt === null ? counts : `${counts} · ${prompt}`;
  });
  const view = textView('news', deck.reportsTitle);
  const footer = more > 0 ? deck.moreReports(more) : null;
  return { ...view, blocks: [{ kind: 'list', items }], footer };
}
