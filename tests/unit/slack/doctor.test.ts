import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examineSlack, type Finding } from '../../../src/platforms/slack/doctor.ts';
import { SCOPES } from '../../../src/platforms/slack/scopes.ts';
import { type FakeSlack, fakeSlack } from '../../fakes/slack/index.ts';

const clock = { now: () => Date.now() };
let fake: FakeSlack;
beforeEach(async () => {
  fake = await fakeSlack(clock);
});
afterEach(() => fake.close());

const examine = async (botToken: string | null, appToken: string | null, now = clock) => {
  const { apiUrl } = fake;
  return said(await examineSlack({ botToken, appToken, client: null, apiUrl, clock: now }));
};
const said = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ isWell, sentence }) => `${isWell ? 'well' : 'unwell'}: ${sentence}`);

describe('O3 the doctor', () => {
  it('finds a good installation well', async () => {
    const token = fake.install('T0A', Object.keys(SCOPES));
    const findings = await examine(token, fake.world.appToken);
    expect(findings).toHaveLength(4);
    expect(findings.filter((finding) => finding.startsWith('unwell'))).toEqual([]);
  });

  it('names missing scopes, bad tokens and a clock that is off', async () => {
    const token = fake.install('T0A', ['chat:write']);
    const off = { now: () => Date.now() - 400_000 };
    const findings = (await examine(token, 'xapp-1-bad', off)).join('\n');
    expect(findings).toMatch(/unwell: The clock is \d+ s off/);
    expect(findings).toContain(
      'unwell: It lacks commands, users:read, channels:read, groups:read, files:write',
    );
    expect(findings).toMatch(/unwell: .*invalid_auth.*SLACK_APP_TOKEN/);
    expect((await examine('xoxb-bad', null)).join()).toMatch(/unwell: .*auth\.test.*invalid_auth/);
  });

  it('looks whether other workspaces can install the app', async () => {
    const client = { id: '1.2', secret: 'secret' };
    const { apiUrl } = fake;
    const look = async () =>
      said(await examineSlack({ botToken: null, appToken: null, client, apiUrl, clock })).at(-1);
    expect(await look()).toMatch(/^well: The client id and secret are good/);
    fake.failNext('oauth.v2.access', { kind: 'refused', code: 'bad_client_secret' });
    expect(await look()).toMatch(/^unwell: .*bad_client_secret.*SLACK_CLIENT_SECRET/);
  });

  it('says so where Slack cannot be reached', async () => {
    await fake.close();
    expect((await examine(null, null)).join()).toContain('unwell: Slack cannot be reached');
    fake = await fakeSlack(clock);
  });
});
