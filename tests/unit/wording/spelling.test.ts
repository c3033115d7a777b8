import { describe, expect, it } from 'vitest';
import { bothSpellings, spelled } from '../../../src/core/wording/spelling.ts';

describe('one spelling', () => {
  it.each([
    ['colour', 'color'],
    ['behavioural', 'behavioral'],
    ['neighbours', 'neighbors'],
    ['modelled', 'modeled'],
    ['cancelling', 'canceling'],
    ['centre', 'center'],
    ['queueing', 'queuing'],
  ])('of %s is %s', (word, folded) => {
    expect(spelled(word)).toBe(folded);
    expect(spelled(folded)).toBe(folded);
  });

  it.each([
    'four',
    'flour',
    'hourly',
    'journal',
    'resource',
    'encouraged',
    'filled',
    'calling',
    'installation',
    'intellectual',
    'parallel',
  ])('of %s is its own', (word) => {
    expect(spelled(word)).toBe(word);
  });
});

describe('both spellings', () => {
  it.each([
    ['realise', 'realize'],
    ['virtualization', 'virtualisation'],
    ['paravirtualised', 'paravirtualized'],
    ['analyse', 'analyze'],
  ])('of %s add %s', (word, other) => {
    expect(bothSpellings(word)).toEqual([word, other]);
    expect(bothSpellings(other)).toEqual([other, word]);
  });

  it.each(['prize', 'raised', 'advise', 'hypervisor', 'isolated', 'trap'])(
    'of %s are one',
    (word) => {
      expect(bothSpellings(word)).toEqual([word]);
    },
  );
});
