/** Posts and what each may do. The pairs with their Chinese names are in vocabulary.ts. */
export const ROLES = [
  'resident',
  'householder',
  'cluster-lead',
  'grid-worker',
  'team-leader',
  'teller',
  'event-helper',
  'site-officer',
  'steward',
  'county-admin',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** Posts are given at an area, from a day to a day; resident and householder follow from the roster. */
export type PostRole = Exclude<Role, 'resident' | 'householder'>;

/**
 * capability → the posts that carry it, inside the area of the post. Nobody holds two opposite
 * duties in one post: those who award do not collect, those who hand out goods do not award.
 */
export const CAPABILITIES = {
  'areas.shape': ['county-admin'],
  'posts.give': ['county-admin'],
  'posts.read': ['county-admin', 'auditor'],
  'sign-in.issue-staff-code': ['county-admin'],
  'sign-in.issue-resident-code': ['grid-worker', 'site-officer', 'steward'],
  'households.read': [
    'cluster-lead',
    'grid-worker',
    'site-officer',
    'teller',
    'steward',
    'county-admin',
    'auditor',
  ],
  'households.mend': ['grid-worker', 'site-officer', 'steward'],
  'households.issue-bind-codes': ['grid-worker', 'site-officer', 'steward'],
  'cards.bind': ['grid-worker', 'site-officer', 'steward'],
  'roster.import': ['steward', 'county-admin'],
  'rulebook.import': ['county-admin'],
  'goods.import': ['county-admin'],
  'book.verify': ['county-admin', 'auditor'],
  'audit.read': ['county-admin', 'auditor'],
  'shelf.receive': ['teller'],
  'shelf.read-stock': ['teller', 'steward', 'county-admin', 'auditor'],
  'counter.hand-over': ['teller'],
  'events.arrange': ['steward'],
  'events.read-roll': [
    'grid-worker',
    'site-officer',
    'event-helper',
    'team-leader',
    'steward',
    'county-admin',
    'auditor',
  ],
  'events.check-in': ['grid-worker', 'site-officer', 'event-helper', 'team-leader', 'steward'],
  'events.decide-late': ['grid-worker', 'site-officer', 'steward'],
  'events.close': ['steward'],
  'service.confirm': ['team-leader', 'steward'],
  'campaigns.run': ['steward'],
} as const satisfies Record<string, readonly PostRole[]>;

export type Capability = keyof typeof CAPABILITIES;

export function isCapability(word: string): word is Capability {
  return Object.hasOwn(CAPABILITIES, word);
}

/** Whether a post carries a capability. */
export function carries(role: PostRole, capability: Capability): boolean {
  return (CAPABILITIES[capability] as readonly PostRole[]).includes(role);
}
