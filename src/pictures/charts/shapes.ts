import { FONT_FAMILY } from '../font.ts';
import { fitted, type Lettering } from './lettering.ts';

/** A rectangle in the units of the viewBox; it is not drawn where it has no width. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Words extends Lettering {
  readonly x: number;
  /** Of the line on which the letters stand. */
  readonly y: number;
  readonly fill: string;
  /** How wide they may be: what does not fit is cut with an ellipsis. */
  readonly most: number;
  /** Where `x` is; absent: at the start. */
  readonly anchor?: 'end';
}

export const WIDTH = 960;
/** Empty on each side. */
export const MARGIN = 48;
/** A drawing three times as wide as high is the flattest that is drawn. */
const LOWEST = WIDTH / 3;

/** A drawing of the given height and the usual width. */
export function svgOf(height: number, ground: string, shapes: readonly string[]): string {
  const high = Math.max(LOWEST, Math.ceil(height));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${high}">`,
    rect({ x: 0, y: 0, width: WIDTH, height: high }, ground),
    ...shapes.filter((shape) => shape !== ''),
    '</svg>',
  ].join('\n');
}

export function rect({ x, y, width, height }: Box, fill: string, radius = 0): string {
  if (width <= 0) return '';
  const round = radius > 0 ? ` rx="${short(Math.min(radius, width / 2))}"` : '';
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"${round} fill="${fill}"/>`;
}

export function words(text: string, { x, y, size, weight, fill, most, anchor }: Words): string {
  const shown = fitted(text, most, { size, weight });
  if (shown === '') return '';
  const bold = weight === 'semibold' ? ' font-weight="600"' : '';
  const end = anchor === 'end' ? ' text-anchor="end"' : '';
  return `<text x="${short(x)}" y="${short(y)}" font-family="${FONT_FAMILY}" font-size="${size}"${bold}${end} fill="${fill}">${escaped(shown)}</text>`;
}

/** At most two digits behind the point. */
export const short = (number: number): string => String(Math.round(100 * number) / 100);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? '');
