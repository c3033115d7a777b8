import { describe, expect, it } from 'vitest';
import { deckOf, deckWith, exported, exportedText } from './decks.ts';
import { ALL_CARDS, EVERY_KIND } from './every-kind.ts';

const END = '\t####It is so because it is.\\nSource\\: Intel SDM Vol. 3\n}';

function head(id: string, tags: string): string {
  return `// [id:${id}] [tag:topic::vmcs] ${tags}\n::${id}::[plain]`;
}

describe('a deck as GIFT', () => {
  it.each([
    [
      'single',
      `${head('k-single', '[tag:difficulty::2] [tag:kind::single] [tag:seed::S01]')}What does a VMCS hold? {
\t~Pages#Pages lie in memory.
\t=State
\t~Disks#Disks lie elsewhere.
\t~Names#Names lie in a file.
${END}`,
    ],
    [
      'several',
      `${head('k-several', '[tag:difficulty::3] [tag:kind::several]')}Which of these belong to a vCPU (several may be right)? {
\t~%50%Its registers
\t~%-50%The disk#The disk belongs to the VM.
\t~%50%Its VMCS
\t~%-50%The mouse#The mouse belongs to the host.
${END}`,
    ],
    [
      'true-false',
      `${head('k-true-false', '[tag:difficulty::1] [tag:kind::true-false]')}A VMCS holds guest pages. {
\tFALSE#A VMCS holds guest state.
${END}`,
    ],
    [
      'typed',
      `${head('k-typed', '[tag:difficulty::1] [tag:kind::typed]')}What is the short name of the control structure on Intel? {
\t=VMCS
\t=virtual machine control structure
\t=%0%VMCB
${END}`,
    ],
    [
      'numeric',
      `${head('k-numeric', '[tag:difficulty::2] [tag:kind::numeric]')}How many milliseconds does it take? {
\t#-24.5:0.5
${END}`,
    ],
    [
      'match',
      `${head('k-match', '[tag:difficulty::2] [tag:kind::match]')}Match Intel with AMD. {
\t=VMCS -> VMCB
\t=VM exit -> \\#VMEXIT
\t=VPID -> ASID
${END}`,
    ],
  ] as const)('has %s cards', async (kind, question) => {
    const text = await exportedText('gift', deckWith(EVERY_KIND[kind]));
    expect(text).toBe(`$CATEGORY: Virtualization/The VMCS\n\n${question}\n\n`);
  });

  it('puts one gap into its sentence', async () => {
    const gap = { ...EVERY_KIND.gap, prompt: 'It is {1}, as ever.', gaps: [{ accept: ['so'] }] };
    const text = await exportedText('gift', deckWith(gap));
    expect(text).toContain(`[plain]It is {\n\t=so\n${END}, as ever.\n`);
  });

  it('escapes every sign that means something', async () => {
    const options = { A: '%50% ~=#{}:\\', B: '[html]b', C: 'c\nd' };
    const card = { ...EVERY_KIND.single, options, why: { A: 'a', C: 'c' } };
    const text = await exportedText('gift', deckWith(card));
    expect(text).toContain(
      '\t~%100%%50% \\~\\=\\#\\{\\}\\:\\\\#a\n\t=[plain][html]b\n\t~c\\nd#c\n',
    );
    const typed = { ...EVERY_KIND.typed, accept: ['a * b'], reject: ['c'] };
    expect(await exportedText('gift', deckWith(typed))).toContain('\t=a \\* b\n');
  });

  it('has a category for each topic, with slashes doubled', async () => {
    const [first, second, third] = ALL_CARDS;
    const deck = deckOf(
      [
        { topic: 'io', title: 'I/O', cards: first && second ? [first, second] : [] },
        { topic: 'vmcs', title: 'The VMCS', cards: third ? [third] : [] },
      ],
      'VMs and/or more',
    );
    const text = await exportedText('gift', deck);
    expect(text.match(/^\$CATEGORY.*$/gm)).toEqual([
      '$CATEGORY: VMs and//or more/I//O',
      '$CATEGORY: VMs and//or more/The VMCS',
    ]);
  });

  it('names every card and part of a card that it cannot hold', async () => {
    const { left } = await exported('gift', deckWith(...ALL_CARDS));
    expect(left.map(({ item, reason }) => `${item}: ${reason}`)).toEqual([
      'k-kprime: GIFT has no kprime cards; export it to Anki or CSV',
      'k-key-points: GIFT has no key-points cards; export it to Anki or CSV',
      'k-numeric: GIFT has no place for its unit',
      'k-order: GIFT has no order cards; export it to Anki or CSV',
      'k-gap: GIFT has one gap a question, not 2; export it to Anki or CSV',
      'k-flash: GIFT has no flash cards; export it to Anki or CSV',
    ]);
    const hinted = { ...EVERY_KIND.single, hint: 'Think.', formerly: ['k-old'] };
    const arrow = { ...EVERY_KIND.typed, accept: ['a->b'] };
    const tiny = { ...EVERY_KIND.numeric, key: 1e-30 };
    const lost = await exported('gift', deckWith(hinted, arrow, tiny));
    expect(lost.left.map(({ item, reason }) => `${item}: ${reason}`)).toEqual([
      'k-single: GIFT has no place for its hint',
      'k-single: GIFT has no place for its former ids',
      'k-typed: GIFT reads -> in an answer as a pair; export it to Anki or CSV',
      'k-numeric: GIFT cannot write the number 1e-30; export it to Anki or CSV',
    ]);
  });
});
