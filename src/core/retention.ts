import { HOUR } from './day.ts';

/** How long what belongs to somebody who is gone is kept, in milliseconds. */
export interface Retention {
  /** After its removal from a community, the bot forgets everything of it. */
  readonly forgetAfter: number;
  /** Members who left are off the leaderboards then. */
  readonly hideAfter: number;
}

const DAY = 24 * HOUR;

export const USUAL_RETENTION: Retention = { forgetAfter: 30 * DAY, hideAfter: 30 * DAY };
