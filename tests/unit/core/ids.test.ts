import { describe, expect, it } from 'vitest';
import {
  BadId,
  cardId,
  channelId,
  communityId,
  dailyId,
  deckId,
  memberId,
  roundId,
  topicId,
} from '../../../src/core/ids.ts';

/** An id of each kind. */
const VALID = [
  ['discord:81384788765712384', communityId],
  ['C024BE91L', channelId],
  ['W012A3CDE', memberId],
  ['d12', dailyId],
  ['AbCdEfGh0123', roundId],
  ['virtualization', deckId],
  ['trap-and-emulate', topicId],
  ['te-silent-popf', cardId],
] as const;

describe('ids', () => {
  it.each([
    [communityId, ['discord:81384788765712384', 'slack:T024BE7LD', 'terminal:local']],
    [channelId, ['81384788765712384', 'C024BE91L', 'here']],
    [memberId, ['81384788765712384', 'W012A3CDE', 'ada']],
    [dailyId, ['d1', 'd12', 'd999999']],
    [roundId, ['AbCdEfGh0123']],
    [deckId, ['virtualization', 'deck-2']],
    [topicId, ['trap-and-emulate']],
    [cardId, ['te-silent-popf', 'a', 'x'.repeat(64)]],
  ])('are taken as they are', (kind, texts) => {
    for (const text of texts) expect(kind.of(text)).toBe(text);
  });

  it.each([
    [communityId, ['discord', 'discord:', ':1', 'Discord:1', 'discord:1:2', 'discord:{1}']],
    [channelId, ['-a', '_a', 'a'.repeat(33), 'a/b', '#study']],
    [memberId, ['@ada', 'ada lovelace', 'adä']],
    [dailyId, ['d0', 'd01', 'd', '1', 'd1000000', 'D1']],
    [roundId, ['AbCdEfGh012', 'AbCdEfGh01234', 'AbCdEfGh-123']],
    [deckId, ['Virtualization', '-a', 'a-', 'a--b', 'x'.repeat(65)]],
  ])('are refused where they do not have the pattern', (kind, texts) => {
    for (const text of texts) {
      expect(kind.parse(text)).toBeNull();
      expect(() => kind.of(text)).toThrow(BadId);
    }
  });

  it.each(VALID)('such as %s never hold what could break out of a key', (id, kind) => {
    const hostile = [...'{}*?/\\ \n\r\0\u202eäİ\uff11'];
    for (const character of hostile) {
      for (let at = 0; at <= id.length; at++) {
        const text = id.slice(0, at) + character + id.slice(at);
        expect(kind.parse(text), JSON.stringify(text)).toBeNull();
      }
    }
    expect(kind.parse('')).toBeNull();
    expect(kind.parse(id)).toBe(id);
  });

  it('say what was wrong with them, shortened', () => {
    expect(() => dailyId.of('monday')).toThrow('"monday" is not a daily id');
    expect(() => dailyId.of('x'.repeat(500))).toThrow(`"${'x'.repeat(40)}" is not a daily id`);
  });
});
