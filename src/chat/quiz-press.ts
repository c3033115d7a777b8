import { type QuizId, quizId, type RoundId, roundId } from '../core/ids.ts';

/** The buttons of a live quiz. */
export type QuizPress =
  | { readonly kind: 'quiz join'; readonly quiz: QuizId }
  /** The author's hint to a question, which costs points. */
  | { readonly kind: 'quiz hint'; readonly round: RoundId }
  /** A vote to skip a question. */
  | { readonly kind: 'quiz skip'; readonly round: RoundId }
  /** What the reader missed in a quiz that is over. */
  | { readonly kind: 'quiz misses'; readonly quiz: QuizId };

export function encodeQuizPress(press: QuizPress): string {
  switch (press.kind) {
    case 'quiz join':
      return `q.j.${press.quiz}`;
    case 'quiz hint':
      return `q.h.${press.round}`;
    case 'quiz skip':
      return `q.s.${press.round}`;
    case 'quiz misses':
      return `q.m.${press.quiz}`;
  }
}

/** The press that a text may mean; null where it can be none. The caller writes it again to compare. */
export function decodeQuizPress(text: string): QuizPress | null {
  const [code, what, id = ''] = text.split('.');
  if (code !== 'q') return null;
  const [quiz, round] = [quizId.parse(id), roundId.parse(id)];
  switch (what) {
    case 'j':
      return quiz && { kind: 'quiz join', quiz };
    case 'm':
      return quiz && { kind: 'quiz misses', quiz };
    case 'h':
      return round && { kind: 'quiz hint', round };
    case 's':
      return round && { kind: 'quiz skip', round };
    default:
      return null;
  }
}
