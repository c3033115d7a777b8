import type { CommunityId, MemberId, RoundId } from '../core/ids.ts';
import type { KeptAnswer } from '../ports/members.ts';
import type { Database } from './database.ts';
import type { RoundReader } from './rounds.ts';
import { readAnswer } from './rows.ts';

/** How many rounds one step looks at: a bot with years of questions must not stand still for one member. */
const STEP = 200;

export function* inSteps<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += STEP) yield items.slice(from, from + STEP);
}

/** What this member answered to these rounds, of those that are still there. */
export async function answersOf(
  db: Database,
  reader: RoundReader,
  community: CommunityId,
  member: MemberId,
  rounds: readonly RoundId[],
): Promise<KeptAnswer[]> {
  const kept: KeptAnswer[] = [];
  for (const step of inSteps(rounds)) {
    const texts = (await db.askAll((pipeline) => {
      for (const round of step) pipeline.hget(db.key(community, 'answers', round), member);
      return pipeline;
    })) as (string | null)[];
    const answered = step.flatMap((id, at) => {
      const text = texts[at];
      return text ? [{ id, answer: readAnswer(member, text) }] : [];
    });
    if (answered.length === 0) continue;
    const found = await reader.read(
      community,
      answered.map(({ id }) => id),
    );
    for (const { id, answer } of answered) {
      const round = found.get(id);
      if (round) kept.push({ round, answer });
    }
  }
  return kept;
}
