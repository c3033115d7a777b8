import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClients } from '../../../src/platforms/slack/clients.ts';
import { slackLog } from '../../../src/platforms/slack/log.ts';
import { type FakeSlack, fakeSlack } from '../../fakes/slack/index.ts';

const clock = { now: () => 1_795_000_000_000 };
let fake: FakeSlack;
beforeEach(async () => {
  fake = await fakeSlack(clock);
});
afterEach(() => fake.close());

/** Calls with one token after the other, as they are asked for. */
function calling(...tokens: readonly string[]) {
  let asked = 0;
  const tokenOf = async () => tokens[Math.min(asked++, tokens.length - 1)] ?? null;
  const { apiUrl } = fake;
  const clients = createClients({
    tokenOf,
    apiUrl,
    timeout: 1_000,
    clock,
    log: slackLog(() => {}),
  });
  return clients.call('T0A', 'auth.test', (client) => client.auth.test());
}

describe('a call to Slack', () => {
  it('P19 is made again with the token that came while it was under way', async () => {
    const token = fake.install('T0A');
    expect(await calling('xoxb-old', token)).toMatchObject({ team_id: 'T0A' });
    expect(fake.calls.map((call) => call.token)).toEqual(['xoxb-old', token]);
  });

  it('is not made again where no other token came', async () => {
    fake.install('T0A');
    await expect(calling('xoxb-old')).rejects.toMatchObject({ repeat: 'gone' });
    expect(fake.calls).toHaveLength(1);
  });

  it('is not made without a token', async () => {
    await expect(calling()).rejects.toMatchObject({ repeat: 'gone' });
    expect(fake.calls).toHaveLength(0);
  });
});
