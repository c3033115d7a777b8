import type { Block, View } from '../../chat/view.ts';
import { MINUTE } from '../../core/day.ts';
import type { Clock } from '../../ports/clock.ts';
import { PlatformFault } from '../../ports/platform.ts';
import type { Clients } from './clients.ts';
import type { Drawing, drawingsWith } from './drawings.ts';
import { faultOf } from './errors.ts';
import { isOurs } from './response-url.ts';

export type FileBlock = Extract<Block, { kind: 'file' }>;

/** A file of Slack, with the words of the drawing in it. */
interface Uploaded {
  readonly id: string;
  readonly alt: string;
}

/** Slack's files of drawings, by `pictureKey`. */
export type Pictures = ReadonlyMap<string, Uploaded>;

export const NO_PICTURES: Pictures = new Map();

export interface Uploads {
  /** The drawings of a view as files of Slack; those that it does not have in time are missing. Never throws. */
  pictures(team: string, view: View): Promise<Pictures>;
  /** Slack refused these: they are uploaded anew when they are asked for next. */
  forget(team: string, pictures: Pictures): void;
  /** Puts a text as a file into a conversation. @throws {PlatformFault} */
  share(team: string, channel: string, file: FileBlock): Promise<void>;
}

interface UploadsOptions {
  readonly clients: Clients;
  readonly clock: Clock;
  readonly apiUrl: string;
  /** The longest wait for an answer (ms). */
  readonly timeout: number;
  readonly drawingsOf: ReturnType<typeof drawingsWith>;
  report(doing: string, cause: unknown): void;
}

/** The longest that a question waits for its drawing (ms). */
const PATIENCE = 5_000;
/** After a failure a workspace is spared for so long. */
const PAUSE = 10 * MINUTE;
/** Drawings remembered; those used longest ago are uploaded again. */
const KEPT = 2_000;

export const filesIn = ({ blocks }: View): readonly FileBlock[] =>
  blocks.filter((block) => block.kind === 'file');

/** What Slack keeps of ours: drawings, each uploaded once for a workspace, and texts that a member asked for. */
export function createUploads(options: UploadsOptions): Uploads {
  const { clients, clock, report } = options;
  const known = new Map<string, Promise<string | null>>();
  const pauses = new Map<string, number>();
  const nameOf = (team: string, key: string): string => `${team} ${key}`;

  async function upload(
    team: string,
    data: Uint8Array,
    { name, alt, channel }: { name: string; alt?: string; channel?: string },
  ): Promise<string> {
    const given = { filename: name, length: data.byteLength, ...(alt && { alt_text: alt }) };
    const { upload_url: url, file_id: id } = await clients.call(
      team,
      'files.getUploadURLExternal',
      (client) => client.files.getUploadURLExternal(given),
    );
    if (!url || !id || !isOurs(url, options.apiUrl, 'files.slack.com')) {
      throw new PlatformFault('Slack named no place of its own for a file', 'never');
    }
    await put(url, data, options.timeout);
    const into = channel === undefined ? {} : { channel_id: channel };
    await clients.call(team, 'files.completeUploadExternal', (client) =>
      client.files.completeUploadExternal({ files: [{ id, title: name }], ...into }),
    );
    return id;
  }

  /** Its name says nothing: the file of a deck may be called after the answer. */
  async function stored(team: string, { draw, alt }: Drawing): Promise<string | null> {
    if ((pauses.get(team) ?? 0) > clock.now()) return null;
    try {
      const data = await draw();
      if (data === null) return null;
      return await upload(team, data, { name: 'picture.png', alt: alt.slice(0, 1_000) });
    } catch (cause) {
      pauses.set(team, clock.now() + PAUSE);
      report('uploading a picture to Slack', cause);
      return null;
    }
  }

  function idOf(team: string, drawing: Drawing): Promise<string | null> {
    const name = nameOf(team, drawing.look);
    const id = known.get(name) ?? stored(team, drawing);
    known.delete(name);
    known.set(name, id);
    id.then((found) => found === null && known.get(name) === id && known.delete(name));
    for (const oldest of known.keys()) {
      if (known.size <= KEPT) break;
      known.delete(oldest);
    }
    return id;
  }

  async function uploaded(team: string, view: View): Promise<Pictures> {
    const drawings = await options.drawingsOf(team, view);
    const files = drawings.map(async (drawing): Promise<[string, Uploaded][]> => {
      const id = await idOf(team, drawing);
      return id === null ? [] : [[drawing.key, { id, alt: drawing.alt }]];
    });
    return new Map((await Promise.all(files)).flat());
  }

  return {
    async pictures(team, view) {
      if (!view.blocks.some(({ kind }) => kind === 'picture' || kind === 'chart'))
        return NO_PICTURES;
      return (await inTime(uploaded(team, view), PATIENCE)) ?? NO_PICTURES;
    },
    forget(team, pictures) {
      const names = [...pictures.keys()].map((key) => nameOf(team, key));
      for (const name of known.keys()) {
        // A chart is kept once for each set of names on it.
        if (names.some((one) => name === one || name.startsWith(`${one} `))) known.delete(name);
      }
    },
    async share(team, channel, { name, text }) {
      await upload(team, new TextEncoder().encode(text), { name, channel });
    },
  };
}

async function put(url: string, data: Uint8Array, timeout: number): Promise<void> {
  const body = new Blob([data as Uint8Array<ArrayBuffer>]);
  let answer: Response;
  try {
    const signal = AbortSignal.timeout(timeout);
    answer = await fetch(url, { method: 'POST', body, redirect: 'error', signal });
  } catch {
    // The cause would carry the address, which is as good as a token.
    throw new PlatformFault('A file did not reach Slack; it is tried again later', 'later');
  }
  if (!answer.ok) throw faultOf('an upload', new Error(`HTTP ${answer.status}`));
}

/** Null where it takes longer. */
async function inTime<Result>(work: Promise<Result>, most: number): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), most);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
