import { readFileSync } from 'node:fs';
import { fontFiles } from './font.ts';

export type Weight = 'regular' | 'semibold';

/** How wide the letters of a font are. */
export interface FontMetrics {
  /** In ems; null for a character that the font has no letter for. */
  advanceOf(codePoint: number): number | null;
}

/** Of one weight of the bundled font. Its file is read at the first call. */
export function fontMetrics(weight: Weight): FontMetrics {
  const known = loaded.get(weight) ?? metricsIn(readFileSync(fileOf(weight)));
  loaded.set(weight, known);
  return known;
}

const loaded = new Map<Weight, FontMetrics>();

function fileOf(weight: Weight): string {
  const [regular = '', semibold = ''] = fontFiles();
  return weight === 'regular' ? regular : semibold;
}

/** Reads the tables `head`, `hhea`, `hmtx` and `cmap` (format 4) of a TrueType font. */
function metricsIn(font: Buffer): FontMetrics {
  const unitsPerEm = font.readUInt16BE(tableIn(font, 'head') + 18);
  const metrics = font.readUInt16BE(tableIn(font, 'hhea') + 34);
  const advances = tableIn(font, 'hmtx');
  const glyphOf = glyphsIn(font, tableIn(font, 'cmap'));
  return {
    advanceOf(codePoint) {
      const glyph = glyphOf(codePoint);
      if (glyph === 0) return null;
      return font.readUInt16BE(advances + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;
    },
  };
}

function tableIn(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4);
  for (let at = 12; at < 12 + 16 * count; at += 16) {
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8);
  }
  throw new Error(`the font has no table ${name}: put the bundled file back`);
}

/** The number of the glyph of a character of the basic plane; 0 where there is none. */
function glyphsIn(font: Buffer, cmap: number): (codePoint: number) => number {
  const table = formatFour(font, cmap);
  const size = font.readUInt16BE(table + 6);
  const [ends, starts] = [table + 14, table + 16 + size];
  const [deltas, offsets] = [starts + size, starts + 2 * size];
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    let at = 0;
    // The last segment ends with the last character of the plane.
    while (font.readUInt16BE(ends + at) < codePoint) at += 2;
    const start = font.readUInt16BE(starts + at);
    if (start > codePoint) return 0;
    const delta = font.readUInt16BE(deltas + at);
    const offset = font.readUInt16BE(offsets + at);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = font.readUInt16BE(offsets + at + offset + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

function formatFour(font: Buffer, cmap: number): number {
  const count = font.readUInt16BE(cmap + 2);
  for (let at = cmap + 4; at < cmap + 4 + 8 * count; at += 8) {
    const table = cmap + font.readUInt32BE(at + 4);
    if (font.readUInt16BE(table) === 4) return table;
  }
  throw new Error('the font has no character map of format 4: put the bundled file back');
}
