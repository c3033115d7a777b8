/** An SVG of the size that decks use, around the given elements. */
export function drawnSvg(inside: string, viewBox = '0 0 960 540'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${inside}</svg>`;
}
