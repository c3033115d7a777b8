import type { Response } from '../core/card.ts';
import type { Instant } from '../core/day.ts';
import type { Branded, ChannelId, CommunityId, MemberId, RoundId } from '../core/ids.ts';
import type { CommandPath } from './commands/index.ts';
import type { Press } from './press.ts';
import type { FormName } from './view.ts';

/** Where a private reply goes. Made and read by its platform only; others store it and hand it back. */
export type ReplyAddress = Branded<string, 'ReplyAddress'>;

/** A posted message. Made and read by its platform only; others store it and hand it back. */
export type MessageAddress = Branded<string, 'MessageAddress'>;

/** A language tag, e.g. `en` or `de-CH`. */
export type Locale = string;

/** Who did it, where and when, as the platform's payload says at that very moment. */
export interface Origin {
  /** The platform's name for this event: delivered again, it is the same. At most 64 characters. */
  readonly event: string;
  readonly community: CommunityId;
  readonly channel: ChannelId;
  readonly member: MemberId;
  /** True where the member may manage the channel. */
  readonly organiser: boolean;
  /**
   * True for a guest, for somebody of another community in a shared channel, and where the platform cannot say who
   * they are: they organise nothing, appointed or not. Absent for everybody else.
   */
  readonly stranger?: true;
  readonly locale: Locale;
  readonly receivedAt: Instant;
  readonly replyTo: ReplyAddress;
  /** The posted message that it was done on: proof that it stands. Null for anything else. */
  readonly message: MessageAddress | null;
}

export interface CommandIntent extends Origin {
  readonly kind: 'command';
  readonly command: CommandPath;
  /** By option name; every required one is present. */
  readonly options: Readonly<Record<string, string>>;
}

export interface PressIntent extends Origin {
  readonly kind: 'press';
  readonly press: Press;
}

/** An answer that its platform has understood already. */
interface AnswerIntent extends Origin {
  readonly kind: 'answer';
  readonly round: RoundId;
  readonly response: Response;
}

export interface FormIntent extends Origin {
  readonly kind: 'form';
  readonly form: FormName;
  readonly subject: string | null;
  readonly values: Readonly<Record<string, string>>;
  /** Filled in so far: what would come of it, without its being done. */
  readonly onlyPreview?: true;
}

/** What came in from a platform, as data. */
export type Intent = CommandIntent | PressIntent | AnswerIntent | FormIntent;

/** What somebody does, without the circumstances. */
export type Deed =
  | Omit<CommandIntent, keyof Origin>
  | Omit<PressIntent, keyof Origin>
  | Omit<AnswerIntent, keyof Origin>
  | Omit<FormIntent, keyof Origin>;
