import { z } from 'zod';
import { communityField, dailyField, dayField, dotted } from './fields.ts';
import { defineKind } from './kind.ts';

/** A wake-up for one row of the ledger. */
export const postOccurrence = defineKind({
  kind: 'post-occurrence',
  data: z.object({ community: communityField, daily: dailyField, day: dayField }),
  idOf: ({ community, daily, day }) => `post-${dotted(community)}-${daily}-${day}`,
  piecesOf: () => [],
  summaryOf: ({ community, daily, day }) => `${community} ${daily} ${day}`,
  laneOf: ({ community }) => community,
  attempts: 5,
  backoffMs: 2_000,
  concurrency: 100,
});
