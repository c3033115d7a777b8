import type { LeaderboardChart, RankRow, StatisticsChart } from '../../../src/chat/chart.ts';
import { parseDate } from '../../../src/core/course-words.ts';
import type { Day } from '../../../src/core/day.ts';
import { memberId } from '../../../src/core/ids.ts';
import { calendarOf, type DayMark, type KnownAnswer } from '../../../src/core/statistics.ts';

const NAMES = ['Ada Lovelace', 'Grace Hopper', 'Edsger', 'Barbara Liskov', 'Alan', 'Tony Hoare'];
const MORE = ['Frances Allen', 'Radia Perlman', 'Leslie', 'Margaret Hamilton'];
const POINTS = [240, 225, 225, 180, 165, 120, 95, 60, 45, 10];

/** A page of a leaderboard with as many rows as asked for, at most ten; the fifth is the reader's. */
export function sampleLeaderboard(count: number): LeaderboardChart {
  const rows = POINTS.slice(0, count).map(
    (points, at): RankRow => ({
      rank: at === 2 ? 2 : at + 1,
      member: memberId.of([...NAMES, ...MORE][at]?.replaceAll(' ', '_') ?? 'nobody'),
      value: `${points} points`,
      share: points / 240,
      isReader: at === 4,
    }),
  );
  const footer = count === 0 ? '0 members' : '34 members';
  return { kind: 'leaderboard', title: 'Leaderboard · this week', rows, someone: 'member', footer };
}

export const sampleName = (member: string): string => member.replaceAll('_', ' ');

const MARKS: readonly KnownAnswer['mark'][] = ['right', 'right', 'wrong', 'right', 'partly', null];
const MARK_WORDS: Readonly<Record<DayMark, string>> = {
  right: 'right',
  partly: 'partly',
  wrong: 'wrong',
  answered: 'answered',
  none: 'no answer',
};
const TOPICS = ['Paging', 'Hypervisors', 'I/O virtualization', 'Live migration', 'Containers'];

/** Statistics up to 27 November 2026 with the answers of as many days, and as many topics. */
export function sampleStatistics(days: number, topics: number): StatisticsChart {
  const today = parseDate('2026-11-27') as Day;
  const answers = Array.from({ length: days }, (_, at): KnownAnswer => {
    const day = new Date(Date.parse(today) - at * 86_400_000).toISOString().slice(0, 10) as Day;
    return { day, topic: 'Paging', mark: MARKS[(at * 5) % 6] ?? null };
  });
  return {
    kind: 'statistics',
    title: 'Your statistics',
    figures: [
      { value: '12', label: 'streak · 2 freezes' },
      { value: '240', label: 'points' },
      { value: '1 of 34', label: 'rank · top 3 %' },
      { value: '78 %', label: '47 of 60 right' },
      { value: '31 of 45', label: 'cards known' },
    ],
    topics: {
      title: 'By topic, the weakest first',
      bars: TOPICS.slice(0, topics).map((label, at) => ({
        label,
        value: `${at + 4} of 9 right, ${Math.round((100 * (at + 4)) / 9)} %`,
        share: (at + 4) / 9,
      })),
    },
    calendar: {
      title: 'The last 13 weeks, Monday to Sunday',
      weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
      weeks: calendarOf(answers, today, 13),
      legend: (Object.keys(MARK_WORDS) as DayMark[]).map((mark) => ({
        mark,
        label: MARK_WORDS[mark],
      })),
    },
  };
}
