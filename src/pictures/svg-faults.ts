import { FONT_FAMILY } from './font.ts';
import { cssOf, dangersInSvg, linksOf } from './svg-dangers.ts';
import { type SvgElement, svgElements } from './svg-elements.ts';

/** Bytes of a picture in a deck. */
const MOST_BYTES = 8 * 1024;
const FONT_OF_STYLE = /font-family\s*:\s*([^;}]*)/gi;
const FONT_SHORTHAND = /(?:^|[\s;{])font\s*:/i;
const BUNDLED = new RegExp(`^(["']?)${FONT_FAMILY}\\1(?:\\s*,\\s*sans-serif)?$`);

/**
 * What keeps an SVG from being a picture of a deck: one sentence each, without a full stop, that says what to do.
 * Empty where it is fit.
 */
export function faultsInSvg(svg: string): string[] {
  const dangers = dangersInSvg(svg);
  if (dangers.length > 0) return dangers;
  const elements = svgElements(svg);
  const ids = new Set(elements.map(({ attributes }) => attributes.get('id')));
  const faults = elements.flatMap((element) =>
    [...faultsOfFonts(element), ...faultsOfLinks(element, ids), ...faultsOfMarkers(element)].map(
      (fault) => `line ${element.line}: ${fault}`,
    ),
  );
  return [...faultsOfSize(svg), ...faults];
}

function faultsOfSize(svg: string): string[] {
  const bytes = Buffer.byteLength(svg);
  return bytes > MOST_BYTES
    ? [`the picture has ${bytes} bytes; simplify it to at most ${MOST_BYTES}`]
    : [];
}

function faultsOfFonts(element: SvgElement): string[] {
  const css = cssOf(element);
  const inStyles = [...css.matchAll(FONT_OF_STYLE)].map(([, font = '']) => font.trim());
  const fonts = [...inStyles, element.attributes.get('font-family') ?? FONT_FAMILY];
  const faults = fonts
    .filter((font) => !BUNDLED.test(font))
    .map((font) => `the font ${font.slice(0, 40)} is not bundled; write ${FONT_FAMILY}`);
  return FONT_SHORTHAND.test(css)
    ? [...faults, 'font in one line is not read; write font-family, font-size and font-weight']
    : faults;
}

function faultsOfLinks(element: SvgElement, ids: ReadonlySet<string | undefined>): string[] {
  return linksOf(element)
    .filter((target) => !ids.has(target.slice(1)))
    .map((target) => `nothing here has the id ${target.slice(1, 41)}; give it to what is meant`);
}

function faultsOfMarkers({ attributes }: SvgElement): string[] {
  return attributes.get('orient') === 'auto-start-reverse'
    ? ['auto-start-reverse is drawn wrongly; add a second marker that points the other way']
    : [];
}
