import { type Row, row } from '@bank/db/plan';
import {
  accessAccounts,
  accessAdminRoll,
  accessGrants,
  accessOneTimeCodes,
  accessPins,
  accessSessions,
  accessTries,
} from '@bank/db/schema/access';
import { type ViewRow, view } from '@bank/db/view';
import type { PostRole } from '@bank/shared/roles';
import type { Chance } from '../platform/context.ts';
import { sessionExpiryMs } from './session.ts';
import type { Tries } from './tries.ts';

/** An account as it stands; `version` is what a change of it must follow. */
export type Account = typeof accessAccounts.$inferSelect;

const accountColumns = `c.id, c.version, c.open_id_hash, c.person_id, c.is_care_mode, c.inbox_read_at_ms`;

function accountOf(found: ViewRow | undefined): Account | null {
  if (!found || found.id === null) return null;
  return {
    id: String(found.id),
    version: Number(found.version),
    openIdHash: found.open_id_hash === null ? null : String(found.open_id_hash),
    personId: found.person_id === null ? null : String(found.person_id),
    isCareMode: found.is_care_mode === 1,
    inboxReadAtMs: Number(found.inbox_read_at_ms),
  };
}

/** The account of a WeChat user, by the keyed hash of the openid. */
export const accountByOpenId = view(
  `SELECT j.key, ${accountColumns} FROM json_each(?) j CROSS JOIN access_accounts c ON c.open_id_hash = j.value`,
  ([found]) => accountOf(found),
);

export const accountById = view(
  `SELECT j.key, ${accountColumns} FROM json_each(?) j CROSS JOIN access_accounts c ON c.id = j.value`,
  ([found]) => accountOf(found),
);

/** The account by which a person signs in without WeChat. */
export const pinAccountOfPerson = view(
  `SELECT j.key, ${accountColumns} FROM json_each(?) j
     CROSS JOIN access_accounts c ON c.person_id = j.value AND c.open_id_hash IS NULL`,
  ([found]) => accountOf(found),
);

/** The row of an account that is new, or changed from `before`. */
export function recordAccount(
  before: Account | null,
  change: Partial<Account> & { id: string },
): Row {
  return row(accessAccounts, {
    openIdHash: null,
    personId: null,
    isCareMode: false,
    inboxReadAtMs: 0,
    ...before,
    ...change,
    version: (before?.version ?? 0) + 1,
  });
}

/** A new session and its token. The token leaves once, in the answer, and is kept nowhere. */
export function openSession(
  chance: Pick<Chance, 'newId' | 'randomBytes'>,
  hashOf: (token: string) => string,
  account: { id: string; holdsPost: boolean },
  nowMs: number,
): { row: Row; token: string; expiresAtMs: number } {
  const token = Buffer.from(chance.randomBytes(32)).toString('base64url');
  const expiresAtMs = sessionExpiryMs(nowMs, account.holdsPost);
  return {
    token,
    expiresAtMs,
    row: row(accessSessions, {
      id: chance.newId('session'),
      version: 1,
      tokenHash: hashOf(token),
      accountId: account.id,
      madeAtMs: nowMs,
      expiresAtMs,
      state: 'open',
    }),
  };
}

export type Session = typeof accessSessions.$inferSelect;

/** The open sessions of an account. */
export const openSessionsOf = view(
  `SELECT j.key, s.* FROM json_each(?) j
     CROSS JOIN access_sessions s ON s.account_id = j.value AND s.state = 'open'`,
  (rows) =>
    rows.map(
      (found): Session => ({
        id: String(found.id),
        version: Number(found.version),
        tokenHash: String(found.token_hash),
        accountId: String(found.account_id),
        madeAtMs: Number(found.made_at_ms),
        expiresAtMs: Number(found.expires_at_ms),
        state: 'open',
      }),
    ),
);

export function endSession(session: Session): Row {
  return row(accessSessions, { ...session, version: session.version + 1, state: 'ended' });
}

export interface CountedTries extends Tries {
  readonly version: number;
}

/** Wrong tries by the hash of what is tried. */
export const triesOf = view(
  `SELECT j.key, t.version, t.window_start_ms, t.wrong_count
     FROM json_each(?) j CROSS JOIN access_tries t ON t.id = j.value`,
  ([found]): CountedTries | null =>
    found
      ? {
          version: Number(found.version),
          windowStartMs: Number(found.window_start_ms),
          wrongCount: Number(found.wrong_count),
        }
      : null,
);

/** The row of counted tries; two tries of one moment both write it, so none goes uncounted. */
export function recordTries(id: string, before: CountedTries | null, tries: Tries): Row {
  return row(accessTries, {
    id,
    version: (before?.version ?? 0) + 1,
    windowStartMs: tries.windowStartMs,
    wrongCount: tries.wrongCount,
  });
}

export interface OneTimeCode {
  readonly id: string;
  readonly version: number;
  readonly codeHash: string;
  readonly expiresAtMs: number;
  readonly isUsed: boolean;
}

function codeOf(found: ViewRow | undefined): OneTimeCode | null {
  if (!found) return null;
  return {
    id: String(found.id),
    version: Number(found.version),
    codeHash: String(found.code_hash),
    expiresAtMs: Number(found.expires_at_ms),
    isUsed: found.is_used === 1,
  };
}

export const oneTimeCodeByHash = view(
  `SELECT j.key, o.* FROM json_each(?) j CROSS JOIN access_one_time_codes o ON o.code_hash = j.value`,
  ([found]) => codeOf(found),
);

export const oneTimeCodeOf = view(
  `SELECT j.key, o.* FROM json_each(?) j CROSS JOIN access_one_time_codes o ON o.id = j.value`,
  ([found]) => codeOf(found),
);

export function recordOneTimeCode(code: OneTimeCode): Row {
  return row(accessOneTimeCodes, { ...code });
}

/** The PIN row of a person. */
export function recordPin(
  personId: string,
  versionBefore: number,
  pinHash: string,
  nowMs: number,
): Row {
  return row(accessPins, { id: personId, version: versionBefore + 1, pinHash, setAtMs: nowMs });
}

export const pinVersionOf = view(
  `SELECT j.key, p.version FROM json_each(?) j CROSS JOIN access_pins p ON p.id = j.value`,
  ([found]) => (found ? Number(found.version) : 0),
);

/** Everybody here who answers to a phone number and has a PIN. */
export const pinsByPhone = view(
  `SELECT j.key, p.id, p.name, n.pin_hash FROM json_each(?) j
     CROSS JOIN community_people p ON p.phone = j.value AND p.state = 'here'
     JOIN access_pins n ON n.id = p.id ORDER BY p.id`,
  (rows) =>
    rows.map((found) => ({
      personId: String(found.id),
      name: String(found.name),
      pinHash: String(found.pin_hash),
    })),
);

export type Grant = typeof accessGrants.$inferSelect & { role: PostRole };

const grantOf = (found: ViewRow): Grant => ({
  id: String(found.id),
  version: Number(found.version),
  personId: String(found.person_id),
  role: String(found.role) as PostRole,
  areaId: String(found.area_id),
  fromOn: String(found.from_on),
  toOn: found.to_on === null ? null : String(found.to_on),
  state: String(found.state) as Grant['state'],
  organisation: String(found.organisation),
  staffNumber: found.staff_number === null ? null : String(found.staff_number),
  contactPhone: found.contact_phone === null ? null : String(found.contact_phone),
  note: String(found.note),
  givenBy: String(found.given_by),
  approvedBy: found.approved_by === null ? null : String(found.approved_by),
});

/** A grant with the path of its area. */
export const grantById = view(
  `SELECT j.key, g.*, a.path FROM json_each(?) j
     CROSS JOIN access_grants g ON g.id = j.value JOIN community_areas a ON a.id = g.area_id`,
  ([found]) => (found ? { grant: grantOf(found), areaPath: String(found.path) } : null),
);

/** The grants of a person that have not ended. */
export const grantsOfPerson = view(
  `SELECT j.key, g.* FROM json_each(?) j
     CROSS JOIN access_grants g ON g.person_id = j.value AND g.state <> 'ended'`,
  (rows) => rows.map(grantOf),
);

export function recordGrant(grant: Grant): Row {
  return row(accessGrants, grant);
}

/** How many county admins are in office, and the version of that count. */
export const adminRoll = view(
  `SELECT j.key, r.version, r.admin_count FROM json_each(?) j
     CROSS JOIN access_admin_roll r ON r.id = j.value`,
  ([found]) =>
    found
      ? { version: Number(found.version), adminCount: Number(found.admin_count) }
      : { version: 0, adminCount: 0 },
);

export const ADMIN_ROLL = 'county';

export function recordAdminRoll(versionBefore: number, adminCount: number): Row {
  return row(accessAdminRoll, { id: ADMIN_ROLL, version: versionBefore + 1, adminCount });
}
