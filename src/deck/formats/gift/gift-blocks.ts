/** A question with its comments, or one line of a category. */
export interface GiftBlock {
  /** Of its first line that is no comment. */
  readonly line: number;
  readonly text: string;
}

interface Lines {
  readonly line: number;
  readonly lines: string[];
}

/** What blank lines part, as Moodle reads it: a question never goes on behind one. */
export function giftBlocks(text: string): GiftBlock[] {
  const blocks: Lines[] = [];
  let isOpen = false;
  for (const [at, line] of text.split('\n').entries()) {
    const isCategory = line.startsWith('$CATEGORY:');
    const isBlank = line.trim() === '';
    if (isOpen && !isCategory && !isBlank) blocks.at(-1)?.lines.push(line);
    else if (!isBlank) blocks.push({ line: at + 1, lines: [line] });
    isOpen = !isBlank && !isCategory;
  }
  return blocks.flatMap(blockOf);
}

/** Comments alone are no block. */
function blockOf({ line, lines }: Lines): GiftBlock[] {
  const first = lines.findIndex((words) => !isComment(words));
  return first < 0 ? [] : [{ line: line + first, text: lines.join('\n') }];
}

export function isComment(line: string): boolean {
  return line.trimStart().startsWith('//');
}
