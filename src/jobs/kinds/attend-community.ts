import { z } from 'zod';
import { communityField, dotted } from './fields.ts';
import { defineKind } from './kind.ts';

/** A wake-up for what a community needs that has nothing to do with questions: whether the bot and its members are there. */
export const attendCommunity = defineKind({
  kind: 'attend-community',
  data: z.object({ community: communityField, about: z.enum(['belonging', 'presence']) }),
  idOf: ({ community, about }) => `${about}-${dotted(community)}`,
  piecesOf: () => [],
  summaryOf: ({ community, about }) => `${about} of ${community}`,
  laneOf: () => null,
  attempts: 3,
  backoffMs: 10_000,
  concurrency: 4,
});
