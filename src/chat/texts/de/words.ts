export { quoted } from '../en/words.ts';

export const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

export const list = (items: readonly (string | number)[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} und ${items.at(-1)}`;

export const points = (count: number): string => plural(count, 'Punkt', 'Punkte');

export const rounds = (count: number): string => plural(count, 'Frage', 'Fragen');

export const freezes = (count: number): string => plural(count, 'Freeze', 'Freezes');
