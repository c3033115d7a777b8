import { z } from 'zod';
import { TEXT_LIMITS } from './limits.ts';
import { isRaw, type Problem, type Raw } from './reading.ts';
import { text } from './texts.ts';

/** The folder of a deck's drawings, inside the deck's own. */
export const IMAGES = 'images';

const FEWEST_ALT = 10;

/** A drawing beside the question: a plain path, so that no deck reaches out of its folder. */
export const picture = z
  .strictObject({
    file: z
      .string()
      .regex(/^images\/[a-z0-9]+(-[a-z0-9]+)*\.svg$/)
      .describe('images/<name>.svg, the name in lower-case words joined by hyphens'),
    alt: text(TEXT_LIMITS.alt, 'what the drawing shows, without giving the answer', FEWEST_ALT),
  })
  .optional()
  .describe('a drawing in the folder of the deck: file and alt');

/** A drawing that is not there. */
export function pictureProblems({ picture: written }: Raw, images: ReadonlySet<string>): Problem[] {
  if (written === undefined) return [];
  const path = ['picture', 'file'];
  const known = picture.safeParse(written);
  const file = isRaw(written) ? written['file'] : undefined;
  const isMisnamed = known.error?.issues.some((issue) => issue.path[0] === 'file') ?? false;
  if (typeof file !== 'string' || isMisnamed || images.has(file)) return [];
  const message = `picture file ${file} is not in the folder of the deck; draw it there or check the name`;
  return [{ path, message }];
}
