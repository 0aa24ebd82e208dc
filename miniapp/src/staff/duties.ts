import type { Me } from '@bank/shared/contracts/access';
import { type Capability, carries, type PostRole } from '@bank/shared/roles';

type Posts = Me['posts'];

/** Whether one of the posts carries a capability; the bank decides again, for the very place. */
export function mayDo(posts: Posts, capability: Capability): boolean {
  return posts.some(
    ({ role }) =>
      role !== 'resident' && role !== 'householder' && carries(role satisfies PostRole, capability),
  );
}
