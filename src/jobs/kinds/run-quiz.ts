import { z } from 'zod';
import { communityField, dotted, quizField } from './fields.ts';
import { defineKind } from './kind.ts';

/** A wake-up for a live quiz; its timers are this job's delays. */
export const runQuiz = defineKind({
  kind: 'run-quiz',
  data: z.object({ community: communityField, quiz: quizField }),
  idOf: ({ community, quiz }) => `quiz-${dotted(community)}-${quiz}`,
  piecesOf: () => [],
  summaryOf: ({ community, quiz }) => `${community} quiz ${quiz}`,
  laneOf: ({ community }) => community,
  attempts: 8,
  backoffMs: 1_000,
  concurrency: 100,
});
