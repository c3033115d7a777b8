import { describe, expect, it } from 'vitest';
import { deckWith, exported, imported, refusals } from './decks.ts';
import { EVERY_KIND } from './every-kind.ts';

describe('a Quizlet set', () => {
  it('becomes flash cards, with quotes as they are', async () => {
    const text = 'vCPU\ta virtual "processor"\r\nVM exit\tthe way\tout\r\n';
    const { topics, bad } = await imported('quizlet', text);
    expect(bad).toEqual([]);
    expect(topics[0]?.cards).toMatchObject([
      { kind: 'flash', prompt: 'vCPU', answer: 'a virtual "processor"' },
      { kind: 'flash', prompt: 'VM exit', answer: 'the way out' },
    ]);
  });

  it('needs a tab, a term and a definition on each line', async () => {
    expect(await refusals('quizlet', 'vCPU - processor\n\tsomething\nVMCS\t ')).toEqual([
      '1 "vCPU - processor": no tab stands between term and definition; put one there',
      '2 "something": the term is empty; write it',
      '3 "VMCS": the definition is empty; write it',
    ]);
  });

  it('is a line for each card that has one answer', async () => {
    const deck = deckWith(EVERY_KIND.flash, EVERY_KIND.numeric, EVERY_KIND.single);
    expect(await exported('quizlet', deck)).toEqual({
      content:
        'What is a hypercall?\tA call of the hypervisor. A guest makes it on purpose.\n' +
        'How many milliseconds does it take?\t-24.5 ms\n',
      left: [
        expect.objectContaining({
          item: 'k-single',
          reason: 'Quizlet has no single cards; export it to Anki or CSV',
        }),
        expect.objectContaining({ item: 'the file' }),
      ],
    });
  });
});
