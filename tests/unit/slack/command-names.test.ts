import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textView } from '../../../src/chat/view.ts';
import {
  formAsTyped,
  namingWith,
  ownFamilies,
  viewAsTyped,
} from '../../../src/platforms/slack/command-names.ts';

const plain = namingWith('');
const prefixed = namingWith('hc-');

describe('the commands that a text names', () => {
  it.each([
    ['/daily setup makes one.', '/daily setup makes one.', '/hc-daily setup makes one.'],
    ['Type /me erase.', 'Type /hypercall me erase.', 'Type /hc-me erase.'],
    ['in /review, or /quiz solo', 'in /hypercall review, or /quiz solo', null],
    ['/help lists them', '/hypercall help lists them', '/hypercall help lists them'],
    ['(/streak)', '(/streak)', '(/hc-streak)'],
    ['/invite @Hypercall', '/invite @Hypercall', '/invite @Hypercall'],
    ['docs/help and /help/me', 'docs/help and /help/me', 'docs/help and /help/me'],
    ['/dev/kvm, /meta, a/b', '/dev/kvm, /meta, a/b', '/dev/kvm, /meta, a/b'],
    ['https://quiz.example/quiz', 'https://quiz.example/quiz', 'https://quiz.example/quiz'],
  ])('%j are those that members of Slack can type', (text, here, withPrefix) => {
    expect(plain(text)).toBe(here);
    if (withPrefix !== null) expect(prefixed(text)).toBe(withPrefix);
  });

  it('stay as they are once they are as they are typed', () => {
    const words = fc.constantFrom('/me', '/daily setup', '/help', ' ', '.', 'a', '/', 'me', '<');
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const text = parts.join('');
        expect(plain(plain(text))).toBe(plain(text));
        expect(prefixed(prefixed(text))).toBe(prefixed(text));
      }),
    );
  });

  it('are put right wherever a view of ours has words, and never in what is asked', () => {
    const view = {
      ...textView('news', 'See /help', '/me stats', [
        { kind: 'code', text: '/review' },
        ' or ',
        { kind: 'strong', text: '/me show' },
      ]),
      footer: '/explain shows it',
    };
    const shown = JSON.stringify(viewAsTyped(view, plain));
    for (const word of ['help', 'me stats', 'review', 'me show', 'explain']) {
      expect(shown).toContain(`/hypercall ${word}`);
    }
    const question = textView('question', 'Question 1', 'What does /help print?');
    expect(viewAsTyped(question, plain)).toBe(question);
  });

  it('are put right in the hints of a form', () => {
    const field = { name: 'when', label: 'When', hint: 'as /daily list shows', value: '' };
    const form = { name: 'daily-edit', subject: 'd1', title: 'Edit', fields: [field] } as const;
    expect(formAsTyped(form, prefixed).fields[0]?.hint).toBe('as /hc-daily list shows');
  });
});

it('no command bears a name that Slack keeps for itself', () => {
  expect(ownFamilies('')).not.toContain('me');
  expect(ownFamilies('hc-')).toContain('me');
});
