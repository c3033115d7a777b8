import type { Json } from './world.ts';

const within = (text: unknown, least: number, most: number): boolean =>
  typeof text === 'string' && text.length >= least && text.length <= most;

const NAME = /^[-_'\p{Ll}\p{Lm}\p{Lo}\p{N}\p{sc=Devanagari}\p{sc=Thai}]{1,32}$/u;
/** In the menu of a message: any letters, and spaces. */
const MENU_NAME = /^\S(?:.{0,30}\S)?$/u;
const MENU = 3;
const MOST_IN_MENU = 5;
const LOCALES = ['de', 'en-US', 'en-GB', 'fr', 'es-ES', 'it', 'nl', 'pl', 'pt-BR'];

/** P13: names, descriptions, options and the 8,000 characters of a command. */
export function commandFaults(commands: readonly Json[]): string[] {
  const names = commands.map(({ type = 1, name }) => `${type} ${name}`);
  const inMenu = commands.filter(({ type }) => type === MENU);
  const menuFull = inMenu.length > MOST_IN_MENU ? ['more than 5 commands on messages'] : [];
  const twice = new Set(names).size < names.length ? ['a command twice'] : [];
  const tooMany = commands.length > 100 ? ['more than 100 commands'] : [];
  return [
    ...twice,
    ...tooMany,
    ...menuFull,
    ...commands.flatMap((command) => commandFaultsIn(command)),
  ];
}

function commandFaultsIn(command: Json): string[] {
  const faults = command.type === MENU ? menuFaults(command) : describedFaults(command);
  if (typeof command.default_member_permissions === 'number')
    faults.push('permissions as a number');
  const size = sizeOf(command);
  if (size > 8_000) faults.push(`${command.name}: ${size} characters`);
  return faults;
}

function menuFaults({ name, name_localizations, description, options }: Json): string[] {
  const names = [name, ...Object.values(name_localizations ?? {})];
  const isNamed = names.every((each) => typeof each === 'string' && MENU_NAME.test(each));
  return [
    ...(isNamed ? [] : [`${name}: name`]),
    ...(description || options?.length ? [`${name}: only a name stands in a menu`] : []),
  ];
}

function describedFaults(each: Json): string[] {
  const faults: string[] = [];
  const say = (is: boolean, what: string) => is && faults.push(`${each.name}: ${what}`);
  say(!NAME.test(each.name), 'name');
  for (const text of [each.description, ...Object.values(each.description_localizations ?? {})]) {
    say(!within(text, 1, 100), 'description 1–100');
  }
  const languages = Object.keys({ ...each.description_localizations, ...each.name_localizations });
  say(!languages.every((language) => LOCALES.includes(language)), 'an unknown language');
  const options = each.options ?? [];
  say(options.length > 25, 'more than 25 options');
  say(new Set(options.map(({ name }: Json) => name)).size < options.length, 'an option twice');
  const firstFree = options.findIndex((option: Json) => option.type > 2 && !option.required);
  say(
    firstFree >= 0 && options.slice(firstFree).some((option: Json) => option.required),
    'required after optional',
  );
  say((each.choices ?? []).length > 25, 'more than 25 choices');
  say(each.autocomplete === true && (each.choices ?? []).length > 0, 'choices and completion');
  for (const choice of each.choices ?? []) say(!within(choice.name, 1, 100), 'choice 1–100');
  return [...faults, ...options.flatMap(describedFaults)];
}

function sizeOf(each: Json): number {
  const texts = Object.values(each.description_localizations ?? {}) as string[];
  const longest = Math.max(each.description?.length ?? 0, ...texts.map((text) => text.length));
  const choices = (each.choices ?? []).reduce(
    (sum: number, { name, value }: Json) => sum + name.length + String(value).length,
    0,
  );
  const options = (each.options ?? []).reduce(
    (sum: number, option: Json) => sum + sizeOf(option),
    0,
  );
  return each.name.length + longest + choices + options;
}
