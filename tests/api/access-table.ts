import type { STAFF } from '../world.ts';

const LEAD = 'lead';
const GRID = 'grid';
const TELLER = 'teller';
const STEWARD = 'steward';
const OFFICER = 'officer';
const HELPER = 'helper';
const CAPTAIN = 'captain';
const ADMIN = 'admin';
const AUDITOR = 'auditor';

export type Staff = keyof typeof STAFF;
export type May =
  | 'everyone'
  | 'signed-in'
  | 'resident'
  | 'householder'
  | 'voter'
  | readonly Staff[];

/**
 * Who may do what, written by hand from what the county decided, not from the code: if a promise is
 * added, opened wider or closed, this table must be changed by somebody who means it.
 */
export const MAY: Readonly<Record<string, May>> = {
  'community/list-areas': 'everyone',
  'community/find-households': [LEAD, GRID, OFFICER, TELLER, STEWARD, ADMIN, AUDITOR],
  'community/read-household': [LEAD, GRID, OFFICER, TELLER, STEWARD, ADMIN, AUDITOR],
  'community/read-own-household': 'resident',
  'community/name-voter': 'householder',
  'community/mend-household': [GRID, OFFICER, STEWARD],
  'community/mend-person': [GRID, OFFICER, STEWARD],
  'community/print-bind-codes': [GRID, OFFICER, STEWARD],
  'community/print-elder-cards': [GRID, OFFICER, STEWARD],
  'community/revoke-elder-card': [GRID, OFFICER, STEWARD],
  'access/read-me': 'signed-in',
  'access/sign-in-by-wechat': 'everyone',
  'access/sign-in-by-pin': 'everyone',
  'access/choose-pin': 'everyone',
  'access/list-demo-doors': 'everyone',
  'access/sign-in-to-demo': 'everyone',
  'access/sign-out': 'signed-in',
  'access/set-care-mode': 'signed-in',
  'access/bind-household': 'signed-in',
  'access/unbind': 'signed-in',
  'access/list-own-helpers': 'resident',
  'access/read-what-is-kept': 'signed-in',
  'access/issue-resident-code': [GRID, OFFICER, STEWARD],
  'access/issue-staff-code': [ADMIN],
  'access/list-posts': [ADMIN, AUDITOR],
  'access/give-post': [ADMIN],
  'access/approve-post': [ADMIN],
  'access/end-post': [ADMIN],
  'ledger/verify-book': [ADMIN, AUDITOR],
  'passbook/read-passbook': 'resident',
  'passbook/read-household-passbook': [LEAD, GRID, OFFICER, TELLER, STEWARD, ADMIN, AUDITOR],
  'scoring/read-rulebook': 'everyone',
  'notices/read-inbox': 'signed-in',
  'notices/mark-inbox-read': 'signed-in',
  'notices/read-board': 'everyone',
  'redemption/read-shelf': 'everyone',
  'redemption/read-item': 'everyone',
  'redemption/place-order': 'resident',
  'redemption/read-orders': 'resident',
  'redemption/read-order': 'resident',
  'redemption/cancel-order': 'resident',
  'redemption/find-order': [TELLER],
  'redemption/hand-over': [TELLER],
  'redemption/find-card-holder': [TELLER],
  'redemption/redeem-by-card': [TELLER],
  'redemption/reverse-hand-over': [TELLER],
  'redemption/read-counter': [TELLER],
  'redemption/receive-stock': [TELLER],
  'redemption/read-stock': [TELLER, STEWARD, ADMIN, AUDITOR],
  'selection/list-campaigns': 'everyone',
  'selection/read-campaign': 'everyone',
  'selection/read-honours': 'everyone',
  'selection/nominate': 'resident',
  'selection/cast-ballot': 'voter',
  'selection/open-campaign': [STEWARD],
  'selection/read-nominations': [STEWARD],
  'selection/open-voting': [STEWARD],
  'selection/read-turnout': [STEWARD],
  'selection/count-votes': [STEWARD],
  'selection/conclude': [STEWARD],
  'events/list-events': 'everyone',
  'events/read-event': 'everyone',
  'events/list-own-occasions': 'resident',
  'events/sign-up': 'resident',
  'events/cancel-sign-up': 'resident',
  'events/check-in': 'resident',
  'events/bring-late-scan': 'resident',
  'events/show-personal-code': 'resident',
  'events/arrange-event': [STEWARD],
  'events/change-occasion': [STEWARD],
  'events/cancel-occasion': [STEWARD],
  'events/list-office-occasions': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD, ADMIN, AUDITOR],
  'events/read-console': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD],
  'events/read-roll': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD, ADMIN, AUDITOR],
  'events/find-people': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD],
  'events/sign-up-person': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD],
  'events/cancel-person-sign-up': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD],
  'events/check-in-person': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD],
  'events/undo-check-in': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD],
  'events/decide-late-scan': [GRID, OFFICER, STEWARD],
  'events/close-occasion': [STEWARD],
  'events/post-left-awards': [STEWARD],
  'volunteering/read-hours': 'resident',
  'volunteering/log-service': 'resident',
  'volunteering/withdraw-service': 'resident',
  'volunteering/list-waiting-services': [CAPTAIN, STEWARD],
  'volunteering/confirm-service': [CAPTAIN, STEWARD],
  'volunteering/return-service': [CAPTAIN, STEWARD],
  'intake/preview': [STEWARD, ADMIN],
  'intake/take-in': [STEWARD, ADMIN],
};

/** County posts reach both sites; everybody else stays at home. */
export const COUNTY_WIDE = new Set<Staff>([ADMIN, AUDITOR]);
/** Their answer is a list of what lies in reach, so a foreign subject cannot be named. */
export const NAMES_NO_SUBJECT = new Set([
  'community/find-households',
  'access/list-posts',
  'ledger/verify-book',
  'intake/preview',
  'intake/take-in',
  'events/list-office-occasions',
  'volunteering/list-waiting-services',
]);

/** Subjects that are not in the book: for these, even the right post hears that there is none. */
export const HAS_NO_SUBJECT = new Set([
  'community/revoke-elder-card',
  'redemption/hand-over',
  'redemption/reverse-hand-over',
]);
