import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { manifest } from '../../../src/platforms/slack/manifest.ts';
import { SCOPES } from '../../../src/platforms/slack/scopes.ts';
import { registered } from '../../fakes/slack/app.ts';

describe('the manifest of the Slack app', () => {
  it('is fresh (npm run -s hypercall -- slack manifest > config/slack-manifest.yaml)', () => {
    const text = readFileSync('config/slack-manifest.yaml', 'utf8');
    expect(text).toBe(manifest({ prefix: '', address: null }));
  });

  it('asks for the least scopes, each with a reason', () => {
    const { oauth_config, settings } = parse(manifest({ prefix: '', address: null }));
    expect(oauth_config.scopes.bot).toEqual(Object.keys(SCOPES));
    expect(oauth_config.scopes.bot.join()).not.toMatch(/history|write\.public|admin|email/);
    expect(settings.socket_mode_enabled).toBe(true);
  });

  it('keeps the limits that Slack sets to it', () => {
    const { display_information, features } = parse(
      manifest({ prefix: 'a-very-long-one-', address: null }),
    );
    expect(display_information.name.length).toBeLessThanOrEqual(35);
    expect(display_information.description.length).toBeLessThanOrEqual(140);
    for (const { command, description, usage_hint } of features.slash_commands) {
      expect(command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(2_000);
      expect((usage_hint ?? '').length).toBeLessThanOrEqual(1_000);
    }
  });

  it('follows the prefix, which leaves the umbrella alone', () => {
    const { features } = parse(manifest({ prefix: 'hc-', address: null }));
    const names = features.slash_commands.map(({ command }: { command: string }) => command);
    expect(names).toContain('/hc-daily');
    expect(names).toContain('/hypercall');
    expect(names).not.toContain('/daily');
  });

  it('has no command that Slack keeps for itself, which would make it refuse them all', () => {
    const { commands } = registered(manifest({ prefix: '', address: null }));
    expect([...commands]).toEqual(['daily', 'today', 'quiz', 'streak', 'leaderboard', 'hypercall']);
    expect(registered(manifest({ prefix: 'hc-', address: null })).commands).toContain('hc-me');
  });

  it('names the address where requests arrive by HTTP', () => {
    const { features, settings, oauth_config } = parse(
      manifest({ prefix: '', address: 'https://bot.example/' }),
    );
    const url = 'https://bot.example/slack/events';
    expect(settings.interactivity.request_url).toBe(url);
    expect(settings.event_subscriptions.request_url).toBe(url);
    expect(settings.socket_mode_enabled).toBe(false);
    expect(settings.org_deploy_enabled).toBe(true);
    expect(features.slash_commands.every((each: { url: string }) => each.url === url)).toBe(true);
    expect(oauth_config.redirect_urls).toEqual(['https://bot.example/slack/oauth_redirect']);
  });
});
