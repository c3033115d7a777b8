import { createEmulator, type Emulator } from 'emulate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { textView, type View } from '../../../src/chat/view.ts';
import { channelId, communityId, deckId } from '../../../src/core/ids.ts';
import { SCOPES } from '../../../src/platforms/slack/scopes.ts';
import { openSlack, type Workspace } from '../../fakes/slack/workspace.ts';

const CLIENT = { clientId: '12345.67890', clientSecret: 'a secret of the tests' };

let slack: Workspace;
let emulator: Emulator;
beforeEach(async () => {
  emulator = await createEmulator({
    service: 'slack',
    port: 4_600 + Number(process.env['VITEST_POOL_ID'] ?? 0),
    seed: {
      slack: {
        strict_scopes: true,
        users: [{ name: 'ada' }],
        channels: [{ name: 'study' }],
        oauth_apps: [
          {
            client_id: CLIENT.clientId,
            client_secret: CLIENT.clientSecret,
            name: 'Hypercall',
            redirect_uris: [],
            scopes: Object.keys(SCOPES),
          },
        ],
      },
    },
  });
  slack = await openSlack({
    delivery: 'http',
    now: Date.now(),
    more: {
      apiUrl: `${emulator.url}/api/`,
      workspaces: {
        kind: 'many',
        ...CLIENT,
        stateSecret: 'state',
        authorizationUrl: `${emulator.url}/oauth/v2/authorize`,
      },
    },
  });
  await slack.platform.start(async () => ({ kind: 'later' }));
});
afterEach(async () => {
  await slack.close();
  await emulator.close();
});

/** What an administrator's browser does: our page, Slack's, and back with a code. */
async function install(): Promise<Response> {
  const ours = `http://127.0.0.1:${slack.platform.port()}/slack`;
  const begun = await fetch(`${ours}/install`, { redirect: 'manual' });
  const asked = new URL(begun.headers.get('location') ?? '');
  const page = await (await fetch(asked)).text();
  const user = /name="user_id" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const fields = { user_id: user, redirect_uri: `${ours}/oauth_redirect` };
  const agreed = await fetch(`${emulator.url}/oauth/v2/authorize/callback`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...Object.fromEntries(asked.searchParams), ...fields }),
  });
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return fetch(agreed.headers.get('location') ?? '', { headers: { cookie } });
}

it('a second emulator of Slack installs the app, and takes its posts and pictures', async () => {
  const place = {
    community: communityId.of('slack:T000000001'),
    channel: channelId.of('C000000001'),
  };
  const picture = { kind: 'picture', deck: deckId.of('d'), file: 'a.svg', alt: 'A box' } as const;
  const view = { ...textView('question', 'A question'), blocks: [picture] };
  const post = (what: View) => slack.platform.post(place, what, 'k1', new AbortController().signal);
  await expect(post(textView('news', 'Too early'))).rejects.toMatchObject({ repeat: 'gone' });
  expect((await install()).status).toBe(200);
  expect(await post(view)).toMatch(/^T000000001\/C000000001\/\d+\.\d+$/);
  expect(slack.faults).toEqual([]);
});
