/**
 * The most characters of each text (UTF-16 units), so that the strictest platform shows it whole. One message of
 * Discord holds 4,000 characters in all, a label of its forms 45, and an entry of a Slack menu 75, the letter before
 * it included.
 */
export const TEXT_LIMITS = {
  title: 40,
  description: 300,
  prompt: 500,
  option: 140,
  why: 220,
  explanation: 900,
  correction: 250,
  hint: 200,
  source: 120,
  answer: 600,
  /** An item to order or a right-hand side, behind its letter in a menu. */
  item: 70,
  /** A left-hand side, as the label above a menu. */
  left: 45,
  point: 140,
  wording: 60,
  unit: 20,
  alt: 300,
} as const;

/** The fewest and the most entries of each list. */
export const LIST_LIMITS = {
  /** A form of Discord has five rows, and nobody orders more in a chat. */
  items: [3, 5],
  points: [2, 4],
  gaps: [1, 3],
  wordings: [1, 30],
} as const;

/** What a file may ask of us before anything in it is used. */
export const FILE_LIMITS = {
  bytes: 256 * 1024,
  /** Lists and mappings inside each other. */
  depth: 20,
  /** Keys, values, lists and mappings. */
  nodes: 5_000,
  /** Words and signs of the YAML; a file of 5,000 nodes has at most four for each. */
  lexemes: 20_000,
} as const;
