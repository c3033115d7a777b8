import { z } from 'zod';
import { communityField, dailyField, dotted } from './fields.ts';
import { defineKind } from './kind.ts';

/** A wake-up for a daily whose streaks a correction left to be counted anew. */
export const recountDaily = defineKind({
  kind: 'recount-daily',
  data: z.object({ community: communityField, daily: dailyField }),
  idOf: ({ community, daily }) => `recount-${dotted(community)}-${daily}`,
  piecesOf: () => [],
  summaryOf: ({ community, daily }) => `${community} ${daily}`,
  laneOf: ({ community }) => community,
  attempts: 5,
  backoffMs: 2_000,
  concurrency: 2,
});
