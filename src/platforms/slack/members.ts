import type { View } from '../../chat/view.ts';
import { type CommunityId, communityId, type MemberId, memberId } from '../../core/ids.ts';
import { PlatformFault } from '../../ports/platform.ts';
import type { Scene } from './addresses.ts';

/** Somebody of another workspace carries its name, so that no two people are ever one member. */
export function memberOf({
  user,
  team,
  userTeam,
}: Pick<Scene, 'user' | 'team' | 'userTeam'>): MemberId {
  return memberId.of(userTeam === team ? user : `${user}-${userTeam}`);
}

/** The user id that Slack knows a member by; null where it never was one. */
export function userOf(member: string): string | null {
  const [user = ''] = member.split('-');
  return /^[UW][A-Z0-9]{1,20}$/.test(user) ? user : null;
}

export function communityOf(team: string): CommunityId {
  return communityId.of(`slack:${team}`);
}

/** @throws {PlatformFault} for a community of another platform */
export function teamOf(community: CommunityId): string {
  const [, team] = /^slack:([TE][A-Z0-9]+)$/.exec(community) ?? [];
  if (team) return team;
  throw new PlatformFault(`${community} is no workspace of Slack`, 'never');
}

/** The members whom a view names. */
export function membersIn(view: View): readonly MemberId[] {
  const lines = view.blocks.flatMap((block) => {
    if (block.kind === 'text') return [block.line];
    return block.kind === 'list' ? block.items : [];
  });
  if (view.footer !== null) lines.push(view.footer);
  const named = lines.flatMap((line) =>
    typeof line === 'string'
      ? []
      : line.flatMap((inline) =>
          typeof inline !== 'string' && inline.kind === 'member' ? [inline.member] : [],
        ),
  );
  const ranked = view.blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map(({ member }) => member) : [],
  );
  return [...new Set([...named, ...ranked])];
}
