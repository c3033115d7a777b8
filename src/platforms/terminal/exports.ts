import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Block, View } from '../../chat/view.ts';
import { PlatformFault } from '../../ports/platform.ts';

/**
 * Writes the files of a view below `folder`, for nobody but this user to read, and shows where each lies. A file of
 * the same name is replaced. @throws {PlatformFault}
 */
export async function withFilesKept(folder: string, view: View): Promise<View> {
  if (view.blocks.every(({ kind }) => kind !== 'file')) return view;
  const blocks = await Promise.all(view.blocks.map((block) => kept(folder, block)));
  return { ...view, blocks };
}

async function kept(folder: string, block: Block): Promise<Block> {
  if (block.kind !== 'file') return block;
  const exports = join(folder, 'exports');
  const path = join(exports, basename(block.name));
  try {
    await mkdir(exports, { recursive: true, mode: 0o700 });
    // A new file first: an older one of this name may be open to others, and keeps its mode when it is written to.
    await writeFile(`${path}.new`, block.text, { mode: 0o600 });
    await rename(`${path}.new`, path);
  } catch (cause) {
    const why = (cause as Error).message;
    throw new PlatformFault(
      `${path} cannot be written (${why}): make room on its disk`,
      'later',
      cause,
    );
  }
  return { ...block, name: path };
}
