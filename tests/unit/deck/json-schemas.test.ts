import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deckSchemaFiles, schemaFile } from '../../../src/deck/json-schemas.ts';
import { settingsJsonSchema } from '../../../src/settings/json-schema.ts';

const settings = schemaFile('settings.schema.json', 'Hypercall settings', settingsJsonSchema());

describe('the JSON Schemas for editors', () => {
  it.each([...deckSchemaFiles(), settings])(
    'config/$name is fresh (npm run deck -- schema)',
    ({ name, text }) => {
      expect(readFileSync(`config/${name}`, 'utf8')).toBe(text);
    },
  );

  it('know every kind of card and what it says', () => {
    const topic = deckSchemaFiles().find(({ name }) => name === 'topic.schema.json');
    const cards = JSON.parse(topic?.text ?? '').properties.cards.items.oneOf;
    expect(
      cards.map((card: { properties: { kind: { const: string } } }) => card.properties.kind.const),
    ).toEqual([
      'single',
      'several',
      'true-false',
      'kprime',
      'typed',
      'key-points',
      'numeric',
      'order',
      'match',
      'gap',
      'flash',
    ]);
    expect(cards[0]).toMatchObject({
      additionalProperties: false,
      required: [
        'id',
        'difficulty',
        'kind',
        'prompt',
        'options',
        'key',
        'why',
        'explanation',
        'source',
      ],
    });
  });
});
