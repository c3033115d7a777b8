import { describe, expect, it } from 'vitest';
import { readDecks } from '../../../src/deck/decks.ts';
import { formatFault } from '../../../src/deck/fault.ts';
import {
  ABOUT,
  changed,
  type FaultCase,
  faultsOf,
  SINGLE,
  TRUE_FALSE,
  topicOf,
} from './written.ts';

const TOPIC = topicOf(SINGLE, TRUE_FALSE);

describe('a file of a topic', () => {
  const cases: readonly FaultCase[] = [
    [
      'has the name of its topic',
      'topic: vmcs',
      'topic: exits',
      '1: topic exits is not the name of the file; rename one of the two',
    ],
    [
      'names its topic',
      'topic: vmcs\n',
      '',
      '1: topic is missing: the name of this file without .yaml: lower-case words joined by hyphens, at most 64 characters',
    ],
    ['has a title', 'title: The VMCS', 'title:', '2: title is empty: the name that members see'],
    [
      'has a title that fits',
      'The VMCS',
      'x'.repeat(41),
      '2: title has 41 characters; at most 40 are possible',
    ],
    ['knows its keys', 'cards:', 'crads: 1\ncards:', '3: unknown key "crads"; did you mean cards?'],
  ];
  it.each(cases)('%s', (_, from, to, fault) => {
    expect(faultsOf(changed(TOPIC, from, to))).toEqual([`vmcs.yaml:${fault}`]);
  });

  it.each([
    [
      'topic: vmcs\ntitle: x\ncards: []\n',
      '3: cards is empty: the cards of the topic, at least one',
    ],
    ['topic: vmcs\ntitle: x\n', '1: cards is missing: the cards of the topic, at least one'],
    [
      'topic: vmcs\ntitle: x\ncards: {}\n',
      '3: cards must be a list: the cards of the topic, at least one',
    ],
    ['- topic\n', '1: the file must be a mapping'],
  ])('has cards: %j', (text, fault) => {
    expect(faultsOf(text)).toEqual([`vmcs.yaml:${fault}`]);
  });
});

describe('the ids of a deck', () => {
  const otherwise = changed(SINGLE, 'hold?', 'contain?');
  const exits = changed(topicOf(otherwise), 'topic: vmcs', 'topic: exits');

  it('belong to one card', () => {
    expect(faultsOf(TOPIC, { 'exits.yaml': exits })).toEqual([
      'exits.yaml:4 vmcs-fields: id vmcs-fields is taken by the card at vmcs.yaml:4; choose another',
    ]);
  });

  it('are not given to another card after a rename', () => {
    const renamed = changed(
      SINGLE,
      'id: vmcs-fields',
      'id: vmcs-contents\n    formerly: [vmcs-truth, vmcs-fields]',
    );
    expect(faultsOf(topicOf(TRUE_FALSE, renamed))).toEqual([
      'vmcs.yaml:13 vmcs-contents: formerly vmcs-truth is taken by the card at vmcs.yaml:4; choose another',
    ]);
  });

  it('have the pattern in earlier days, too', () => {
    const renamed = changed(SINGLE, 'seed: S01', 'formerly: [Old Name]');
    expect(faultsOf(topicOf(renamed))).toEqual([
      'vmcs.yaml:5 vmcs-fields: formerly 1 "Old Name" does not fit: an earlier id: lower-case words joined by hyphens, at most 64 characters',
    ]);
  });
});

describe('deck.yaml', () => {
  const cases: readonly FaultCase[] = [
    [
      'has a title',
      'title: Virtualization\n',
      '',
      '1: title is missing: the name that members see',
    ],
    [
      'has a description',
      'About machines',
      '',
      '2: description is empty: what the deck is about, in a sentence or two',
    ],
    ['has a language that there is', 'language: en', 'language: de', '3: language "de" must be en'],
    [
      'knows its keys',
      'language: en',
      'language: en\nlangauge: en',
      '4: unknown key "langauge"; did you mean language?',
    ],
  ];
  it.each(cases)('%s', (_, from, to, fault) => {
    expect(faultsOf(TOPIC, { 'deck.yaml': changed(ABOUT, from, to) })).toEqual([
      `deck.yaml:${fault}`,
    ]);
  });
});

describe('a deck', () => {
  const faultsIn = (...files: { file: string; text: string }[]): string[] => {
    const read = readDecks(files);
    return read.kind === 'loaded' ? [] : read.faults.map(formatFault);
  };

  it('has a deck.yaml', () => {
    expect(faultsIn({ file: 'content/v/vmcs.yaml', text: TOPIC })).toEqual([
      'content/v/deck.yaml: the file is missing: write title, description and language into it',
    ]);
  });

  it('has a topic', () => {
    expect(faultsIn({ file: 'content/v/deck.yaml', text: ABOUT })).toEqual([
      'content/v: the deck has no topic; write its cards into <topic>.yaml',
    ]);
  });

  it('has a folder whose name is an id', () => {
    expect(faultsIn({ file: 'content/My Deck/deck.yaml', text: ABOUT })).toEqual([
      'content/My Deck: the folder names the deck: lower-case words joined by hyphens; rename it',
    ]);
  });

  it('is there', () => {
    expect(faultsIn()).toEqual([
      '.: there is no deck here; make a folder with deck.yaml and a file for each topic',
    ]);
  });
});
