import type { Day } from '@bank/shared/calendar';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS, type Problem } from '@bank/shared/problem';
import { type PostRole, ROLES, type Role } from '@bank/shared/roles';

/** A post as it stands in the book. */
export interface PostTerms {
  readonly personId: string;
  readonly role: PostRole;
  readonly state: 'active' | 'waiting' | 'ended';
}

/** Posts that could hand out further posts, or read everything: they wait for an existing admin. */
const WAITS_FOR_APPROVAL: ReadonlySet<PostRole> = new Set(['county-admin', 'auditor']);

/** Whether a role is a post that somebody can be given. */
export function isPost(role: Role): role is PostRole {
  return role !== 'resident' && role !== 'householder' && ROLES.includes(role);
}

export interface PostWish {
  readonly personId: string;
  readonly role: Role;
  readonly fromOn: Day;
  readonly toOn: Day | null;
}

/**
 * 给岗位. Nobody gives himself a post; a county admin or auditor waits until an existing admin
 * other than the giver agrees, unless there is no other.
 */
export function decideGivePost(
  wish: PostWish,
  giverId: string,
  held: readonly PostTerms[],
  otherAdminCount: number,
): Outcome<
  { readonly role: PostRole; readonly state: 'active' | 'waiting' },
  Problem<'access/own-post' | 'access/not-a-post' | 'access/post-days-wrong' | 'access/post-held'>
> {
  if (!isPost(wish.role)) return refuse({ code: 'access/not-a-post', facts: NO_FACTS });
  if (wish.personId === giverId) return refuse({ code: 'access/own-post', facts: NO_FACTS });
  if (wish.toOn !== null && wish.toOn < wish.fromOn) {
    return refuse({ code: 'access/post-days-wrong', facts: NO_FACTS });
  }
  if (held.some((post) => post.role === wish.role && post.state !== 'ended')) {
    return refuse({ code: 'access/post-held', facts: NO_FACTS });
  }
  const waits = WAITS_FOR_APPROVAL.has(wish.role) && otherAdminCount > 0;
  return accept({ role: wish.role, state: waits ? 'waiting' : 'active' });
}

/** 同意岗位: by an admin who is neither its holder nor its giver. */
export function decideApprovePost(
  post: PostTerms & { readonly givenBy: string },
  approverId: string,
): Outcome<'active', Problem<'access/post-not-waiting' | 'access/own-post'>> {
  if (post.state !== 'waiting') return refuse({ code: 'access/post-not-waiting', facts: NO_FACTS });
  if (post.personId === approverId || post.givenBy === approverId) {
    return refuse({ code: 'access/own-post', facts: NO_FACTS });
  }
  return accept('active');
}

/** 结束岗位: at once, but never the last county admin, or nobody could give posts again. */
export function decideEndPost(
  post: PostTerms,
  adminCount: number,
): Outcome<'ended', Problem<'access/post-ended' | 'access/last-admin'>> {
  if (post.state === 'ended') return refuse({ code: 'access/post-ended', facts: NO_FACTS });
  if (post.role === 'county-admin' && post.state === 'active' && adminCount <= 1) {
    return refuse({ code: 'access/last-admin', facts: NO_FACTS });
  }
  return accept('ended');
}
