/** Closings that no reconnecting mends, each with its remedy. */
export const FATAL: Readonly<Record<number, string>> = {
  4004: 'Discord refuses the bot token: copy it again from the Bot page of the Developer Portal into DISCORD_TOKEN.',
  4010: 'Discord refuses the number of shards: let it choose by leaving the setting out.',
  4011: 'Discord asks for more shards than are running: start Hypercall again.',
  4012: 'Discord no longer speaks this version of its gateway: update Hypercall.',
  4013: 'Discord does not know the intents that were asked for: update Hypercall.',
  4014: 'Discord does not allow the intents that were asked for: update Hypercall, which needs no privileged one.',
};
