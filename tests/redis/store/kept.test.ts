import { describe, expect, it } from 'vitest';
import { plusDays } from '../../../src/core/day.ts';
import { memberId } from '../../../src/core/ids.ts';
import { NO_STREAK } from '../../../src/core/streak.ts';
import { answerBy, COMMUNITY, freshStore, makeDaily, postedRound, TODAY } from './rows.ts';

const ada = memberId.of('ada');

/** Ada answered two questions of the first of two dailies, the open one of the second, and Bob answered all. */
async function group() {
  const fresh = freshStore();
  const { store } = fresh;
  const dailies = [await makeDaily(store), await makeDaily(store)] as const;
  const asked = [
    [0, 1],
    [1, 1],
    [0, 2],
    [0, 3],
    [1, 2],
  ] as const;
  for (const [at, [daily, number]] of asked.entries()) {
    const round = await postedRound(store, dailies[daily], number, plusDays(TODAY, at));
    const names = at === 3 ? ['bob'] : ['bob', 'ada'];
    const commits = names.map((name) => {
      const states = {
        before: NO_STREAK,
        after: NO_STREAK,
        forgiven: new Set<number>(),
        learned: null,
      };
      return { round, answer: answerBy(name, 10), ...states };
    });
    await store.answers.commit(COMMUNITY, commits);
    if (at < 4) await store.rounds.close(round);
  }
  return fresh;
}

describe('the answers of a member', () => {
  it('are those of everything that is kept', async () => {
    const { store } = await group();
    const answers = await store.members.answers(COMMUNITY, ada);
    const named = answers.map(({ round }) => `${round.daily} ${round.number}`);
    expect(named).toEqual(['d1 1', 'd1 2', 'd2 1', 'd2 2']);
    expect(answers).toEqual((await store.members.kept(COMMUNITY, ada)).answers);
  });

  it('are none in a community that was never asked', async () => {
    const { store } = freshStore();
    expect(await store.members.answers(COMMUNITY, ada)).toEqual([]);
  });
});
