import { BadBlocks } from './block-rules.ts';
import { type Answerable, contentOf, type Json, named, postTo, type World } from './world.ts';

const USES = 5;
const LIFE = 30 * 60_000;

/** What Slack does with an answer to a `response_url`: a status and a body. */
export function respond(world: World, name: string, body: Json): [number, Json] {
  const to = world.answerables.get(name);
  if (!to || to.uses >= USES) return [404, { ok: false, error: 'used_url' }];
  if (world.clock.now() - to.since > LIFE) return [404, { ok: false, error: 'expired_url' }];
  to.uses += 1;
  // Slack knows nothing of our files here.
  if (JSON.stringify(body['blocks'] ?? []).includes('"slack_file"')) {
    return [404, { ok: false, error: 'invalid_blocks' }];
  }
  try {
    show(world, to, body);
  } catch (cause) {
    world.violations.push(String(cause));
    return [cause instanceof BadBlocks ? 400 : 500, { ok: false, error: 'invalid_blocks' }];
  }
  world.changed();
  return [200, { ok: true }];
}

function show(world: World, { user, channel, message: ts }: Answerable, body: Json): void {
  const room = world.channels.get(channel);
  const message = room?.messages.find((posted) => posted.ts === ts);
  const content = contentOf(body);
  if (body['replace_original'] === true && message) {
    const { edits } = message;
    Object.assign(message, { ...content, blocks: named(content.blocks), edits: edits + 1 });
  } else if (body['response_type'] === 'in_channel' && room) {
    postTo(world, room, body, null);
  } else {
    const thread = typeof body['thread_ts'] === 'string' ? body['thread_ts'] : null;
    world.whispers.push({ user, channel, kind: 'ephemeral', thread, ...content });
  }
}
