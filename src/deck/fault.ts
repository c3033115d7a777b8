/** Something in a deck that its author has to put right. */
export interface Fault {
  readonly file: string;
  /** From 1; null where the fault is the file's as a whole, or a folder's. */
  readonly line: number | null;
  /** The id of the card at fault, where it is known. */
  readonly card: string | null;
  /** What is wrong and what to do, in one sentence without a full stop. */
  readonly message: string;
}

const SHOWN = 40;

/** `content/virtualization/vmcs.yaml:14 vmcs-fields: key E is not among the options A–D` */
export function formatFault({ file, line, card, message }: Fault): string {
  const place = file.replace(/\p{Cc}/gu, '?') + (line === null ? '' : `:${line}`);
  return `${place}${card === null ? '' : ` ${card}`}: ${message}`;
}

/** A fault of a file or folder as a whole. */
export function faultOf(file: string, message: string): Fault {
  return { file, line: null, card: null, message };
}

/** The faults in the order in which an author meets them. */
export function inReadingOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    (a, b) =>
      compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Text of an author, safe to print inside a sentence: in quotes, at most 40 characters of it. */
export function quoted(text: string): string {
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return JSON.stringify(shown).replace(/[\u007f-\u009f\p{Cf}\p{Cs}]/gu, '?');
}
