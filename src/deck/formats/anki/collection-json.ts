import { FIELDS, NOTE_TYPE } from './anki-fields.ts';
import { stableNumber } from './stable-numbers.ts';

const TEMPLATE = { qfmt: '{{Front}}', afmt: '{{FrontSide}}\n\n<hr id="answer">\n\n{{Back}}' };
const CSS = `.card { font-family: arial; font-size: 20px; text-align: left; max-width: 40em; margin: 0 auto; }
img { max-width: 100%; }
.source { color: gray; font-size: 14px; }
`;

/** Changes with the layout, so that Anki never mixes two of them. */
export const NOTE_TYPE_ID = stableNumber('note type', JSON.stringify([FIELDS, TEMPLATE]));

/** Our note type, as Anki's collection keeps it. `at`: in seconds. */
export function noteTypesJson(at: number): string {
  const flds = FIELDS.map((name, ord) => ({
    name,
    ord,
    font: 'Arial',
    media: [],
    rtl: false,
    size: 20,
    sticky: false,
  }));
  const template = { name: 'Card 1', ord: 0, ...TEMPLATE, bqfmt: '', bafmt: '', did: null };
  const noteType = {
    id: NOTE_TYPE_ID,
    name: NOTE_TYPE,
    type: 0,
    mod: at,
    usn: -1,
    sortf: 0,
    did: 1,
    tmpls: [template],
    flds,
    css: CSS,
    latexPre:
      '\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    req: [[0, 'any', [FIELDS.indexOf('Front')]]],
    tags: [],
    vers: [],
  };
  return JSON.stringify({ [NOTE_TYPE_ID]: noteType });
}

/** The decks by id, beside the one that every collection has. */
export function decksJson(decks: ReadonlyMap<string, number>, at: number): string {
  const all = [['Default', 1] as const, ...decks];
  return JSON.stringify(Object.fromEntries(all.map(([name, id]) => [id, deckOf(name, id, at)])));
}

function deckOf(name: string, id: number, at: number): object {
  const today = { newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] };
  const limits = { conf: 1, extendNew: 0, extendRev: 0 };
  return { id, name, desc: '', mod: at, usn: -1, dyn: 0, collapsed: false, ...limits, ...today };
}

/** How Anki's own new collection is set. */
export const CONF = JSON.stringify({
  activeDecks: [1],
  addToCur: true,
  collapseTime: 1200,
  curDeck: 1,
  curModel: String(NOTE_TYPE_ID),
  dueCounts: true,
  estTimes: true,
  newBury: true,
  newSpread: 0,
  nextPos: 1,
  sortBackwards: false,
  sortType: 'noteFld',
  timeLim: 0,
});

export const DECK_CONF = JSON.stringify({
  1: {
    id: 1,
    name: 'Default',
    mod: 0,
    usn: 0,
    autoplay: true,
    replayq: true,
    maxTaken: 60,
    timer: 0,
    new: {
      bury: true,
      delays: [1, 10],
      initialFactor: 2500,
      ints: [1, 4, 7],
      order: 1,
      perDay: 20,
      separate: true,
    },
    rev: {
      bury: true,
      ease4: 1.3,
      fuzz: 0.05,
      ivlFct: 1,
      maxIvl: 36500,
      minSpace: 1,
      perDay: 200,
    },
    lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
  },
});
