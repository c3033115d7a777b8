import { hash } from 'node:crypto';
import { z } from 'zod';
import type { MessageAddress, ReplyAddress } from '../../chat/intent.ts';
import { SELF_GRADES } from '../../core/card.ts';
import type { GivenAnswer } from '../../ports/queue.ts';
import { communityField, memberField, opaqueField, roundField } from './fields.ts';
import { defineKind } from './kind.ts';

const response = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choice'), picks: z.array(z.number()).readonly() }),
  z.object({ kind: z.literal('marks'), marks: z.array(z.boolean()).readonly() }),
  z.object({ kind: z.literal('texts'), texts: z.array(z.string()).readonly() }),
  z.object({ kind: z.literal('places'), places: z.array(z.number()).readonly() }),
  z.object({ kind: z.literal('self'), grade: z.enum(SELF_GRADES) }),
]);

const answer = z.object({
  community: communityField,
  round: roundField,
  member: memberField,
  event: z.string(),
  response,
  receivedAt: z.number(),
  locale: z.string(),
  replyTo: opaqueField<ReplyAddress>(),
  message: opaqueField<MessageAddress>().nullable().default(null),
});

/** Answers that travel together, of any communities. */
export const recordAnswers = defineKind({
  kind: 'record-answers',
  data: z.object({ answers: z.array(answer).readonly() }),
  idOf: ({ answers }) => idOf(answers),
  piecesOf: (data) => {
    const answers = listIn(data);
    if (answers.length < 2) return [];
    return answers.map((one) => ({ jobId: idOf([one]), data: { answers: [one] } }));
  },
  summaryOf: ({ answers }) => [answers.slice(0, 1).map(nameOf), more(answers.length)].join(''),
  laneOf: () => null,
  /** More than a wake-up gets, for no tick sends an answer again: about two minutes. */
  attempts: 8,
  backoffMs: 1_000,
  concurrency: 4,
});

/** From all of the content: by fewer answers, one batch could be taken for another and lost. */
function idOf(answers: readonly unknown[]): string {
  return `answers-${hash('sha1', JSON.stringify(answers), 'base64url')}`;
}

function listIn(data: unknown): readonly unknown[] {
  const { answers } = (data ?? {}) as { readonly answers?: unknown };
  return Array.isArray(answers) ? answers : [];
}

function nameOf({ community, round, member }: GivenAnswer): string {
  return `${community} round ${round} member ${member}`;
}

function more(count: number): string {
  return count > 1 ? ` and ${count - 1} more` : '';
}
