import { type APIInteraction, MessageFlags } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { callerOf } from '../../../src/platforms/discord/origin.ts';

const [GUILD, CHANNEL, USER, MESSAGE] = ['11', '22', '33', '44'].map((two) => two.repeat(9));

/** A button pressed on a message with these flags. */
const press = (flags?: number): APIInteraction =>
  ({
    type: 3,
    id: '55'.repeat(9),
    token: 'token',
    application_id: '66'.repeat(9),
    guild_id: GUILD,
    channel: { id: CHANNEL, type: 0 },
    member: { user: { id: USER }, permissions: '0' },
    authorizing_integration_owners: { 0: GUILD },
    app_permissions: '0',
    locale: 'en-GB',
    data: { component_type: 2, custom_id: 'x' },
    message: { id: MESSAGE, ...(flags === undefined ? {} : { flags }) },
  }) as unknown as APIInteraction;

describe('the posted message of a press', () => {
  it('is the one that everybody sees', () => {
    expect(callerOf(press())?.message).toContain(MESSAGE);
    expect(callerOf(press(MessageFlags.IsComponentsV2))?.message).toContain(MESSAGE);
  });

  it('is none for a copy that one member sees: it proves nothing of the question', () => {
    const flags = MessageFlags.Ephemeral | MessageFlags.IsComponentsV2;
    expect(callerOf(press(flags))?.message).toBeNull();
  });
});
