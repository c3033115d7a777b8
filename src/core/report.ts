/** What a member can say of a question. */
export const REPORT_REASONS = ['key', 'unclear', 'easy', 'hard', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];
