import { type RoundId, roundId } from '../core/ids.ts';
import { REPORT_REASONS, type ReportReason } from '../core/report.ts';

/** What an organiser can say of an appeal. */
export const RULINGS = ['accept', 'reject'] as const;
export type RulingWord = (typeof RULINGS)[number];

/** The buttons under a verdict, and those that decide an appeal. */
export type AppealPress =
  /** "I was right." */
  | { readonly kind: 'appeal'; readonly round: RoundId }
  | { readonly kind: 'rule'; readonly appeal: number; readonly as: RulingWord }
  /** Something is wrong with the question; null: not yet said what. */
  | { readonly kind: 'report'; readonly round: RoundId; readonly reason: ReportReason | null };

export function encodeAppealPress(press: AppealPress): string {
  switch (press.kind) {
    case 'appeal':
      return `ap.${press.round}`;
    case 'rule':
      return `ru.${press.appeal}.${press.as}`;
    case 'report':
      return press.reason === null ? `rp.${press.round}` : `rp.${press.round}.${press.reason}`;
  }
}

/** The press that a text may mean; null where it can be none. The caller writes it again to compare. */
export function decodeAppealPress(text: string): AppealPress | null {
  const [code, first = '', second = ''] = text.split('.');
  if (code === 'ru') {
    const as = RULINGS.find((known) => known === second);
    return as ? { kind: 'rule', appeal: Number(first), as } : null;
  }
  const round = roundId.parse(first);
  if (round === null) return null;
  if (code === 'ap') return { kind: 'appeal', round };
  const reason = REPORT_REASONS.find((known) => known === second) ?? null;
  return code === 'rp' ? { kind: 'report', round, reason } : null;
}
