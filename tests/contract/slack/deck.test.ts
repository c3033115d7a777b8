import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Intent } from '../../../src/chat/intent.ts';
import { textsFor } from '../../../src/chat/texts/index.ts';
import { questionView } from '../../../src/chat/views/question.ts';
import { revealView } from '../../../src/chat/views/reveal.ts';
import type { Card } from '../../../src/core/card.ts';
import { type Day, parseDay } from '../../../src/core/day.ts';
import { fits } from '../../../src/core/grading.ts';
import { dailyId, roundId } from '../../../src/core/ids.ts';
import type { Round } from '../../../src/core/round.ts';
import type { Zone } from '../../../src/core/schedule.ts';
import { loadDecks } from '../../../src/deck/load-decks.ts';
import type { Member } from '../../fakes/slack/member.ts';
import { openSlack, type Workspace } from '../../fakes/slack/workspace.ts';
import type { Json, Posted } from '../../fakes/slack/world.ts';

const loaded = await loadDecks('content');
if (loaded.kind === 'faulty') throw new Error('the decks are faulty');
const cards = loaded.decks.list().flatMap((deck) => deck.cards);
const texts = textsFor('en');

let slack: Workspace;
let intents: Intent[];
beforeEach(async () => {
  intents = [];
  slack = await openSlack();
  await slack.platform.start(async (intent) => {
    intents.push(intent);
    return { kind: 'later' };
  });
});
afterEach(() => slack.close());

const roundOf = (card: Card, number: number): Round => ({
  id: roundId.of(String(number).padStart(12, 'r')),
  ...slack.place,
  daily: dailyId.of('d1'),
  number,
  day: parseDay('2026-11-23') as Day,
  zone: 'UTC' as Zone,
  card,
  openedAt: 0,
  closesAt: 1_800_000_000_000,
  closed: false,
  exam: null,
});

const elementsOf = ({ blocks }: Posted): Json[] =>
  blocks.flatMap(({ elements, accessory }) => [
    ...((elements ?? []) as Json[]),
    ...(accessory ? [accessory as Json] : []),
  ]);

/** The first value that each input of a form takes, and another for each menu. */
function filled(view: Json): Record<string, string> {
  const inputs = (view['blocks'] as Json[]).filter(({ type }) => type === 'input');
  const values = inputs.map(({ block_id, element }, at) => {
    const { type } = element as Json;
    const value = type === 'static_select' ? String(at) : type === 'radio_buttons' ? '0' : '1';
    return [String(block_id), value];
  });
  return Object.fromEntries(values);
}

/** Answers by the means that the message offers. */
async function answer(bob: Member, posted: Posted): Promise<void> {
  const [control] = elementsOf(posted).filter(({ action_id }) => action_id);
  const id = String(control?.['action_id']);
  if (id === 'ticks') return void (await bob.ticks(['0']));
  const [option] = (control?.['options'] ?? []) as Json[];
  await bob.presses(String(option?.['value'] ?? control?.['value']));
  if (id !== 'open') return;
  const { view } = await bob.form();
  expect((await bob.fills(filled(view)))?.payload).toEqual({});
}

it('P11 every card of the decks is posted, answered once by its own means, and revealed', async () => {
  const signal = new AbortController().signal;
  const bob = slack.member('bob');
  for (const [at, card] of cards.entries()) {
    const round = roundOf(card, at + 1);
    const message = await slack.platform.post(slack.place, questionView(round, texts), 'k', signal);
    const posted = slack.channel.messages.at(-1) as Posted;
    expect(
      posted.blocks.filter(({ type }) => type === 'image'),
      card.id,
    ).toHaveLength(card.picture ? 1 : 0);
    await answer(bob, posted);
    await expect.poll(() => intents.length, { interval: 1 }).toBe(at + 1);
    const intent = intents[at];
    if (intent?.kind === 'answer') expect(fits(card, intent.response), card.id).toBe(true);
    else expect(intent).toMatchObject({ kind: 'press', press: { round: round.id } });
    await slack.platform.edit(message, revealView(round, [], texts));
    expect(elementsOf(posted).filter(({ action_id }) => action_id)).toEqual([]);
  }
  expect(new Set(cards.map(({ kind }) => kind)).size).toBe(11);
  expect(slack.faults).toEqual([]);
}, 60_000);
