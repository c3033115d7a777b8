import { Routes, ThreadAutoArchiveDuration } from 'discord.js';
import type { View } from '../../chat/view.ts';
import { type MessageAddress, PlatformFault } from '../../ports/platform.ts';
import { messageAt } from './addresses.ts';
import { type Calls, errorIn, faultIn } from './calls.ts';
import { codeOf } from './errors.ts';
import { cut } from './text.ts';

/** The most characters in the name of a thread (Discord's documentation: channel resource). */
const NAME = 100;
/** The message has its thread: an earlier call opened it. */
const HAS_THREAD = 160_004;

/** Opens the thread of a message, which Discord makes once. @throws {PlatformFault} `never` where we lack the right */
export async function openThread(calls: Calls, address: MessageAddress, view: View): Promise<void> {
  const at = messageAt(address);
  if (!at) throw new PlatformFault(`${address} is no message of Discord`, 'never');
  const body = {
    name: cut(view.title, NAME),
    auto_archive_duration: ThreadAutoArchiveDuration.OneDay,
  };
  try {
    const request = { doing: `opening a thread at ${address}`, body, isRepeatable: false };
    await calls.ask('POST', Routes.threads(at.channel, at.message), request);
  } catch (cause) {
    if (codeOf(errorIn(cause)) !== HAS_THREAD) throw faultIn(cause);
  }
}
