import { fileOf } from './block-rules.ts';
import { type Install, id, type Json, type World } from './world.ts';

/** What Slack refuses files with. */
export type RefusedFile =
  | 'missing_scope'
  | 'invalid_arguments'
  | 'file_not_found'
  | 'invalid_blocks';

/** The first step: a place to put a file. */
export function announce(world: World, { team, scopes }: Install, origin: string, body: Json) {
  if (!scopes.includes('files:write')) return 'missing_scope';
  const [name, length] = [String(body['filename'] ?? ''), Number(body['length'])];
  if (name === '' || !(length > 0)) return 'invalid_arguments';
  const file = id('F');
  const kept = { team, name, length, bytes: null, isComplete: false, channel: null };
  world.files.set(file, kept);
  return { upload_url: `${origin}/upload/${file}`, file_id: file };
}

/** The second step: its bytes; a status. */
export function receive(world: World, name: string, bytes: Uint8Array): number {
  const file = world.files.get(name);
  if (!file || file.bytes !== null || bytes.byteLength !== file.length) return 400;
  file.bytes = bytes;
  return 200;
}

/** The last step: it is there, and where a channel is named, people see it. */
export function complete(world: World, { team }: Install, body: Json): Json | RefusedFile {
  const [{ id: name = '' } = {}] = (body['files'] ?? []) as { id?: string }[];
  const file = world.files.get(name);
  if (!file || file.team !== team || file.bytes === null || file.isComplete)
    return 'file_not_found';
  const channel = body['channel_id'];
  if (channel !== undefined && !world.channels.has(String(channel))) return 'invalid_arguments';
  file.isComplete = true;
  file.channel = channel === undefined ? null : String(channel);
  world.changed();
  return { files: [{ id: name, title: file.name }] };
}

/** Whether every image of a message is a picture of that workspace that Slack has looked over. */
export function showsFiles(world: World, team: string, body: Json): boolean {
  const { blocks = [] } = body as { blocks?: readonly Json[] };
  const files = blocks.flatMap((block) => fileOf(block) ?? []);
  if (files.length > 0 && world.filesUnready > 0) {
    world.filesUnready -= 1;
    return false;
  }
  return files.every((name) => {
    const file = world.files.get(name);
    return file?.isComplete === true && file.team === team && isPng(file.bytes);
  });
}

const isPng = (bytes: Uint8Array | null): boolean =>
  bytes !== null && Buffer.from(bytes.subarray(1, 4)).toString() === 'PNG';
