import type { en } from '../en/index.ts';
import type { Translated } from '../translated.ts';
import { allowancesTexts } from './allowances.ts';
import { answeringTexts } from './answering.ts';
import { appealTexts } from './appeal.ts';
import { belongingTexts } from './belonging.ts';
import { botTexts } from './bot.ts';
import { chartTexts } from './chart.ts';
import { correctionsTexts } from './corrections.ts';
import { dailyTexts } from './daily.ts';
import { explainTexts } from './explain.ts';
import { meTexts } from './me.ts';
import { organisersTexts } from './organisers.ts';
import { quizTexts } from './quiz.ts';
import { reviewTexts } from './review.ts';
import { courseTexts, whenTexts } from './schedule.ts';
import { slackTexts } from './slack.ts';
import { standingsTexts } from './standings.ts';
import { statisticsTexts } from './statistics.ts';
import { todayTexts } from './today.ts';
import { typedTexts } from './typed.ts';

/** Everything that members and organisers read, in German: du, and ss for ß, as in Switzerland. */
export const de: Translated<typeof en> = {
  ...answeringTexts,
  ...standingsTexts,
  ...statisticsTexts,
  ...chartTexts,
  ...meTexts,
  ...dailyTexts,
  ...correctionsTexts,
  ...organisersTexts,
  ...appealTexts,
  ...belongingTexts,
  ...reviewTexts,
  ...explainTexts,
  ...botTexts,
  ...quizTexts,
  ...slackTexts,
  ...todayTexts,
  ...allowancesTexts,
  ...typedTexts,
  when: whenTexts,
  course: courseTexts,
};
