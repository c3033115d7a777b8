import { z } from 'zod';
import type { Wording } from '../core/wording/wording.ts';
import { quoted } from './fault.ts';
import { bare, twinsAmong } from './folding.ts';
import { LIST_LIMITS, TEXT_LIMITS } from './limits.ts';
import { nameOf, type Problem, type Raw } from './reading.ts';
import { text } from './texts.ts';
import type { Path } from './yaml-tree.ts';

const [FEWEST, MOST] = LIST_LIMITS.wordings;

/** Wordings of a term, at least one. */
export function wordings(means: string) {
  const wording = text(TEXT_LIMITS.wording, 'a wording of a few words');
  return z.array(wording).min(FEWEST).max(MOST).describe(means);
}

/** What a typed answer is held against. */
export const WORDING = {
  accept: wordings('the wordings that are right, the usual one first'),
  reject: wordings('near misses that must be wrong').optional(),
};

export function wordingOf(fields: {
  readonly accept: readonly string[];
  readonly reject?: readonly string[] | undefined;
}): Wording {
  return { accept: fields.accept, reject: fields.reject ?? [] };
}

/** What must hold among the wordings of `raw`, which stands at `at`. */
export function wordingProblems({ accept, reject }: Raw, at: Path = []): Problem[] {
  const accepted = new Set(listOf(accept).map(bare));
  const clashes = listOf(reject).flatMap((written, index): Problem[] => {
    if (bare(written) === '' || !accepted.has(bare(written))) return [];
    const path = [...at, 'reject', index];
    const message = `${nameOf(path)} ${quoted(String(written))} is accepted, too; remove it from one of the two`;
    return [{ path, message }];
  });
  return [
    ...listProblems(accept, [...at, 'accept']),
    ...listProblems(reject, [...at, 'reject']),
    ...clashes,
  ];
}

/** What must hold among the wordings of one list. */
export function listProblems(written: unknown, at: Path): Problem[] {
  const list = listOf(written);
  const twins = twinsAmong(list.map((wording, index) => [index, wording] as const));
  const signs = list.flatMap((wording, index) =>
    typeof wording === 'string' && wording.trim() !== '' && bare(wording) === '' ? [index] : [],
  );
  return [
    ...twins.map(([first, later]) => ({
      path: [...at, later],
      message: `${nameOf([...at, first])} and ${later + 1} are the same; keep one`,
    })),
    ...signs.map((index) => ({
      path: [...at, index],
      message: `${nameOf([...at, index])} has neither letter nor digit; write it in words`,
    })),
  ];
}

export function listOf(written: unknown): readonly unknown[] {
  return Array.isArray(written) ? written : [];
}
