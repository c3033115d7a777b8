import { parseArgs } from 'node:util';
import { nearest } from '../chat/nearest.ts';
import { check, schema, stats } from './deck-check.ts';
import { exportTo, importFrom, newTopic } from './deck-files.ts';
import { type DeckOptions, OPTIONS, type Outcome } from './deck-options.ts';
import { preview } from './deck-preview.ts';
import { Sentence } from './sentence.ts';

type Command = (words: readonly string[], options: DeckOptions) => Promise<Outcome>;

const COMMANDS: Readonly<Record<string, Command>> = {
  check,
  stats,
  schema,
  preview,
  new: newTopic,
  import: importFrom,
  export: exportTo,
};

const USAGE = `Usage: npm run deck -- <command>

  check [folder] [--json]          every fault with file, line and card; exit code 1 where there are any
  stats [folder]                   how kinds, difficulties, seeds and keys are spread
  preview <card>                   a card as members will meet it
  new <topic> [title]              a topic file with a card of each kind to fill in
  import <format> <file>           anki-text, apkg, csv, gift or quizlet: a new topic file
         [--topic name] [--title text] [--prefix letters]
  export <format> <file>           the whole deck, with what the format can hold
  schema                           write the JSON schemas in config/

  --deck <name> names the deck where there are several; --content <folder> says where decks are.
`;

async function run(args: string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({
    args,
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
  });
  const [name = '', ...words] = positionals;
  const names = Object.keys(OPTIONS);
  const strange = Object.keys(values).find((option) => !names.includes(option));
  if (strange !== undefined) {
    return notUnderstood(`There is no option --${strange}`, nearest(strange, names), '--');
  }
  const empty = names.find((option) => option !== 'json' && values[option] === true);
  if (empty !== undefined) return notUnderstood(`--${empty} needs a word behind it`, null, '');
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const meant = nearest(name, Object.keys(COMMANDS));
    return notUnderstood(`There is no deck command ${JSON.stringify(name)}`, meant, '');
  }
  try {
    return await command(words, values as DeckOptions);
  } catch (cause) {
    if (!(cause instanceof Sentence)) throw cause;
    return { text: `${cause.message}\n`, exitCode: 1 };
  }
}

function notUnderstood(what: string, meant: string | null, before: string): Outcome {
  const text = `${what}.${meant ? ` Did you mean ${before}${meant}?` : ''}\n${USAGE}`;
  return { text, exitCode: 2 };
}

const { text, exitCode } = await run(process.argv.slice(2));
process.stdout.write(text);
process.exitCode = exitCode;
