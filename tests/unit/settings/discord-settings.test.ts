import { describe, expect, it } from 'vitest';
import { describeSettings } from '../../../src/settings/describe-settings.ts';
import { loadSettings } from '../../../src/settings/load-settings.ts';
import { settings } from './loading.ts';

describe('the settings of Discord', () => {
  it('X13 are described without the token and the secret', () => {
    const env = {
      DISCORD_TOKEN: 'canary.token.of-a-bot',
      HYPERCALL_DISCORD_SECRET: 'canary-secret-of-the-bot',
      DISCORD_API_URL: 'http://127.0.0.1:8080/api',
    };
    const text = describeSettings(settings('', env));
    expect(text).not.toContain('canary');
    expect(text).toContain('token: "***" # environment DISCORD_TOKEN');
    expect(text).toContain('apiUrl: http://127.0.0.1:8080/api # environment DISCORD_API_URL');
  });

  it.each([
    ['DISCORD_TOKEN', 'canary token'],
    ['HYPERCALL_DISCORD_SECRET', 'canary'],
    ['DISCORD_API_URL', 'ftp://canary'],
    ['HYPERCALL_DISCORD_APPLICATION_ID', 'canary'],
  ])('X13 refuse a bad %s without repeating it', (variable, value) => {
    const loaded = loadSettings({ file: null, env: { [variable]: value } });
    const text = JSON.stringify(loaded);
    expect(loaded.kind).toBe('faulty');
    expect(text).toContain(variable);
    expect(text).not.toContain('canary');
  });
});
