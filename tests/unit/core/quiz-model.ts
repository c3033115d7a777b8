import type { MemberId } from '../../../src/core/ids.ts';
import { START } from './made-up-quizzes.ts';
import type { Deed } from './quiz-deeds.ts';

const WORTH = [10, 15, 20];
const [COUNTDOWN, OPEN, STRAGGLERS, PAUSE] = [30_000, 30_000, 1_000, 8_000];

/** What a relaxed quiz of three questions is to do, said as shortly as possible: by times, without fences and claims. */
export function quizModel() {
  let now = START;
  let [phase, question, until, closesAt] = ['lobby', 0, START + COUNTDOWN, 0];
  let isStopped = false;
  const joined = new Set<MemberId>();
  const hints = new Set<string>();
  const votes = new Set<string>();
  const credits = new Map<string, { credit: number; hinted: boolean }>();
  const counting: number[] = [];
  const asked: number[] = [];

  const to = (next: string, at: number): void => {
    [phase, until] = [next, at];
  };
  const end = (): void => to('over', Number.POSITIVE_INFINITY);
  const of = (set: Set<string> | Map<string, unknown>): number =>
    [...set.keys()].filter((key) => key.startsWith(`${question} `)).length;

  function ask(at: number): void {
    if (isStopped || question === WORTH.length) {
      end();
      return;
    }
    question += 1;
    asked.push(question);
    closesAt = at + OPEN;
    to('open', closesAt);
  }

  function reveal(at: number, counts: boolean): void {
    if (counts) counting.push(question);
    to('pause', isStopped ? at : at + (question === WORTH.length ? PAUSE / 2 : PAUSE));
  }

  function closeNow(counts: boolean): void {
    closesAt = Math.min(now, closesAt);
    reveal(now, counts);
  }

  const isSkipped = (): boolean => 2 * of(votes) > joined.size;
  const isAnswered = (): boolean => of(credits) >= joined.size;

  /** One thing that is due by now; false where there is none. */
  function due(): boolean {
    if (until > now) return false;
    switch (phase) {
      case 'lobby':
        if (joined.size === 0) end();
        else ask(until);
        return true;
      case 'pause':
        ask(until);
        return true;
      case 'closing':
        reveal(until, true);
        return true;
      default:
        if (isSkipped() || isAnswered()) return false;
        to('closing', closesAt + STRAGGLERS);
        return true;
    }
  }

  function look(): void {
    while (due());
    if (phase !== 'open' || !(isSkipped() || isAnswered())) return;
    closeNow(!isSkipped());
    look();
  }

  function stop(): void {
    if (isStopped || phase === 'over') return;
    isStopped = true;
    if (phase === 'open') closeNow(false);
    else if (phase !== 'closing') end();
  }

  function answer({ member, credit, late }: Extract<Deed, { kind: 'answer' }>): void {
    const key = `${question} ${member}`;
    const isAsked = ['open', 'closing', 'pause'].includes(phase);
    if (!isAsked || now - late >= closesAt || credits.has(key)) return;
    credits.set(key, { credit, hinted: hints.has(key) });
    joined.add(member);
  }

  function helps(kind: 'hint' | 'vote', member: MemberId): void {
    const key = `${question} ${member}`;
    if (kind === 'hint' && !credits.has(key)) hints.add(key);
    if (kind === 'vote' && joined.has(member)) votes.add(key);
  }

  function happens(deed: Deed): void {
    switch (deed.kind) {
      case 'wait':
        now += deed.ms;
        return;
      case 'join':
        if (phase !== 'over') joined.add(deed.member);
        return;
      case 'hint':
      case 'vote':
        if (phase === 'open') helps(deed.kind, deed.member);
        return;
      case 'answer':
        answer(deed);
        return;
      case 'stop':
        stop();
        return;
      case 'restart':
        return;
    }
  }

  return {
    asked,
    does(deed: Deed): void {
      happens(deed);
      look();
    },
    isOver: () => phase === 'over',
    /** Members with points and rank. */
    table(): Record<MemberId, readonly [number, number]> {
      const pointsOf = (member: MemberId): number =>
        counting.reduce((sum, number) => {
          const { credit = 0, hinted = false } = credits.get(`${number} ${member}`) ?? {};
          const share = Math.max(0, credit - (hinted ? 0.25 : 0));
          return sum + Math.round((WORTH[number - 1] ?? 0) * share);
        }, 0);
      const all = [...joined].map((member) => [member, pointsOf(member)] as const);
      const rank = (points: number) => 1 + all.filter(([, other]) => other > points).length;
      return Object.fromEntries(
        all.map(([member, points]) => [member, [points, rank(points)] as const]),
      );
    },
  };
}
