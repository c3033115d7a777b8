import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../src/platforms/slack/errors.ts';
import { PlatformFault } from '../../../src/ports/platform.ts';

const refused = (error: string): PlatformFault =>
  faultOf('chat.postMessage', new webApi.WebAPIPlatformError({ ok: false, error }));

describe('an error of Slack', () => {
  it.each([
    ...['channel_not_found', 'is_archived', 'not_in_channel', 'restricted_action'],
    ...['restricted_action_read_only_channel', 'restricted_action_thread_only_channel'],
    ...['messages_tab_disabled', 'ekm_access_denied', 'message_limit_exceeded'],
  ])('P6 %s: the target is gone until somebody mends it', (code) => {
    expect(refused(code)).toMatchObject({ repeat: 'gone', message: expect.stringContaining(code) });
  });

  it.each([
    ...['account_inactive', 'token_revoked', 'invalid_auth', 'not_authed', 'token_expired'],
    ...['missing_scope', 'app_access_restricted', 'team_access_not_granted'],
  ])('P6 %s: the installation is gone, and the sentence says to install it again', (code) => {
    expect(refused(code)).toMatchObject({
      repeat: 'gone',
      message: expect.stringContaining('install'),
    });
  });

  it.each(['org_login_required', 'team_added_to_org'])(
    'P6 %s: tried for hours, not minutes',
    (code) => {
      expect(refused(code)).toMatchObject({ repeat: 'later', afterMs: 15 * 60_000 });
    },
  );

  it.each([
    ...['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'msg_too_long'],
    ...['no_text', 'metadata_too_large', 'message_not_found', 'cant_update_message'],
    ...['edit_window_closed', 'user_not_found', 'a_code_of_tomorrow'],
  ])('P6 %s: never again', (code) => {
    expect(refused(code).repeat).toBe('never');
  });

  it.each(['ratelimited', 'rate_limited', 'service_unavailable', 'request_timeout'])(
    'P6 %s: later, and nothing was sent',
    (code) => expect(refused(code).repeat).toBe('later'),
  );

  it.each(['fatal_error', 'internal_error', '<html>half an ans', ''])(
    'Q8 %j: it may have been sent',
    (code) => expect(refused(code).repeat).toBe('unknown'),
  );

  it.each([
    [500, 'unknown'],
    [502, 'unknown'],
    [503, 'unknown'],
    [408, 'unknown'],
    [403, 'never'],
    [413, 'never'],
  ])('Q8 HTTP %d: %s', (status, repeat) => {
    const error = new webApi.WebAPIHTTPError(status, '', {}, '');
    expect(faultOf('chat.postMessage', error).repeat).toBe(repeat);
  });

  it('P4 a limit says for how long', () => {
    const fault = faultOf('chat.postMessage', new webApi.WebAPIRateLimitedError(60));
    expect(fault).toMatchObject({ repeat: 'later', afterMs: 60_000 });
  });

  const behind = (code: string): Error =>
    new webApi.WebAPIRequestError(
      new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) }),
    );

  it.each([
    ['ECONNREFUSED', 'later'],
    ['ENOTFOUND', 'later'],
    ['ECONNRESET', 'unknown'],
    ['UND_ERR_SOCKET', 'unknown'],
  ])('Q8 %s: %s', (code, repeat) => {
    expect(faultOf('chat.postMessage', behind(code)).repeat).toBe(repeat);
  });

  it('is a fault that was told already', () => {
    const fault = new PlatformFault('no', 'never');
    expect(faultOf('chat.postMessage', fault)).toBe(fault);
  });
});
