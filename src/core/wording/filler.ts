const wordsIn = (text: string): string[] => text.trim().split(/\s+/);

/** Ways to say that an answer follows, or how sure one is. */
export const FILLER: ReadonlySet<string> = new Set(
  wordsIn(`
    it its is was be are were this that these those they he she there here
    i im id we you me my our your
    would will should could must might may can
    called named name known as say says mean means refer referred to
    think thinks guess believe suppose assume know
    maybe perhaps probably possibly presumably likely definitely certainly surely sure pretty obviously clearly
    just simply basically actually really also usually mostly commonly often
    so well uh um hm hmm erm eh oh ah ok okay yes yeah yep
    please pls thanks thx sorry lol haha imo imho afaik iirc
    answer solution something like some of
    by via through using use uses used with in on at for
    said short term again still then
  `),
);

/** Several words that are filler only together. */
export const FILLER_PHRASES: readonly (readonly string[])[] = [
  ['not', 'sure'],
  ['not', 'certain'],
  ['no', 'idea'],
  ['no', 'clue'],
  ['do', 'not', 'know'],
  ['we', 'call'],
  ['you', 'call'],
  ['they', 'call'],
  ['i', 'call'],
  ['kind', 'of'],
  ['sort', 'of'],
  ['type', 'of'],
  ['i', 'e'],
  ['e', 'g'],
];

/** Head nouns so general that they add nothing: "the VMCS structure". */
export const GENERAL: ReadonlySet<string> = new Set(
  wordsIn(`
    technique mechanism method approach concept principle feature structure thing idea term problem effect
    technology strategy scheme phenomenon technic facility
  `),
);

/** What a name may be: "the CPUID instruction", "HS mode", "the Xen hypervisor". */
export const KINDS: ReadonlySet<string> = new Set(
  wordsIn(
    `instruction register hypervisor vmm mode flag bit field namespace extension opcode command`,
  ),
);

/** Between two wordings that are both right. */
export const CONNECTORS: ReadonlySet<string> = new Set(
  wordsIn(`and or aka ie eg abbreviated abbreviation respectively`),
);

/** After a general noun at the beginning: "the technique called", "the problem of". */
export const LINKS: ReadonlySet<string> = new Set(wordsIn(`of called named is was are`));
