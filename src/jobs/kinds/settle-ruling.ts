import { z } from 'zod';
import { communityField, dotted } from './fields.ts';
import { defineKind } from './kind.ts';

/** A wake-up for what follows from a decided appeal; it comes again for each member who is told. */
export const settleRuling = defineKind({
  kind: 'settle-ruling',
  data: z.object({ community: communityField, number: z.int().positive() }),
  idOf: ({ community, number }) => `ruling-${dotted(community)}-${number}`,
  piecesOf: () => [],
  summaryOf: ({ community, number }) => `${community} what follows from appeal ${number}`,
  laneOf: ({ community }) => community,
  attempts: 5,
  backoffMs: 2_000,
  concurrency: 2,
});
