export const THEMES = ['dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];

/** The colours of a theme. Those of words stand out at least 4.5 to 1, those of shapes 3 to 1. */
export interface Palette {
  readonly ground: string;
  /** Of tiles and of the reader's row. */
  readonly raised: string;
  /** Of what is empty: the rest of a bar. Only a hint, for the number stands beside it. */
  readonly hollow: string;
  readonly words: string;
  readonly quiet: string;
  readonly accent: string;
  readonly good: string;
  readonly half: string;
  readonly bad: string;
}

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  dark: {
    ground: '#16181d',
    raised: '#22262e',
    hollow: '#303641',
    words: '#f2f3f5',
    quiet: '#a9b0bd',
    accent: '#6ea8fe',
    good: '#4cc38a',
    half: '#e5b454',
    bad: '#f2807c',
  },
  light: {
    ground: '#ffffff',
    raised: '#f0f2f5',
    hollow: '#dde1e7',
    words: '#1b1f27',
    quiet: '#555d6b',
    accent: '#1f5fd0',
    good: '#1a7f50',
    half: '#9a6500',
    bad: '#c2372f',
  },
};
