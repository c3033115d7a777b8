/** What figures can mean: with their only sign before the fraction, or with it between thousands. */
export interface Figure {
  readonly decimal: number;
  /** Null where the sign can be nothing but a decimal one. */
  readonly thousands: number | null;
}

const FRACTION = /^(?:(\d+)\s+)?(\d+)\s*\/\s*(\d+)(?![\d.,])/;
const FIGURES = /^(?:\d{1,3}(?:[ '_]\d{3})+(?!\d)|\d+)(?:[.,]\d+)*|^[.,]\d+/;
const POWER = /^\s*(?:e([+-]?\d{1,4})|[x×*·]\s*10\s*\^\s*([+-]?\d{1,4}))(?![\p{L}\d.,])/iu;
const MULTIPLIER = /^\s*(k|thousand|million)(?!\p{L})/iu;

const MULTIPLIERS: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, million: 1e6 };

/** The figure at the beginning of `text`, which has no sign before it, and what stands behind it; null for none. */
export function figureAt(text: string): { readonly figure: Figure; readonly rest: string } | null {
  const fraction = FRACTION.exec(text);
  if (fraction !== null) {
    const [all, whole = '0', above = '', below = ''] = fraction;
    const value = Number(whole) + Number(above) / Number(below);
    return { figure: { decimal: value, thousands: null }, rest: text.slice(all.length) };
  }
  const [figures] = FIGURES.exec(text) ?? [];
  if (figures === undefined) return null;
  const read = readingOf(figures.replace(/[ '_]/g, ''));
  return read === null ? null : scaled(read, text.slice(figures.length));
}

function readingOf(figures: string): Figure | null {
  if (/^\d*[.,]\d+$/.test(figures)) {
    const decimal = Number(figures.replace(',', '.'));
    const isGroup = /^[1-9]\d{0,2}[.,]\d{3}$/.test(figures);
    return { decimal, thousands: isGroup ? Number(figures.replace(/[.,]/, '')) : null };
  }
  const grouped =
    /^\d+$/.test(figures) ||
    /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(figures) ||
    /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(figures);
  return grouped ? { decimal: Number(ungrouped(figures)), thousands: null } : null;
}

/** The first kind of sign parts thousands; another one after it parts the fraction. */
function ungrouped(figures: string): string {
  const [first = ''] = /[.,]/.exec(figures) ?? [];
  return first === '' ? figures : figures.replaceAll(first, '').replace(',', '.');
}

function scaled(figure: Figure, behind: string): { figure: Figure; rest: string } {
  const [power = '', e, ten] = POWER.exec(behind) ?? [];
  const afterPower = behind.slice(power.length);
  const [multiplier = '', name = ''] = MULTIPLIER.exec(afterPower) ?? [];
  const factor = 10 ** Number(e ?? ten ?? 0) * (MULTIPLIERS[name.toLowerCase()] ?? 1);
  const { decimal, thousands } = figure;
  return {
    figure: {
      decimal: decimal * factor,
      thousands: thousands === null ? null : thousands * factor,
    },
    rest: afterPower.slice(multiplier.length),
  };
}
