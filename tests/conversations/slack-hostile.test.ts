import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/core/card.ts';
import type { Json } from '../fakes/slack/world.ts';
import { slackGroup } from './slack-group.ts';
import { otherKinds, smallDeck } from './small-deck.ts';

const HOSTILE: Readonly<Record<string, string>> = {
  'calls to everybody': '<!channel> <!here> <!everyone> @channel @everyone',
  'disguised links': '<https://evil.example|https://good.example> [good](https://evil.example)',
  mentions: '<@U0ANYBODY> <#C0ANYWHERE> <!subteam^S0ALL>',
  escapes: '&lt;!channel&gt; &amp;lt;!here&amp;gt; &',
  marks: '*bold* _slanted_ ~struck~ `code` ```block``` > quoted',
  moments: '<!date^0^{date}^https://evil.example|now>',
  directions: '\u202eevil\u202c \u2066x\u2069 \u200b a\u0300\u0301\u0302\u0303\u0304\u0305',
};

/** Everything in markup that was sent: what Slack would read as more than text. */
function markups(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(markups);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text, ...rest } = value as Json;
  const own = type === 'mrkdwn' && typeof text === 'string' ? [text] : markups(text);
  return [...own, ...markups(Object.values(rest))];
}

describe.each(Object.entries(HOSTILE))('P12 %s', (_, text) => {
  it('stay inert in questions, answers, names, orders and reveals', async () => {
    const typed: Card = { ...otherKinds.typed, prompt: `Which? ${text}`, explanation: text };
    const options = ['right one', text, `b ${text}`, `c ${text}`];
    const single = { ...smallDeck[0], prompt: text, options, source: text, topicTitle: text };
    const group = await slackGroup({ cards: [single as Card, typed] });
    const { fake, channel } = group;
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    fake.world.users.set(bob.user.id, { ...bob.user, name: text.slice(0, 60) });
    await ada.types('/daily setup 09:00 daily UTC virtualization');
    await ada.heard('Daily d1 is set up');
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25']) {
      await group.at(`${day} 09:00`);
      await group.at(`${day} 09:01`);
      const isTyped = JSON.stringify(channel.messages.at(-1)?.blocks).includes('Which?');
      if (!isTyped) await bob.presses('A');
      else {
        await bob.presses('Answer');
        await bob.fills({ 'place-0': text });
      }
      await group.settle();
    }
    await bob.types(`/hypercall ${text}`);
    await bob.types(`/quiz solo topic=${text}`);
    await bob.types('/leaderboard');
    await bob.types('/hypercall explain d1 1');
    await bob.heard('Asked');
    await bob.opensHome();
    const sent = markups(fake.calls.map(({ body }) => body));
    expect(sent.join()).not.toMatch(/<(?!@U0\w{8}>|!date\^\d+\^\{date_short_pretty\} \{time\}\|)/);
    expect(JSON.stringify(fake.calls)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
    expect(fake.world.violations).toEqual([]);
    expect(channel.messages.length).toBeGreaterThanOrEqual(3);
  });
});
