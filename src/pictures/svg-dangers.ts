import { type SvgElement, svgElements, UnreadableSvg } from './svg-elements.ts';

/** What a drawing may ask of us. */
const LIMITS = {
  bytes: 64 * 1024,
  /** Elements inside each other; each may cost a canvas of its own. */
  depth: 12,
  /** The longer side of the viewBox over the shorter one. */
  proportion: 3,
} as const;

const LINES = new Set(['line', 'polyline', 'polygon', 'path']);
const SHAPES = new Set([...LINES, 'rect', 'circle', 'ellipse']);
const TEXTS = ['text', 'tspan', 'title', 'desc', 'style'];
const PAINTS = ['linearGradient', 'radialGradient', 'stop'];
/** All that a drawing is made of. Nothing here loads or runs; nothing but a marker is drawn more than once. */
const ELEMENTS = new Set([...SHAPES, ...TEXTS, ...PAINTS, 'g', 'defs', 'marker']);

const NAMESPACE = 'http://www.w3.org/2000/svg';
const FRAGMENT = /^#[\w-]+$/;
/** Each of these is drawn on a canvas of its own: slow, and off the edge of the picture the drawer aborts the process. */
const LAYERS = /(?:^|[\s;{])(opacity|filter|mask|clip-path|mix-blend-mode|isolation)\s*:/;

/**
 * Why an SVG is not drawn: it reaches outside, asks too much, or is no SVG. One sentence each, without a full stop;
 * empty where it is harmless.
 */
export function dangersInSvg(svg: string): string[] {
  const bytes = Buffer.byteLength(svg);
  if (bytes > LIMITS.bytes)
    return [`the picture has ${bytes} bytes; simplify it to at most ${LIMITS.bytes}`];
  try {
    const elements = svgElements(svg);
    return elements.flatMap((element) =>
      dangersOf(element, elements).map((danger) => `line ${element.line}: ${danger}`),
    );
  } catch (error) {
    if (error instanceof UnreadableSvg) return [error.message];
    throw error;
  }
}

/** All CSS of an element: its attribute `style`, and its text where it is a `<style>`. */
export function cssOf({ name, attributes, text }: SvgElement): string {
  return `${attributes.get('style') ?? ''};${name === 'style' ? text : ''}`;
}

/** The targets of every `url(…)` and `href` of an element, as written. */
export function linksOf(element: SvgElement): string[] {
  const texts = [...element.attributes.values(), element.name === 'style' ? element.text : ''];
  const urls = texts.flatMap((text) => [...text.matchAll(/url\(\s*(['"]?)([^)]*?)\1\s*\)/gi)]);
  const hrefs = [...element.attributes].filter(([name]) => /(?:^|:)href$/i.test(name));
  return [...urls.map(([, , target = '']) => target), ...hrefs.map(([, target]) => target)];
}

function dangersOf(element: SvgElement, elements: readonly SvgElement[]): string[] {
  const isRoot = element.parent === null;
  if (!isRoot && !ELEMENTS.has(element.name))
    return [`<${element.name}> is not drawn here; use plain shapes, lines and text`];
  return [
    ...(isRoot ? dangersOfRoot(element) : []),
    ...dangersOfDepth(element),
    ...dangersOfLinks(element),
    ...dangersOfAttributes(element),
    ...dangersOfCss(cssOf(element)),
    ...dangersOfMarkers(element, elements),
  ];
}

function dangersOfRoot({ name, attributes }: SvgElement): string[] {
  const dangers: string[] = [];
  if (name !== 'svg' || attributes.get('xmlns') !== NAMESPACE)
    dangers.push(`the picture does not begin with <svg xmlns="${NAMESPACE}">`);
  if (!hasFitViewBox(attributes.get('viewBox')))
    dangers.push(
      `the viewBox is missing or odd; write viewBox="0 0 960 540", at most ${LIMITS.proportion} times as long as wide`,
    );
  if (attributes.has('width') || attributes.has('height'))
    dangers.push('width and height come from the viewBox; take them out of <svg>');
  return dangers;
}

function hasFitViewBox(text = ''): boolean {
  const numbers = text
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , width = 0, height = 0] = numbers;
  return (
    numbers.length === 4 &&
    numbers.every(Number.isFinite) &&
    Math.min(width, height) > 0 &&
    Math.max(width, height) <= LIMITS.proportion * Math.min(width, height)
  );
}

function dangersOfDepth({ depth }: SvgElement): string[] {
  return depth > LIMITS.depth ? [`elements are more than ${LIMITS.depth} deep; ungroup some`] : [];
}

function dangersOfLinks(element: SvgElement): string[] {
  const outward = linksOf(element).filter((target) => !FRAGMENT.test(target));
  return outward.map((target) => {
    const shown = JSON.stringify(target.slice(0, 40));
    return `${shown} is outside of the picture; link to an #id in it`;
  });
}

function dangersOfAttributes({ attributes }: SvgElement): string[] {
  return [...attributes.keys()].flatMap((name) => {
    if (/^on/i.test(name)) return [`${name} is a script; take it out`];
    return LAYERS.test(`${name}:`) ? [layered(name)] : [];
  });
}

function dangersOfCss(css: string): string[] {
  const dangers: string[] = [];
  if (/[@\\]/.test(css))
    dangers.push('@import, @font-face and \\ are not read in a style; take them out');
  const layer = LAYERS.exec(css);
  if (layer !== null) dangers.push(layered(layer[1] ?? ''));
  if (/marker[\w-]*\s*:/.test(css))
    dangers.push(
      'markers are named at the line itself, such as marker-end="url(#tip)", not in a style',
    );
  return dangers;
}

function layered(property: string): string {
  return property === 'opacity'
    ? 'opacity is not drawn here; use fill-opacity and stroke-opacity'
    : `${property} is not drawn here; use plain shapes`;
}

/** A marker is drawn at every corner of a line; markers of markers would multiply. */
function dangersOfMarkers(element: SvgElement, elements: readonly SvgElement[]): string[] {
  const { name, attributes, parent } = element;
  const dangers: string[] = [];
  const isMarked = [...attributes.keys()].some((attribute) => /^marker(?:-|$)/.test(attribute));
  if (isMarked && (!LINES.has(name) || parent?.name === 'marker'))
    dangers.push('markers belong to lines and paths outside of <marker>; name them there');
  if (parent?.name === 'marker' && !SHAPES.has(name))
    dangers.push(`<${name}> is inside of <marker>; put one plain shape there`);
  if (name === 'marker' && attributes.get('overflow') !== 'visible')
    dangers.push('this marker would be cut out; give it overflow="visible"');
  if (name === 'marker' && elements.filter((inner) => inner.parent === element).length > 1)
    dangers.push('this marker has several shapes; draw it as one path');
  return dangers;
}
