/** The text cannot be used as a calendar; the message says why, and what to do. */
export class BadCalendar extends Error {
  override name = 'BadCalendar';
}
