declare const brand: unique symbol;

/** A plain value that only its maker below hands out. */
export type Branded<Value, Name extends string> = Value & { readonly [brand]: Name };

/** The tenant: `discord:<guild>`, `slack:<team>`, `terminal:local`. */
export type CommunityId = Branded<string, 'CommunityId'>;
export type ChannelId = Branded<string, 'ChannelId'>;
export type MemberId = Branded<string, 'MemberId'>;
export type DailyId = Branded<string, 'DailyId'>;
export type RoundId = Branded<string, 'RoundId'>;
export type QuizId = Branded<string, 'QuizId'>;
export type DeckId = Branded<string, 'DeckId'>;
export type TopicId = Branded<string, 'TopicId'>;
export type CardId = Branded<string, 'CardId'>;

/** Thrown by `of` when text from outside is not an id of its kind. Such text must never reach a key. */
export class BadId extends Error {
  constructor(kind: string, text: string) {
    super(`${JSON.stringify(text.slice(0, 40))} is not a ${kind} id`);
    this.name = 'BadId';
  }
}

/** The one place where a kind of id is made: by its pattern, or not at all. */
export interface IdKind<Id extends string> {
  /** The id, or throws {@link BadId}. */
  of(text: string): Id;
  /** The id, or null where the text is not one. */
  parse(text: string): Id | null;
}

function idKind<Id extends string>(kind: string, pattern: RegExp): IdKind<Id> {
  const parse = (text: string): Id | null => (pattern.test(text) ? (text as Id) : null);
  return {
    parse,
    of(text) {
      const id = parse(text);
      if (id === null) throw new BadId(kind, text);
      return id;
    },
  };
}

const slug = /^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const communityId = idKind<CommunityId>('community', /^[a-z]{2,16}:[A-Za-z0-9]{1,32}$/);
export const channelId = idKind<ChannelId>('channel', /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/);
export const memberId = idKind<MemberId>('member', /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/);
export const dailyId = idKind<DailyId>('daily', /^d[1-9][0-9]{0,5}$/);
export const roundId = idKind<RoundId>('round', /^[A-Za-z0-9]{12}$/);
export const quizId = idKind<QuizId>('quiz', /^[A-Za-z0-9]{10}$/);
export const deckId = idKind<DeckId>('deck', slug);
export const topicId = idKind<TopicId>('topic', slug);
export const cardId = idKind<CardId>('card', slug);
