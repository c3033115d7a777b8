import type { Intent, MessageAddress } from '../../../src/chat/intent.ts';
import { plainText } from '../../../src/chat/plain.ts';
import { textsFor } from '../../../src/chat/texts/index.ts';
import type { Reply } from '../../../src/chat/view.ts';
import { HOUR, type Instant, SECOND } from '../../../src/core/day.ts';
import type { Dice } from '../../../src/core/dice.ts';
import { roundId } from '../../../src/core/ids.ts';
import type { Message, Press } from './history.ts';
import { diceFor, noteFault, origin, type Stage } from './stage.ts';

const OPTIONS = 4;
/** The share of members who answer a question. */
const ANSWERS = 0.65;

/** Has the members of a community answer a question that they now see: at once, hours later, around its close. */
export function answerQuestion(stage: Stage, message: Message, members: number): void {
  for (let at = 1; at <= members; at++) {
    const member = `m${at}`;
    const dice = diceFor(stage, `${message.community} ${message.message} ${member}`);
    if (dice() > ANSWERS) continue;
    press(stage, message, member, momentFor(message, dice), dice);
    if (dice() < 0.06) press(stage, message, member, momentFor(message, dice), dice);
  }
}

function momentFor({ at, closesAt }: Message, dice: Dice): Instant {
  const when = dice();
  if (when < 0.7) return at + SECOND + dice() * 90 * SECOND;
  if (when < 0.9) return at + dice() * 11 * HOUR;
  return closesAt - 3 * SECOND + dice() * 6 * SECOND;
}

function press(stage: Stage, message: Message, member: string, at: Instant, dice: Dice): void {
  const isDoubled = stage.kinds.has('doubled event') && dice() < 0.08;
  const pick = Math.floor(dice() * OPTIONS);
  stage.agenda.add({
    at,
    isDelicate: false,
    act: () => give(stage, message, member, pick, isDoubled, dice),
  });
}

function give(
  stage: Stage,
  { community, daily, day, round, message }: Message,
  member: string,
  pick: number,
  isDoubled: boolean,
  dice: Dice,
): void {
  const receivedAt = stage.clock.now();
  const event = `event-${stage.presses.length + 1}`;
  const written = {
    event,
    community,
    round,
    member,
    pick,
    receivedAt,
    outcome: 'refused' as const,
  };
  const entry: { -readonly [Name in keyof Press]: Press[Name] } = written;
  stage.presses.push(entry);
  if (isDoubled) noteFault(stage, 'doubled event', 0, { target: { community, daily, day } });
  const intent: Intent = {
    ...origin(community, member, event, receivedAt),
    message: message as MessageAddress,
    kind: 'press',
    press: { kind: 'answer', round: roundId.of(round), picks: [pick] },
  };
  for (let times = isDoubled ? 2 : 1; times > 0; times--) {
    const delivered = stage.fleet.deliver(intent, dice);
    if (!delivered) continue;
    // Until somebody answers, it may have arrived.
    entry.outcome = better(entry.outcome, 'unsure');
    const heard = delivered.then(({ reply }) => {
      entry.outcome = better(entry.outcome, outcomeOf(reply));
      // The only delivery was refused for good: nobody may count it.
      if (!isDoubled && outcomeOf(reply) === 'refused') entry.outcome = 'refused';
    });
    stage.underWay.add(heard);
    void heard.finally(() => stage.underWay.delete(heard));
  }
}

const BEST = ['refused', 'unsure', 'accepted'] as const;

function better(one: Press['outcome'], other: Press['outcome']): Press['outcome'] {
  return BEST.indexOf(one) > BEST.indexOf(other) ? one : other;
}

function outcomeOf(reply: Reply | null): Press['outcome'] {
  if (reply === null) return 'unsure';
  if (reply.kind === 'later') return 'accepted';
  return reply.kind === 'view' && isUncertain(reply) ? 'unsure' : 'refused';
}

/** Sentences after which a deed may or may not have happened. */
function isUncertain({ view }: Extract<Reply, { kind: 'view' }>): boolean {
  const { refusal } = textsFor('en');
  const text = plainText(view, { member: (id) => id });
  return [refusal.notConfirmed, refusal.fault].some((sentence) => text.includes(sentence));
}

/** What became of an order. */
export function outcomeOfOrder(reply: Reply | null): 'done' | 'refused' | 'unsure' {
  if (reply === null || reply.kind !== 'view') return 'unsure';
  const text = plainText(reply.view, { member: (id) => id });
  if (isUncertain(reply) || text.includes(textsFor('en').refusal.tryAgain)) return 'unsure';
  return reply.view.tone === 'refusal' ? 'refused' : 'done';
}
