import type { PostRole, Role } from './roles.ts';

/** The names of the posts, as neighbours say them. */
const ROLE_NAMES: Record<Role, string> = {
  resident: '居民',
  householder: '户主',
  'cluster-lead': '联户长',
  'grid-worker': '网格员',
  'team-leader': '志愿队长',
  teller: '储蓄所管理员',
  'event-helper': '活动协助员',
  'site-officer': '驻村干部',
  steward: '社区干部',
  'county-admin': '县级管理员',
  auditor: '审计',
};

/** The Chinese name of a post or relation. */
export function roleName(role: Role): string {
  return ROLE_NAMES[role];
}

/** The Chinese name of a post. */
export function postName(role: PostRole): string {
  return ROLE_NAMES[role];
}
