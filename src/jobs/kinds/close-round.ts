import { z } from 'zod';
import { communityField, dotted, roundField } from './fields.ts';
import { defineKind } from './kind.ts';

/** A wake-up for one round that is due to close. */
export const closeRound = defineKind({
  kind: 'close-round',
  data: z.object({ community: communityField, round: roundField }),
  idOf: ({ community, round }) => `close-${dotted(community)}-${round}`,
  piecesOf: () => [],
  summaryOf: ({ community, round }) => `${community} round ${round}`,
  laneOf: ({ community }) => community,
  attempts: 5,
  backoffMs: 2_000,
  concurrency: 100,
});
