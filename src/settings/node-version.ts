// Imports nothing: it has to run on the very versions that it refuses.

const OLDEST = [20, 19] as const;

/** `version` as Node gives it, with or without its v. Null where it is recent enough. */
export function nodeVersionFault(version: string): string | null {
  const number = version.replace(/^v/, '');
  const [major = 0, minor = 0] = number.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return null;
  return `Hypercall needs Node ${OLDEST.join('.')} or later; this is ${number}. Install the LTS version from https://nodejs.org and start again.`;
}
