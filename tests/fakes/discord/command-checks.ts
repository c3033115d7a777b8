import type { Json } from './world.ts';

const within = (text: unknown, least: number, most: number): boolean =>
  typeof text === 'string' && text.length >= least && text.length <= most;

const NAME = /^[-_'\p{Ll}\p{Lm}\p{Lo}\p{N}\p{sc=Devanagari}\p{sc=Thai}]{1,32}$/u;
const LOCALES = ['de', 'en-US', 'en-GB', 'fr', 'es-ES', 'it', 'nl', 'pl', 'pt-BR'];

/** P13: names, descriptions, options and the 8,000 characters of a command. */
export function commandFaults(commands: readonly Json[]): string[] {
  const twice = [null, ...LOCALES].flatMap((language) => {
    const names = commands.map((command) => nameIn(command, language));
    return new Set(names).size < names.length ? [`a command twice in ${language}`] : [];
  });
  const tooMany = commands.length > 100 ? ['more than 100 commands'] : [];
  return [...twice, ...tooMany, ...commands.flatMap((command) => commandFaultsIn(command))];
}

function commandFaultsIn(command: Json): string[] {
  const faults = describedFaults(command);
  if (typeof command.default_member_permissions === 'number')
    faults.push('permissions as a number');
  const size = sizeOf(command);
  if (size > 8_000) faults.push(`${command.name}: ${size} characters`);
  return faults;
}

function describedFaults(each: Json): string[] {
  const options: readonly Json[] = each.options ?? [];
  const faults = [...wordFaults(each), ...optionFaults(options), ...choiceFaults(each)];
  return [...faults.map((what) => `${each.name}: ${what}`), ...options.flatMap(describedFaults)];
}

function wordFaults(each: Json): string[] {
  const names = [each.name, ...Object.values(each.name_localizations ?? {})] as string[];
  const texts = [each.description, ...Object.values(each.description_localizations ?? {})];
  const languages = Object.keys({ ...each.description_localizations, ...each.name_localizations });
  return [
    ...names.filter((name) => !NAME.test(name)).map((name) => `the name ${name}`),
    ...texts.filter((text) => !within(text, 1, 100)).map(() => 'description 1–100'),
    ...languages.filter((language) => !LOCALES.includes(language)).map(() => 'unknown language'),
  ];
}

function optionFaults(options: readonly Json[]): string[] {
  const twice = [null, ...LOCALES].filter((language) => {
    const names = options.map((option) => nameIn(option, language));
    return new Set(names).size < names.length;
  });
  const firstFree = options.findIndex((option) => option.type > 2 && !option.required);
  const isLate = firstFree >= 0 && options.slice(firstFree).some(({ required }) => required);
  return [
    ...(options.length > 25 ? ['more than 25 options'] : []),
    ...twice.map((language) => `an option twice in ${language ?? 'English'}`),
    ...(isLate ? ['required after optional'] : []),
  ];
}

function choiceFaults({ choices = [], autocomplete }: Json): string[] {
  const names = choices.flatMap((choice: Json) => [
    choice.name,
    ...Object.values(choice.name_localizations ?? {}),
  ]);
  return [
    ...(choices.length > 25 ? ['more than 25 choices'] : []),
    ...(autocomplete === true && choices.length > 0 ? ['choices and completion'] : []),
    ...(names.every((name: unknown) => within(name, 1, 100)) ? [] : ['choice 1–100']),
  ];
}

const nameIn = ({ name, name_localizations: names }: Json, language: string | null): string =>
  (language === null ? null : names?.[language]) ?? name;

/** Of each text, its longest language counts. */
const longest = (text: string, others: Json): number =>
  Math.max(text.length, ...Object.values(others ?? {}).map((other) => String(other).length));

function sizeOf(each: Json): number {
  const choices = (each.choices ?? []).reduce(
    (sum: number, { name, name_localizations: names, value }: Json) =>
      sum + longest(name, names) + String(value).length,
    0,
  );
  const options = (each.options ?? []).reduce(
    (sum: number, option: Json) => sum + sizeOf(option),
    0,
  );
  const own =
    longest(each.name, each.name_localizations) +
    longest(each.description, each.description_localizations);
  return own + choices + options;
}
