import { type QuizId, quizId, type RoundId, roundId } from '../core/ids.ts';

/** The buttons of a live quiz. */
export type QuizPress =
  | { readonly kind: 'quiz join'; readonly quiz: QuizId }
  /** The author's hint to a question, which costs points. */
  | { readonly kind: 'quiz hint'; readonly round: RoundId }
  /** A vote to skip a question. */
  | { readonly kind: 'quiz skip'; readonly round: RoundId }
  /** What the reader missed in a quiz that is over, by pages from 0. */
  | { readonly kind: 'quiz misses'; readonly quiz: QuizId; readonly page: number };

export function encodeQuizPress(press: QuizPress): string {
  switch (press.kind) {
    case 'quiz join':
      return `q.j.${press.quiz}`;
    case 'quiz hint':
      return `q.h.${press.round}`;
    case 'quiz skip':
      return `q.s.${press.round}`;
    case 'quiz misses':
      return press.page === 0 ? `q.m.${press.quiz}` : `q.m.${press.quiz}.${press.page}`;
  }
}

/** The press that a text may mean; null where it can be none. The caller writes it again to compare. */
export function decodeQuizPress(text: string): QuizPress | null {
  const [code, what, id = '', page = '0'] = text.split('.');
  if (code !== 'q') return null;
  const [quiz, round] = [quizId.parse(id), roundId.parse(id)];
  switch (what) {
    case 'j':
      return quiz && { kind: 'quiz join', quiz };
    case 'm':
      return quiz && { kind: 'quiz misses', quiz, page: Number(page) };
    case 'h':
      return round && { kind: 'quiz hint', round };
    case 's':
      return round && { kind: 'quiz skip', round };
    default:
      return null;
  }
}
