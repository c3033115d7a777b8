import { quoted } from './words.ts';

/** Why a command that was written as words is none. */
export const typedTexts = {
  typed: {
    noCommand: (path: string, meant: string | null) =>
      `There is no /${path}. ${meant === null ? '/help lists the commands.' : `Did you mean /${meant}?`}`,
    needsOneOf: (path: string, parts: readonly string[]) =>
      `/${path} needs one of: ${parts.join(', ')}.`,
    needs: (path: string, option: string) => `/${path} needs a ${option}.`,
    tooMany: (path: string, options: readonly string[]) =>
      `/${path} has words too many: it takes ${options.join(', ') || 'nothing'}.`,
    noOption: (path: string, name: string, meant: string | null, options: readonly string[]) =>
      `/${path} has no option ${name}. ${meant === null ? `It knows: ${options.join(', ') || 'none'}.` : `Did you mean ${meant}=?`}`,
    notAChoice: (option: string, choices: readonly string[], given: string) =>
      `${option} can be ${choices.join(', ')}; ${quoted(given)} is none of them.`,
  },
};
