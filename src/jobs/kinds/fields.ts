import { z } from 'zod';
import { type Day, parseDay } from '../../core/day.ts';
import { communityId, dailyId, type IdKind, memberId, quizId, roundId } from '../../core/ids.ts';

/** An id by its own pattern. */
const idField = <Id extends string>(name: string, { parse }: IdKind<Id>) =>
  z.custom<Id>((value) => typeof value === 'string' && parse(value) !== null, `not a ${name} id`);

export const communityField = idField('community', communityId);
export const memberField = idField('member', memberId);
export const dailyField = idField('daily', dailyId);
export const quizField = idField('quiz', quizId);
export const roundField = idField('round', roundId);

export const dayField = z.custom<Day>(
  (value) => typeof value === 'string' && parseDay(value) !== null,
  'not a calendar date',
);

/** Text whose meaning is another layer's business. */
export const opaqueField = <Text extends string>() =>
  z.custom<Text>((value) => typeof value === 'string', 'not text');

/** A community's id as a part of a job id. The pattern of such ids knows no dot. */
export const dotted = (community: string): string => community.replace(':', '.');
