import { it } from 'vitest';
import { roundId } from '../../src/core/ids.ts';
import { REVIEW_RULES } from '../../src/core/review.ts';
import type { FakeMessage } from '../fakes/discord/index.ts';
import { controlsOf, type DiscordGroup, discordGroup } from './discord-group.ts';
import { otherKinds, smallDeck } from './small-deck.ts';
import { answerTo, pressLabel, pressOption, type ViewsPage, viewsPage } from './views-page.ts';

type Open = DiscordGroup & { readonly page: ViewsPage };

/** One question of today, asked for, answered and reported. */
async function today({ group, discord, page, bob, ada, latest }: Open): Promise<void> {
  await group.at('2026-11-23 09:00');
  const open = await answerTo(discord, bob, () => bob.types('/today'));
  page.add('/today', 'todayView', open.body);
  const verdict = await answerTo(discord, bob, () => pressOption(bob, latest(), 'right one'));
  await answerTo(discord, ada, () => pressOption(ada, latest(), 'wrong one'));
  const reminders = await answerTo(discord, bob, () => bob.types('/me reminders on'));
  page.add('/me reminders on', 'remindersView', reminders.body);
  pressLabel(bob, verdict, 'Report this question');
  const report = await page.shows('Report this question', 'reportView', 'What is wrong with');
  pressLabel(bob, report, 'Unclear');
  await page.shows('Report this question: done', 'reportedView', 'Reported: unclear');
}

/** What a member asks about themselves and the others. */
async function standings({ group, discord, page, bob }: Open): Promise<void> {
  await group.at('2026-11-24 09:00');
  await group.at('2026-11-24 09:01');
  bob.types('/streak');
  const streak = await page.shows('/streak', 'streakView', 'Streak: 1 round');
  pressLabel(bob, streak, 'Share');
  await page.shows('A shared streak, seen by all', 'sharedStreakView', 'has a streak of');
  bob.types('/leaderboard all');
  const board = await page.shows('/leaderboard', 'leaderboardView', 'Leaderboard');
  const place = await answerTo(discord, bob, () => pressLabel(bob, board, 'Where am I?'));
  page.add('Where am I?, seen by its member alone', 'whereAmIView', place.body);
  const stats = await answerTo(discord, bob, () => bob.types('/me stats'));
  page.add('/me stats', 'statisticsView', stats.body);
  for (const line of ['/me hide', '/me show']) {
    const said = await answerTo(discord, bob, () => bob.types(line));
    page.add(line, '', said.body);
  }
  await group.at('2026-11-24 20:00');
  await group.at('2026-11-24 20:01');
  await page.shows('A reminder, as a message to its member', 'reminderView', 'is waiting');
}

/** A solo quiz of a flash card and of one with a hint. */
async function solo({ discord, page, bob }: Open): Promise<void> {
  bob.types('/quiz solo topic=nu');
  const flash = await page.shows(
    '/quiz solo: a flash card',
    'soloQuestionView',
    'Solo quiz 1 of 1',
  );
  const look = await answerTo(discord, bob, () => pressLabel(bob, flash, 'Show the answer'));
  page.add('Its answer', 'ownLookView', look.body);
  const noted = await answerTo(discord, bob, () => pressLabel(bob, look, 'No'));
  page.add('Its verdict', 'soloVerdictView', noted.body);
  pressLabel(bob, noted, 'Next question');
  await page.shows('The end of a solo quiz', 'soloSummaryView', 'Your solo quiz is over');
  const typed = await answerTo(discord, bob, () => bob.types('/quiz solo topic=eta'));
  const hint = await answerTo(discord, bob, () => pressLabel(bob, typed, 'Hint'));
  page.add('/quiz solo: a hint', 'ownHintView', hint.body);
  const wrong = await answerTo(discord, bob, () => bob.types('/quiz solo count=1 topic=gamma'));
  const missed = await answerTo(discord, bob, () => pressOption(bob, wrong, 'wrong two'));
  page.add('/quiz solo: a verdict', 'soloVerdictView', missed.body);
}

/** A review on a later day, of two cards a day: one is answered, one is looked at and graded. */
async function review({ group, discord, page, bob }: Open): Promise<void> {
  await group.at('2026-12-19 08:00');
  let question = await answerTo(discord, bob, () => bob.types('/review'));
  for (const _ of ['one', 'two']) {
    const verdict = controlsOf(question).some((id) => id.startsWith('l.'))
      ? await graded(question)
      : await answered(question);
    question = await answerTo(discord, bob, () => pressLabel(bob, verdict, 'Next question'));
  }
  page.add('/review: enough for a day', 'reviewLimitView', question.body);

  async function answered(asked: FakeMessage): Promise<FakeMessage> {
    page.add('/review', 'ownQuestionView, reviewQuestionView', asked.body);
    const first = await answerTo(discord, bob, () => pressOption(bob, asked, 'wrong one'));
    page.add('/review: a verdict, which can be undone', 'reviewVerdictView', first.body);
    const again = await answerTo(discord, bob, () => pressLabel(bob, first, 'Undo'));
    return answerTo(discord, bob, () => pressOption(bob, again, 'right one'));
  }

  async function graded(asked: FakeMessage): Promise<FakeMessage> {
    const look = await answerTo(discord, bob, () => pressLabel(bob, asked, 'Show the answer'));
    page.add('/review: a flash card, with its grades', 'ownLookView', look.body);
    return answerTo(discord, bob, () => pressLabel(bob, look, 'Good'));
  }
}

/** What a member may know of their data, and its end. */
async function data({ discord, page, bob, channel }: Open): Promise<void> {
  bob.types('/me export');
  await page.shows('/me export', 'exportView', 'Your data here');
  bob.types('/me erase');
  const erase = await page.shows(
    '/me erase: the last question',
    'eraseView',
    'Erase everything about',
  );
  pressLabel(bob, erase, 'Erase everything');
  await page.shows('/me erase: done', 'erasedView', 'Everything about you here is erased');
  const cem = discord.member({ channel });
  cem.types('/me export');
  await page.shows('/me export: nothing is kept', 'nothingKeptView', 'Nothing is kept about you');
  const done = await answerTo(discord, cem, () => cem.types('/review'));
  page.add('/review: nothing to do', 'reviewDoneView', done.body);
}

async function help({ discord, page, bob, channel }: Open): Promise<void> {
  bob.types('/help');
  await page.shows('/help', 'helpView', 'One question every study day');
  const one = await answerTo(discord, bob, () => bob.types('/help leaderboard'));
  page.add('/help leaderboard', 'helpView', one.body);
  const dora = discord.member({ channel, locale: 'de' });
  const german = await answerTo(discord, dora, () => dora.types('/streak'));
  page.add('/streak of a member whose Discord is German', 'streakView', german.body);
}

it('docs/views/discord-members.md shows what members ask for (npm run views:discord)', async () => {
  let ids = 0;
  const open = await discordGroup({
    cards: [...smallDeck, otherKinds.typed, otherKinds.flash],
    more: {
      makeRoundId: () => roundId.of(`round${String(++ids).padStart(5, '0')}00`),
      review: { ...REVIEW_RULES, dayLimit: 2 },
    },
  });
  const page = viewsPage(
    'discord-members.md',
    'Views on Discord: what members ask for',
    () => open.discord,
  );
  const all: Open = { ...open, page };
  await open.setUp();
  await today(all);
  await standings(all);
  await solo(all);
  await review(all);
  await help(all);
  await data(all);
  await page.keep();
}, 30_000);
