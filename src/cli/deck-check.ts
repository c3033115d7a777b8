import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Survey } from '../deck/decks.ts';
import { faultOf } from '../deck/fault.ts';
import { deckSchemaFiles, schemaFile } from '../deck/json-schemas.ts';
import { surveyFolder } from '../deck/load-decks.ts';
import { checkJson, checkReport, statisticsReport } from '../deck/report.ts';
import { faultsInSvg } from '../pictures/svg-faults.ts';
import { settingsJsonSchema } from '../settings/json-schema.ts';
import { CONTENT, type DeckOptions, type Outcome, well } from './deck-options.ts';

export async function check(
  [folder]: readonly string[],
  { json, content = CONTENT }: DeckOptions,
): Promise<Outcome> {
  const survey = await withDrawings(folder ?? content);
  const text = json ? checkJson(survey) : checkReport(survey);
  return { text, exitCode: survey.faults.length > 0 ? 1 : 0 };
}

/** The survey with what is wrong inside the drawings, which only those who draw them know. */
async function withDrawings(folder: string): Promise<Survey> {
  const survey = await surveyFolder(folder);
  const files = survey.decks.flatMap(({ id, cards }) =>
    cards.flatMap(({ picture }) => (picture ? [[id, picture.file] as const] : [])),
  );
  const found = await Promise.all(
    files.map(async ([deck, file]) => {
      const path = join(basename(folder) === deck ? folder : join(folder, deck), file);
      const faults = faultsInSvg(await readFile(path, 'utf8'));
      return faults.map((message) => faultOf(path, message));
    }),
  );
  return { ...survey, faults: [...survey.faults, ...found.flat()] };
}

export async function stats(
  [folder]: readonly string[],
  { content = CONTENT }: DeckOptions,
): Promise<Outcome> {
  return well(statisticsReport(await surveyFolder(folder ?? content)));
}

/** Writes the JSON schemas by which editors complete decks and settings. */
export async function schema(): Promise<Outcome> {
  await mkdir('config', { recursive: true });
  const settings = schemaFile('settings.schema.json', 'Hypercall settings', settingsJsonSchema());
  const files = [...deckSchemaFiles(), settings];
  for (const { name, text } of files) await writeFile(`config/${name}`, text);
  return well(`wrote ${files.map(({ name }) => `config/${name}`).join(', ')}\n`);
}
