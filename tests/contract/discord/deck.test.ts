import { expect, it } from 'vitest';
import { plainText } from '../../../src/chat/plain.ts';
import { en } from '../../../src/chat/texts/en/index.ts';
import type { View } from '../../../src/chat/view.ts';
import { questionView } from '../../../src/chat/views/question.ts';
import { revealView } from '../../../src/chat/views/reveal.ts';
import type { Card } from '../../../src/core/card.ts';
import { parseDay } from '../../../src/core/day.ts';
import { fits } from '../../../src/core/grading.ts';
import { channelId, communityId, dailyId, roundId } from '../../../src/core/ids.ts';
import type { Round } from '../../../src/core/round.ts';
import { parseZone } from '../../../src/core/schedule.ts';
import { loadDecks } from '../../../src/deck/load-decks.ts';
import { attachedName } from '../../../src/platforms/discord/attached.ts';
import { render } from '../../../src/platforms/discord/render.ts';
import { messageFaults, nodesOf } from '../../fakes/discord/checks.ts';
import type { Json } from '../../fakes/discord/index.ts';
import { listening } from './heard.ts';

const loaded = await loadDecks('content');
if (loaded.kind === 'faulty') throw new Error('the decks are faulty');
const cards = loaded.decks.list().flatMap((deck) => deck.cards);

function roundOf(card: Card, number: number): Round {
  return {
    id: roundId.of(String(number).padStart(12, 'r')),
    community: communityId.of('discord:123456789012345678'),
    channel: channelId.of('123456789012345679'),
    daily: dailyId.of('d1'),
    number,
    day: parseDay('2026-11-23') as Round['day'],
    zone: parseZone('UTC') as Round['zone'],
    card,
    openedAt: 0,
    closesAt: 1_800_000_000_000,
    closed: false,
    exam: null,
  } as Round;
}

const cuts = (text: string): number => text.split('…').length - 1;
const cutsOf = (view: View): number => cuts(plainText(view, { member: (id) => id }));
/** In what members read; the entries of a menu only repeat it. */
const cutsIn = (body: Json): number =>
  nodesOf(body.components)
    .flatMap(({ content, items = [] }) => [
      content ?? '',
      ...items.map((item: Json) => item.description),
    ])
    .reduce((sum, text) => sum + cuts(text), 0);

it('P11 every card of the decks is posted whole, and answered once by its own controls', async () => {
  const { discord, channel, post, answer, intents, heard } = await listening();
  const ada = discord.member({ channel });
  for (const [at, card] of cards.entries()) {
    const question = questionView(roundOf(card, at + 1), en);
    const message = await post(question, `k${at}`);
    expect(cutsIn(message.body), card.id).toBe(cutsOf(question));
    const [control] = nodesOf(message.body.components).filter(({ custom_id }) => custom_id);
    answer({ kind: 'later' });
    const pressed = ada.presses(message, control.custom_id, control.options ? ['0'] : undefined);
    const { type, data } = await pressed.acknowledged;
    if (type === 9) {
      const fields = nodesOf(data.components).flatMap(({ custom_id }) => custom_id ?? []);
      const isMarks = control.custom_id.startsWith('~m');
      const values = fields.map((field, place) => [field, String(isMarks ? 0 : place)]);
      await ada.submits(pressed, Object.fromEntries(values)).acknowledged;
    }
    await heard(at + 1);
    const intent = intents[at];
    if (intent?.kind === 'answer') expect(fits(card, intent.response), card.id).toBe(true);
    else
      expect(intent).toMatchObject({ kind: 'press', press: { round: roundOf(card, at + 1).id } });
  }
  expect(new Set(cards.map(({ kind }) => kind)).size).toBe(11);
}, 60_000);

it('P11 every reveal fits and says its key and explanation whole', () => {
  for (const [at, card] of cards.entries()) {
    const reveal = revealView(roundOf(card, at + 1), [], en);
    const { body, attached } = render(reveal, en);
    const files = new Map(attached.map((each, place) => [attachedName(each, place), 1]));
    expect(messageFaults(body, files), card.id).toEqual([]);
    expect(cutsIn(body), card.id).toBe(cutsOf(reveal));
  }
});
