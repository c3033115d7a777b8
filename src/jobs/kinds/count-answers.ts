import { z } from 'zod';
import { communityField, dotted, roundField } from './fields.ts';
import { defineKind } from './kind.ts';

/** A wake-up for one open question whose count of answers is due to be shown. */
export const countAnswers = defineKind({
  kind: 'count-answers',
  data: z.object({ community: communityField, round: roundField }),
  idOf: ({ community, round }) => `count-${dotted(community)}-${round}`,
  piecesOf: () => [],
  summaryOf: ({ community, round }) => `${community} answers of round ${round}`,
  laneOf: ({ community }) => community,
  attempts: 3,
  backoffMs: 2_000,
  concurrency: 4,
});
