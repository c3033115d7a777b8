/** British beside American, where no ending tells; the word that both become. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['centre', 'center'],
  ['metre', 'meter'],
  ['fibre', 'fiber'],
  ['defence', 'defense'],
  ['licence', 'license'],
  ['offence', 'offense'],
  ['grey', 'gray'],
  ['programme', 'program'],
  ['catalogue', 'catalog'],
  ['analogue', 'analog'],
  ['disc', 'disk'],
  ['artefact', 'artifact'],
  ['acknowledgement', 'acknowledgment'],
  ['judgement', 'judgment'],
  ['queueing', 'queuing'],
]);

/** Shorter words only look so: "four", "your", "prize", "filled". */
const SHORTEST = { our: 6, ise: 7, doubled: 8 };

const ISE = /(?<=[iy])[sz](?=(?:e|ed|es|er|ers|ing|able|ation|ations)$)/;

/** One spelling for -our and -or, -lled and -led, and a few single words. Lower case in, lower case out. */
export function spelled(word: string): string {
  const known = SPELLINGS.get(word);
  if (known !== undefined) return known;
  let folded = word;
  if (word.length >= SHORTEST.our) {
    folded = folded.replace(/our(?=(?:s|ed|ing|al|able|ful|less|hood|ism|ite)?$)/, 'or');
  }
  if (word.length >= SHORTEST.doubled) folded = folded.replace(/ll(?=(?:ed|ing|er|ers)$)/, 'l');
  return folded;
}

/**
 * The word with -ise and with -ize, itself first. Only what is looked for has both: folded in what was typed,
 * "hyperviser" would no longer be one letter away from "hypervisor", nor "virtualisaton" from its -z- sister.
 */
export function bothSpellings(word: string): string[] {
  const letter = word.length < SHORTEST.ise ? undefined : ISE.exec(word)?.[0];
  return letter === undefined ? [word] : [word, word.replace(ISE, letter === 's' ? 'z' : 's')];
}
