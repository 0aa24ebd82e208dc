import type { Reader } from '@bank/db/client';
import type { GuardedClient } from '@bank/db/guard';
import type { Lookout } from '@bank/db/view';
import type { Writer } from '@bank/db/writer';
import type { PostRole } from '@bank/shared/roles';
import type { Keys } from './keys.ts';

/** A post that holds today, at an area. Areas are paths: `/` is the county, `/01/0101/` a grid. */
export interface Post {
  readonly role: PostRole;
  readonly areaPath: string;
}

/** Who is asking. Rooms never see a cookie, a token or an openid. */
export type Actor =
  | { readonly kind: 'stranger' }
  /** The bank itself, for what falls due by the clock. */
  | { readonly kind: 'clock' }
  /** Whoever may run commands on the server itself: takes in workbooks, and nothing of a family's. */
  | { readonly kind: 'operator' }
  /** Signed in, not yet bound to a person of the roster. */
  | { readonly kind: 'visitor'; readonly accountId: string; readonly sessionId: string }
  | {
      readonly kind: 'person';
      readonly accountId: string;
      readonly sessionId: string;
      readonly personId: string;
      readonly name: string;
      /** Null for staff who do not live here. */
      readonly householdId: string | null;
      readonly householdPath: string | null;
      readonly isHouseholder: boolean;
      /** The householder, or the adult whom the householder named to vote. */
      readonly isVoter: boolean;
      readonly posts: readonly Post[];
    };

export type PersonActor = Extract<Actor, { kind: 'person' }>;

/** Time and chance are visitors: any day can be replayed from here. */
export interface Chance {
  nowMs(): number;
  /** `prefix_` and a time-ordered random tail. */
  newId(prefix: string): string;
  randomBytes(length: number): Uint8Array;
}

/** What every room stands on: who writes, who looks, what time it is, and the keys. */
export interface Bank {
  readonly writer: Writer;
  readonly lookout: Lookout;
  readonly reader: Reader;
  /** For the few questions that walk a whole table. */
  readonly reading: GuardedClient;
  readonly chance: Chance;
  readonly keys: Keys;
  readonly isDemo: boolean;
  /** Where links of printed codes lead: no slash at its end. */
  readonly publicUrl: string;
}

/** The name under which an actor stands in the audit. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case 'stranger':
    case 'clock':
    case 'operator':
      return actor.kind;
    case 'visitor':
      return actor.accountId;
    case 'person':
      return actor.personId;
  }
}
