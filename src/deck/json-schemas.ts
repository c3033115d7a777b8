import { z } from 'zod';
import { deckSchema } from './decks.ts';
import { KINDS } from './kinds.ts';
import { topicSchema } from './topic-file.ts';

/** A file of `config/` that editors read to complete and check what authors type. */
export interface SchemaFile {
  readonly name: string;
  readonly text: string;
}

export function deckSchemaFiles(): SchemaFile[] {
  const [first, ...others] = KINDS.map(({ schema }) => schema) as [Member, ...Member[]];
  const card = z.discriminatedUnion('kind', [first, ...others]);
  return [
    schemaFile('deck.schema.json', 'The deck.yaml of a deck', draft7(deckSchema)),
    schemaFile('topic.schema.json', 'A topic of a deck: <topic>.yaml', draft7(topicSchema(card))),
  ];
}

/** Every kind's schema has its name under `kind`, which its type does not say. */
type Member = z.ZodObject<{ kind: z.ZodLiteral<string> }>;

function draft7(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
}

/** Laid out as the formatter of this project would. */
export function schemaFile(name: string, title: string, schema: object): SchemaFile {
  const { $schema, ...rest } = schema as Readonly<Record<string, unknown>>;
  return { name, text: `${printed({ $schema, title, ...rest }, 0, 0)}\n` };
}

const WIDTH = 100;

/** Lists that fit stand on one line; mappings never do. `before`: the columns already used by a key. */
function printed(value: unknown, indent: number, before: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = indent + 2;
  const entries = Array.isArray(value)
    ? value.map((item) => printed(item, inner, inner))
    : Object.entries(value).map(([key, item]) => {
        const name = `${JSON.stringify(key)}: `;
        return name + printed(item, inner, inner + name.length);
      });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const flat = `${open}${entries.join(', ')}${close}`;
  const fits = Array.isArray(value) && !flat.includes('\n') && before + flat.length < WIDTH;
  if (entries.length === 0 || fits) return flat;
  const pad = ' '.repeat(inner);
  return `${open}\n${entries.map((entry) => pad + entry).join(',\n')}\n${' '.repeat(indent)}${close}`;
}
