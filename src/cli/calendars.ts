import { loadCalendars } from '../calendars/load-calendars.ts';
import type { Calendars } from '../ports/calendars.ts';
import { Sentence } from './sentence.ts';

/** The calendars of the folder, as they are at the start. @throws {Sentence} with every fault */
export async function openCalendars(folder: string): Promise<Calendars> {
  const loaded = await loadCalendars(folder, Date.now());
  if (loaded.kind === 'loaded') return loaded.calendars;
  throw new Sentence(['The calendars cannot be used:', ...loaded.faults].join('\n'));
}
