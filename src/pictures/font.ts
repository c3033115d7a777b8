import { fileURLToPath } from 'node:url';

/** The only font that pictures are drawn with, in weights 400 and 600; its licence lies beside it. */
export const FONT_FAMILY = 'IBM Plex Sans';

/** Paths of the font's files, from the sources and from the build alike. */
export function fontFiles(): string[] {
  return ['regular', 'semibold'].map((weight) =>
    fileURLToPath(new URL(`../../src/pictures/font/ibm-plex-sans-${weight}.ttf`, import.meta.url)),
  );
}
