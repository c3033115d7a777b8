import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { nearest } from '../chat/nearest.ts';
import { deckSchemaFiles, schemaFile } from '../deck/json-schemas.ts';
import { surveyFolder } from '../deck/load-decks.ts';
import { checkJson, checkReport, statisticsReport } from '../deck/report.ts';
import { settingsJsonSchema } from '../settings/json-schema.ts';

interface Outcome {
  readonly text: string;
  /** 0 well, 1 faults in the deck, 2 not understood. */
  readonly exitCode: 0 | 1 | 2;
}

type Command = (folder: string, json: boolean) => Promise<Outcome>;

const COMMANDS: Readonly<Record<string, Command>> = { check, stats, schema };
const USAGE =
  'Write npm run deck -- check [folder] [--json], npm run deck -- stats [folder] or npm run deck -- schema.';

async function check(folder: string, json: boolean): Promise<Outcome> {
  const survey = await surveyFolder(folder);
  const text = json ? checkJson(survey) : checkReport(survey);
  return { text, exitCode: survey.faults.length > 0 ? 1 : 0 };
}

async function stats(folder: string): Promise<Outcome> {
  return { text: statisticsReport(await surveyFolder(folder)), exitCode: 0 };
}

async function schema(): Promise<Outcome> {
  await mkdir('config', { recursive: true });
  const settings = schemaFile('settings.schema.json', 'Hypercall settings', settingsJsonSchema());
  const files = [...deckSchemaFiles(), settings];
  for (const { name, text } of files) await writeFile(`config/${name}`, text);
  return { text: `wrote ${files.map(({ name }) => `config/${name}`).join(', ')}\n`, exitCode: 0 };
}

async function run(args: string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, strict: false });
  const [name = '', folder = 'content', ...rest] = positionals;
  const strange = Object.keys(values).find((option) => option !== 'json');
  if (strange)
    return notUnderstood(`There is no option --${strange}`, nearest(strange, ['json']) && '--json');
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command)
    return notUnderstood(
      `There is no deck command ${JSON.stringify(name)}`,
      nearest(name, Object.keys(COMMANDS)),
    );
  if (rest.length > 0) return notUnderstood('One folder at a time', null);
  return command(folder, values['json'] === true);
}

function notUnderstood(what: string, meant: string | null): Outcome {
  const text = `${what}. ${meant ? `Did you mean ${meant}? ` : ''}${USAGE}\n`;
  return { text, exitCode: 2 };
}

const { text, exitCode } = await run(process.argv.slice(2));
process.stdout.write(text);
process.exitCode = exitCode;
