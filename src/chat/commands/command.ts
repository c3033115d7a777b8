import type { SeenBy } from '../view.ts';

/** A text in the languages that have it; English is always there. */
interface Localised {
  readonly en: string;
  readonly de?: string;
}

export interface CommandOption {
  readonly name: string;
  readonly description: Localised;
  readonly required: boolean;
  /** True where its value, begun by its name, takes the plain words that follow: `key=also VMCB`. */
  readonly severalWords?: true;
  /** The words that can stand here; absent where any text can. */
  readonly choices?: readonly string[];
  /** What it names, so that a platform can offer a picker or complete it; absent for any other text. */
  readonly kind?: OptionKind;
}

export type OptionKind =
  | 'when'
  | 'zone'
  | 'deck'
  | 'topic'
  | 'calendar'
  | 'channel'
  | 'daily'
  | 'member'
  | 'command';

/** A command as every platform registers it, acknowledges it and explains it. */
export interface Command {
  /** Its words, `daily setup`. */
  readonly path: string;
  readonly description: Localised;
  readonly who: 'member' | 'organiser';
  readonly seenBy: SeenBy;
  /** A form must be the very first response; a message may be announced and follow. */
  readonly first: 'message' | 'form';
  readonly options: readonly CommandOption[];
  /** What it is called where it is done on a message, which then stands in its intent; absent where it is not. */
  readonly onMessage?: Localised;
  /** True where it only shows something: nothing to write down in the audit log. */
  readonly onlyShows?: true;
  /** The only platform that has it; absent where all have it. */
  readonly only?: 'terminal';
}

/** What commands of organisers have in common, unless they say otherwise. */
export const organisers = { who: 'organiser', seenBy: 'only me', first: 'message' } as const;

/** What commands of members have in common, unless they say otherwise. */
export const members = { who: 'member', seenBy: 'only me', first: 'message' } as const;
