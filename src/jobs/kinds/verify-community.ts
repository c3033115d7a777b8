import { z } from 'zod';
import { communityField, dotted } from './fields.ts';
import { defineKind } from './kind.ts';

/** A wake-up for a community whose books are due to be held against the answer log. */
export const verifyCommunity = defineKind({
  kind: 'verify-community',
  data: z.object({ community: communityField }),
  idOf: ({ community }) => `verify-${dotted(community)}`,
  piecesOf: () => [],
  summaryOf: ({ community }) => community,
  laneOf: () => null,
  attempts: 3,
  backoffMs: 10_000,
  concurrency: 1,
});
