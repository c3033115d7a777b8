import type { typedTexts as english } from '../en/typed.ts';
import type { Translated } from '../translated.ts';
import { quoted } from './words.ts';

/** Why a command that was written as words is none. */
export const typedTexts: Translated<typeof english> = {
  typed: {
    noCommand: (path, meant) =>
      `Ein /${path} gibt es nicht. ${meant === null ? '/help nennt die Befehle.' : `Meinst du /${meant}?`}`,
    needsOneOf: (path, parts) => `Zu /${path} gehört eines von: ${parts.join(', ')}.`,
    needs: (path, option) => `Zu /${path} fehlt ${option}.`,
    tooMany: (path, options) =>
      `Zu /${path} steht zu viel da: Es nimmt ${options.join(', ') || 'nichts'}.`,
    noOption: (path, name, meant, options) =>
      `Bei /${path} gibt es kein ${name}. ${meant === null ? `Es kennt: ${options.join(', ') || 'keines'}.` : `Meinst du ${meant}=?`}`,
    notAChoice: (option, choices, given) =>
      `${option} kann ${choices.join(', ')} sein; ${quoted(given)} ist keines davon.`,
  },
};
