import { it } from 'vitest';
import { roundId } from '../../src/core/ids.ts';
import { QUIZ_MODES, type QuizMode } from '../../src/core/quiz.ts';
import { type DiscordGroup, discordGroup } from './discord-group.ts';
import { otherKinds, smallDeck } from './small-deck.ts';
import { answerTo, pressLabel, pressOption, type ViewsPage, viewsPage } from './views-page.ts';

const HOUR = 8;

/** Everything that is seen of a quiz of one question; of its first minute, the hour is 8 and each mode has ten. */
async function quizOf(mode: QuizMode, open: DiscordGroup, page: ViewsPage): Promise<void> {
  const { group, discord, ada, bob } = open;
  const minute = String(10 * QUIZ_MODES.indexOf(mode) + 1).padStart(2, '0');
  const at = (moment: string) => group.at(`2026-11-23 0${HOUR}:${minute}:${moment}`);
  await at('00');
  ada.types(`/quiz start count=1 mode=${mode} seconds=20 topic=alpha`);
  const announced = await page.shows(`/quiz start mode=${mode}`, 'announcementView', 'Quiz: ');
  const join = (member: typeof ada) =>
    answerTo(discord, member, () => pressLabel(member, announced, 'Join'));
  const joined = await join(ada);
  await join(bob);
  if (mode === 'relaxed') page.add('Join, seen by its member alone', '', joined.body);
  await at('30');
  const words = 'Quiz question 1 of 1 ·';
  const question = await page.shows(`A question (${mode})`, 'quizQuestionView', words);
  const verdict = await answerTo(discord, ada, () => pressOption(ada, question, 'right one'));
  page.add(`A verdict, seen by its member alone (${mode})`, 'quizVerdictView', verdict.body);
  await answerTo(discord, bob, () => pressOption(bob, question, 'wrong one'));
  await group.settle();
  await page.shows(`The reveal, in place of the question (${mode})`, 'quizRevealView', 'is closed');
  await at('45');
  const table = await page.shows(`The final table (${mode})`, 'finalView', 'is over');
  if (mode !== 'relaxed') return;
  pressLabel(bob, table, 'What I missed');
  await page.shows('What I missed, seen by its member alone', 'missesView', 'You had 0 of 1');
}

it('docs/views/discord-quiz.md shows a live quiz as it is sent (npm run views:discord)', async () => {
  let ids = 0;
  const makeRoundId = () => roundId.of(`round${String(++ids).padStart(5, '0')}00`);
  const open = await discordGroup({
    cards: [...smallDeck, otherKinds.typed],
    more: { makeRoundId },
  });
  const { discord, group, ada, bob } = open;
  const page = viewsPage('discord-quiz.md', 'Views on Discord: live quizzes', () => discord);
  for (const mode of QUIZ_MODES) await quizOf(mode, open, page);

  await group.at('2026-11-23 09:00:00');
  ada.types('/quiz start count=1 topic=eta');
  const announced = await page.shows('/quiz start topic=eta', 'announcementView', 'Quiz: ');
  for (const member of [ada, bob]) {
    await answerTo(discord, member, () => pressLabel(member, announced, 'Join'));
  }
  await group.at('2026-11-23 09:00:30');
  const words = 'Quiz question 1 of 1 ·';
  const question = await page.shows('A question with a hint', 'quizQuestionView', words);
  pressLabel(bob, question, 'Hint');
  await page.shows('Hint, seen by its member alone', '', 'Four letters.');
  bob.types('/quiz skip');
  await page.shows('/quiz skip', '', 'Your vote to skip');
  bob.types('/quiz stop');
  await page.shows('/quiz stop, refused', '', 'Only who started this quiz');
  ada.types('/quiz stop');
  await page.shows('/quiz stop', '', 'The table follows');
  await group.settle();
  await page.shows('The table of a quiz that was stopped', 'finalView', 'It was stopped');
  await page.keep();
}, 30_000);
