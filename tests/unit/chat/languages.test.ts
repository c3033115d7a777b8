import { describe, expect, it } from 'vitest';
import { textsFor } from '../../../src/chat/texts/index.ts';
import type { ReportReason } from '../../../src/core/report.ts';

type Said = readonly (readonly [path: string, sentence: string])[];

/** Arguments of texts that take more than numbers and strings, by the name of the text. */
const GIVEN: Readonly<Record<string, (count: number) => readonly unknown[]>> = {
  'verdict.title': (count) => [count === 1 ? 'right' : 'partly', count, count],
  'reveal.answered': (count) => [count, count, count],
  'streak.covered': (count) => [numbers(count)],
  'streak.waiting': (count) => [numbers(count)],
  'board.title': (count) => [words(count)],
  'daily.decks': (count) => [words(count)],
  'daily.badDeck': (count) => ['x1', words(count)],
  'daily.neverWas': (count) => ['x1', words(count - 1)],
  'daily.which': (count) => [words(count)],
  'daily.unknown': (count) => ['x1', words(count)],
  'audit.forgave': (count) => ['d1', numbers(count), 'x2'],
  'appeal.sent': (count) => [words(count)],
  'appeal.rejected': (count) => [words(count)],
  'appeal.accepted': (count) => [words(count)],
  'appeal.acceptedInStudy': (count) => [words(count)],
  'ruling.line': (count) => [count, 'x1', 'x2', count === 1 ? null : 'applies'],
  'report.done': () => ['key'],
  'deck.report': () => ['x1', 'x2', new Map<ReportReason, number>([['hard', 2]])],
  'typed.noCommand': (count) => ['x1', count === 1 ? null : 'x2'],
  'typed.needsOneOf': (count) => ['x1', words(count)],
  'typed.tooMany': (count) => ['x1', words(count - 1)],
  'typed.noOption': (count) => ['x1', 'x2', count === 1 ? null : 'x3', words(count)],
  'typed.notAChoice': (count) => ['x1', words(count), 'x2'],
  'today.more': (count) => [words(count)],
  'quiz.start.noDeck': (count) => ['x1', words(count)],
  'quiz.start.noTopic': (count) => ['x1', null, words(count)],
  'solo.noDeck': (count) => ['x1', null, words(count)],
  'solo.noTopic': (count) => ['x1', 'x2', words(count)],
  'quiz.announced': (count) => [count, 'x1', 'race'],
  'discord.may': (count) => [words(count)],
  'when.misread': (count) => [
    count === 1
      ? { kind: 'field', name: 'x1', text: 'x2' }
      : { kind: 'several', text: '0 9,18 * * *' },
  ],
  'course.badCalendar': (count) => ['x1', words(count - 1), null],
  'course.term': (count) => (count === 1 ? ['2026-10-01', null] : ['2026-10-01', '2027-01-31']),
};

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 3);
const words = (count: number) => numbers(count).map((number) => `x${number}`);

/** Every sentence of a language as members could read it, for one of everything or for several. */
function saidIn(locale: string, count: number): Said {
  return sentences(textsFor(locale), '', count);
}

function sentences(value: unknown, path: string, count: number): Said {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return sentences(call(value, path, count), `${path}()`, count);
  return Object.entries(value ?? {}).flatMap(([key, one]) =>
    sentences(one, path === '' ? key : `${path}.${key}`, count),
  );
}

// biome-ignore lint/complexity/noBannedTypes: the texts are walked without knowing what each takes.
function call(text: Function, path: string, count: number): unknown {
  const given = GIVEN[path]?.(count) ?? Array.from({ length: text.length }, () => count);
  return text(...given);
}

const ENGLISH =
  /\b(the|is|are|your|you|and|of|with|not|this|that|it|to|for|has|have|by|which|nobody|points?|answer(ed|s)?|questions?|member|wrong|right|leaderboard|until|from)\b/i;

/** What is typed stays as it is: commands, options and examples of them. */
const typed = (sentence: string): string =>
  sentence.replace(/\/(?:\w+)(?: \w+)*|\b\w+=\S*|"[^"]*"|\b(?:also|again) ?\d?:? ?\w*/g, '');

/** The few words that are the same in both languages. */
const SAME = /^(Hypercall|Deck|Partner|\W*x?\d*\W*)$/;

describe.each([1, 2])('with %i of everything', (count) => {
  it.each(['en', 'de'])('every text in %s is whole', (locale) => {
    for (const [path, sentence] of saidIn(locale, count)) {
      expect.soft(sentence, path).not.toMatch(/undefined|NaN|\[object| {2}|^\s+$/);
    }
  });

  it('both languages say the same things', () => {
    const paths = (locale: string) => saidIn(locale, count).map(([path]) => path);
    expect([...paths('de')].sort()).toEqual([...paths('en')].sort());
  });

  it('German has no English left in it, and writes ss', () => {
    const english = new Map(saidIn('en', count));
    for (const [path, sentence] of saidIn('de', count)) {
      expect.soft(typed(sentence), path).not.toMatch(ENGLISH);
      expect.soft(sentence, path).not.toMatch(/ß/);
      if (sentence === english.get(path)) expect.soft(untranslated(sentence), path).toBe('');
    }
  });
});

const untranslated = (sentence: string): string =>
  SAME.test(sentence) || !/[a-z]{3}/i.test(sentence) ? '' : sentence;

describe('the language of a member', () => {
  it('is that of their locale, with English where there is none for it', () => {
    expect(textsFor('de-CH').streak.share).toBe('Teilen');
    expect(textsFor('en-GB').streak.share).toBe('Share');
    expect(textsFor('fr').streak.share).toBe('Share');
  });

  it('counts in words that go with the number', () => {
    const { verdict, course, streak } = textsFor('de');
    expect(verdict.title('right', 1, 10)).toBe('Richtig: +1 Punkt');
    expect(verdict.title('partly', 5, 10)).toBe('Teilweise richtig: 5 von 10 Punkten');
    expect([0, 1, 12].map(course.countdown)).toEqual([
      'Prüfung heute',
      'Prüfung morgen',
      'Prüfung in 12 Tagen',
    ]);
    expect(streak.freezes(1, 2, 1)).toContain('nach 1 weiteren Frage.');
  });
});
