import { describe } from 'vitest';
import { encodePress } from '../../src/chat/press.ts';
import { textView } from '../../src/chat/view.ts';
import { openSlack } from '../fakes/slack/workspace.ts';
import { describePlatform, type PlatformHarness } from './platform.ts';

describe.each(['socket', 'http'] as const)('over %s', (delivery) => {
  describePlatform('slack', async (): Promise<PlatformHarness> => {
    const slack = await openSlack({ delivery });
    const { platform, place, channel } = slack;
    return {
      platform,
      place,
      async type(name, line) {
        await slack.member(name).types(line);
      },
      async press(name, press) {
        const view = { ...textView('news', 'Here'), actions: [{ label: 'Press', press }] };
        await platform.post(place, view, 'a-button', new AbortController().signal);
        await slack.member(name).presses(encodePress(press));
      },
      async fill(name, _form, values) {
        await slack.member(name).fills(values);
      },
      async shown(message) {
        const [, , ts] = message.split('/');
        return JSON.stringify(channel.messages.find((posted) => posted.ts === ts) ?? null);
      },
      heard: async (name) => slack.member(name).hears(),
      close: slack.close,
    };
  });
});
