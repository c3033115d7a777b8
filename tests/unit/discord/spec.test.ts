import { describe, expect, it } from 'vitest';
import { en } from '../../../src/chat/texts/en/index.ts';
import { textView } from '../../../src/chat/view.ts';
import { commandPayloads } from '../../../src/platforms/discord/command-payloads.ts';
import { render } from '../../../src/platforms/discord/render.ts';
import { specFaults } from '../../fakes/discord/spec.ts';

const POST = '/channels/123456789012345678/messages';
const { body } = render(textView('news', 'Hello', 'and more'), en);
const button = { type: 2, style: 1, label: 'A', custom_id: 'a' };
const rowOf = (...components: object[]) => ({ ...body, components: [{ type: 1, components }] });

describe("P11 Discord's own description of its interface", () => {
  it('takes what we send', () => {
    expect(specFaults('POST', POST, { ...body, nonce: 'k1', enforce_nonce: true })).toEqual([]);
    expect(specFaults('PUT', '/applications/1/commands', commandPayloads())).toEqual([]);
    expect(specFaults('GET', POST, null)).toEqual([]);
  });

  it.each([
    ['a field that it does not know', { ...body, colour: 1 }, '/colour: unknown'],
    ['one deep inside', rowOf({ ...button, tone: 1 }), '/components/0/components/0/tone: unknown'],
    ['a wrong type', { ...body, flags: '1' }, '/flags: '],
    ['an attachment by a number', { ...body, attachments: [{ id: 0 }] }, '/attachments/0/id: '],
    ['a label that is too long', rowOf({ ...button, label: 'x'.repeat(81) }), '/label: '],
    ['six buttons in a row', rowOf(...Array(6).fill(button)), '/components'],
    ['a mention of nobody knows what', { ...body, allowed_mentions: { parse: ['all'] } }, '/parse'],
  ])('refuses %s, by its place', (_, wrong, place) => {
    expect(specFaults('POST', POST, wrong).join('\n')).toContain(place);
  });

  it('refuses a response of a kind that there is not, and a body where none is described', () => {
    expect(specFaults('POST', '/interactions/1/token/callback', { type: 99 })).toHaveLength(1);
    expect(specFaults('DELETE', POST, {})).toHaveLength(1);
  });
});
