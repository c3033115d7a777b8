import { list, plural, quoted } from './words.ts';

/** What organisers put right after a question was asked. */
export const correctionsTexts = {
  correction: {
    badRound: (text: string) => `${quoted(text)} is no number of a question: write one such as 12.`,
    noRound: (daily: string, number: number, latest: number) =>
      `Daily ${daily} has no question ${number}: its latest is ${latest}.`,
    noneYet: (daily: string) => `Daily ${daily} has not asked a question yet.`,
    isVoid: (daily: string, number: number) => `Question ${number} of daily ${daily} is void`,
    wasVoid: (daily: string, number: number) =>
      `Question ${number} of daily ${daily} is void already.`,
    counts: (daily: string, number: number) => `Question ${number} of daily ${daily} counts again`,
    wasCounting: (daily: string, number: number) =>
      `Question ${number} of daily ${daily} is not void.`,
    removed: (points: number) => `${plural(points, 'point')} left the leaderboards.`,
    returned: (points: number) => `${plural(points, 'point')} came back to the leaderboards.`,
    openVoid: 'It stays open: answers still count for streaks, and give no points.',
    openAgain: 'Its points count when it closes.',
    keptCredit: (members: number) =>
      `${plural(members, 'member')} answered it and ${members === 1 ? 'keeps' : 'keep'} the credit.`,
    mended: (streaks: number) =>
      streaks === 0
        ? 'No streak changed by it.'
        : `${plural(streaks, 'streak')} ${streaks === 1 ? 'was' : 'were'} counted anew.`,
    undo: 'Let it count again',
  },

  rekey: {
    noKey: 'A question of this kind has no key to put right: make it void instead.',
    allRight: 'At least one option has to stay wrong: make the question void instead.',
    noNumber: (text: string, unit: string | null) =>
      `${quoted(text)} is no number: write one such as 31.5${unit === null ? '' : `, in ${unit}`}.`,
    howAlso: (gaps: number) =>
      gaps === 1
        ? 'Write also and the words to accept too, such as: also VMCB.'
        : `Write also, the number of the gap (1 to ${gaps}) and the words to accept too, such as: also 2: guest.`,
    same: 'That is its key already.',
    meanwhile: 'Somebody else put this key right just now: look at it and try again.',
    done: (daily: string, number: number) =>
      `The key of question ${number} of daily ${daily} is put right`,
    wasAndIs: (was: string, is: string) => `It was ${was}; now it is ${is}.`,
    also: (words: string) => `${quoted(words)} is accepted too.`,
    graded: (answers: number, changed: number) =>
      answers === 0
        ? 'Nobody has answered it yet.'
        : `${plural(answers, 'member')} ${answers === 1 ? 'was' : 'were'} graded again, and ${plural(changed, 'verdict')} changed.`,
    points: (points: number) =>
      points === 0
        ? 'The leaderboards stay as they are.'
        : `The leaderboards show ${plural(Math.abs(points), 'point')} ${points > 0 ? 'more' : 'fewer'}.`,
    open: 'Its points follow when it closes.',
    void: 'It is void, so the leaderboards stay as they are.',
    undo: (daily: string, number: number, key: string) =>
      `To put the old key back: /daily rekey daily=${daily} round=${number} key=${key}`,
  },

  audit: {
    suspended: (daily: string, reason: string) => `Daily ${daily} is paused: ${reason}.`,
    title: 'What was changed last',
    nothing: 'Nothing was changed here yet.',
    itself: 'Hypercall',
    former: 'a former member',
    forgave: (daily: string, rounds: readonly number[], why: string) =>
      `The misses of question ${list(rounds)} of daily ${daily} are forgiven: ${why}.`,
  },
};
