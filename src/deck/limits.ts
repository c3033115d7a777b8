/** The most characters of each text (UTF-16 units), so that the strictest platform shows it whole. */
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
