import { z } from 'zod';
import { communityField, dotted, roundField } from './fields.ts';
import { defineKind } from './kind.ts';

/** A wake-up for the reminders of one round; it comes again for each member. */
export const remindRound = defineKind({
  kind: 'remind-round',
  data: z.object({ community: communityField, round: roundField }),
  idOf: ({ community, round }) => `remind-${dotted(community)}-${round}`,
  piecesOf: () => [],
  summaryOf: ({ community, round }) => `${community} reminders of round ${round}`,
  laneOf: ({ community }) => community,
  attempts: 5,
  backoffMs: 2_000,
  concurrency: 2,
});
