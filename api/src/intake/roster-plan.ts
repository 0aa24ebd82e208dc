import type { Draft, Row } from '@bank/db/plan';
import { row } from '@bank/db/plan';
import { accessGrants } from '@bank/db/schema/access';
import { communityClusterLeads } from '@bank/db/schema/community';
import { redemptionBranches } from '@bank/db/schema/redemption';
import { nameInitials } from '../community/initials.ts';
import { newStaff, recordArea, recordHousehold, recordPerson } from '../community/store.ts';
import {
  baseAccount,
  heldPointsAccount,
  ISSUE_ACCOUNT,
  openAccount,
  passbookAccount,
} from '../ledger/account.ts';
import { draftMove } from '../ledger/transfer.ts';
import { openShelf } from '../redemption/goods.ts';
import type { Changed } from './comparison.ts';
import { joinNote, ROLE_OF_POST, type RosterBook } from './roster-book.ts';
import type { RosterComparison } from './roster-diff.ts';
import type {
  AreaFacts,
  ClusterLeadFacts,
  HouseholdFacts,
  PersonFacts,
  PostFacts,
} from './roster-shape.ts';

/** What a roster takes with it beside its own lines. */
export interface RosterPlanning {
  readonly newId: (prefix: string) => string;
  readonly basePoints: number;
  /** Goods that every branch has a shelf for. */
  readonly itemIds: readonly string[];
  readonly takesPosts: boolean;
}

const LEVEL_NAMES = { site: '安置点', grid: '网格', cluster: '联户' } as const;
const LEVELS = { site: 1, grid: 2, cluster: 3 } as const;

/** The whole roster as one plan: all of it is taken in, or none. */
export function planRoster(
  comparison: RosterComparison,
  book: RosterBook,
  planning: RosterPlanning,
): { rows: Row[]; transfers: Draft[] } {
  const builder = new RosterPlan(book, planning);
  for (const facts of [...comparison.areas.added].sort(byLevel)) builder.area(facts);
  for (const { after } of comparison.areas.changed) builder.area(after);
  for (const facts of comparison.households.added) builder.newHousehold(facts);
  for (const { after } of comparison.households.changed) builder.household(after);
  // A householder who gives way stands before the one who follows: one a home is a constraint.
  for (const { after } of [...comparison.people.changed].sort(stepsDownFirst))
    builder.person(after);
  for (const facts of comparison.people.added) builder.person(facts);
  for (const facts of [
    ...comparison.clusterLeads.added,
    ...afters(comparison.clusterLeads.changed),
  ]) {
    builder.clusterLead(facts);
  }
  if (planning.takesPosts) {
    for (const facts of [...comparison.posts.added, ...afters(comparison.posts.changed)]) {
      builder.post(facts);
    }
  }
  return { rows: builder.rows, transfers: builder.transfers };
}

const byLevel = (one: AreaFacts, other: AreaFacts) => LEVELS[one.kind] - LEVELS[other.kind];
const afters = <Facts>(changed: readonly Changed<Facts>[]) => changed.map(({ after }) => after);
const stepsDownFirst = (one: Changed<PersonFacts>, other: Changed<PersonFacts>) =>
  Number(one.after.relation === '户主') - Number(other.after.relation === '户主');

class RosterPlan {
  readonly rows: Row[] = [];
  readonly transfers: Draft[] = [];
  readonly #book: RosterBook;
  readonly #planning: RosterPlanning;
  readonly #areaIds: Map<string, { id: string; path: string }>;
  readonly #homeIds: Map<string, string>;
  readonly #personIds: Map<string, string>;

  constructor(book: RosterBook, planning: RosterPlanning) {
    this.#book = book;
    this.#planning = planning;
    this.#areaIds = new Map([...book.areas].map(([code, { id, path }]) => [code, { id, path }]));
    this.#homeIds = new Map([...book.households].map(([code, { id }]) => [code, id]));
    this.#personIds = new Map([...book.people].map(([code, { id }]) => [code, id]));
  }

  area(facts: AreaFacts): void {
    const before = this.#book.areas.get(facts.code);
    const parent = facts.parentCode === null ? this.#county() : this.#areaIds.get(facts.parentCode);
    if (!parent) throw new Error(`${facts.code}: its parent is not in the book`);
    const id = before?.id ?? this.#planning.newId('area');
    const path = `${parent.path}${facts.code}/`;
    this.#areaIds.set(facts.code, { id, path });
    this.rows.push(
      recordArea({
        id,
        version: (before?.version ?? 0) + 1,
        parentId: parent.id,
        level: LEVELS[facts.kind],
        levelName: before?.levelName ?? LEVEL_NAMES[facts.kind],
        code: facts.code,
        name: facts.name ?? '',
        path,
        address: facts.address ?? null,
        openDays: facts.redemptionDays ?? null,
        township: facts.township ?? null,
        partyOrganisation: facts.partyOrganization ?? null,
      }),
    );
    if (facts.kind === 'site') this.#branch(facts, id);
  }

  #county(): { id: string; path: string } | undefined {
    return [...this.#areaIds.values()].find(({ path }) => path === '/');
  }

  /** Every site has its bank: a branch with a shelf for each kind of goods. */
  #branch(facts: AreaFacts, areaId: string): void {
    const before = this.#book.branches.get(facts.code);
    const name = facts.branchName ?? before?.name ?? `${facts.name ?? ''}文明储蓄所`;
    if (before) {
      if (before.name !== name) {
        this.rows.push(row(redemptionBranches, { ...before, version: before.version + 1, name }));
      }
      return;
    }
    const id = this.#planning.newId('branch');
    this.rows.push(
      row(redemptionBranches, { id, version: 1, areaId, name }),
      openAccount(heldPointsAccount(id)),
      ...this.#planning.itemIds.flatMap((itemId) => openShelf(itemId, id)),
    );
  }

  newHousehold(facts: HouseholdFacts): void {
    const id = this.#planning.newId('home');
    this.#homeIds.set(facts.householdCode, id);
    this.household(facts);
    this.rows.push(openAccount(baseAccount(id)), openAccount(passbookAccount(id)));
    if (this.#planning.basePoints > 0) this.transfers.push(this.#basePoints(id));
  }

  #basePoints(householdId: string): Draft {
    return draftMove({
      id: this.#planning.newId('transfer'),
      source: ISSUE_ACCOUNT,
      target: baseAccount(householdId),
      amount: this.#planning.basePoints,
      code: 'opening/base',
      subjectId: householdId,
    });
  }

  household(facts: HouseholdFacts): void {
    const before = this.#book.households.get(facts.householdCode);
    const area = this.#areaIds.get(facts.clusterCode);
    if (!area) throw new Error(`${facts.householdCode}: its cluster is not in the book`);
    this.rows.push(
      recordHousehold({
        id: this.#homeIds.get(facts.householdCode) ?? '',
        version: (before?.version ?? 0) + 1,
        code: facts.householdCode,
        areaId: area.id,
        building: facts.building ?? '',
        unit: facts.unit ?? '',
        room: facts.room ?? '',
        isLowIncome: facts.hasSubsistenceAllowance,
        note: before?.note ?? '',
        state: before?.state ?? 'living',
      }),
    );
  }

  person(facts: PersonFacts): void {
    const before = this.#book.people.get(facts.personCode);
    const id = before?.id ?? this.#planning.newId('person');
    this.#personIds.set(facts.personCode, id);
    this.rows.push(
      recordPerson({
        id,
        version: (before?.version ?? 0) + 1,
        householdId: this.#homeIds.get(facts.householdCode) ?? null,
        code: facts.personCode,
        name: facts.name,
        initials: nameInitials(facts.name),
        relation: facts.relation,
        sex: facts.gender,
        ethnicity: facts.ethnicity,
        bornOn: facts.bornOn === '' ? null : facts.bornOn,
        movedInOn: facts.movedInOn,
        phone: facts.phone,
        originTown: facts.originTownship ?? '',
        originVillage: facts.originVillage ?? '',
        isLeftBehindChild: facts.isLeftBehindChild,
        isLoneElder: facts.isElderLivingAlone,
        isDisabled: facts.isDisabled,
        isPartyMember: facts.isPartyMember,
        note: facts.note ?? '',
        state: before?.state ?? 'here',
      }),
    );
  }

  clusterLead(facts: ClusterLeadFacts): void {
    const area = this.#areaIds.get(facts.clusterCode);
    const personId = this.#personIds.get(facts.personCode);
    if (!area || !personId) throw new Error(`${facts.clusterCode}: its lead is not in the book`);
    this.rows.push(
      row(communityClusterLeads, {
        id: area.id,
        version: (this.#book.leads.get(facts.clusterCode)?.version ?? 0) + 1,
        personId,
        phone: facts.phone,
        electedOn: facts.electedOn,
        termEndsOn: facts.termEndsOn,
      }),
    );
  }

  post(facts: PostFacts): void {
    const code = facts.clusterCode ?? facts.gridCode ?? facts.siteCode;
    const area = code === null ? this.#county() : this.#areaIds.get(code);
    const personId = this.#holder(facts);
    if (!area || !personId) throw new Error(`${facts.staffNumber}: its area or holder is missing`);
    const before = this.#book.grants.get(facts.staffNumber);
    this.rows.push(
      row(accessGrants, {
        ...this.#standing(facts),
        id: before?.id ?? this.#planning.newId('grant'),
        version: (before?.version ?? 0) + 1,
        personId,
        areaId: area.id,
        fromOn: facts.termFrom ?? '',
        toOn: facts.termTo,
        organisation: facts.organization ?? '',
        staffNumber: facts.staffNumber,
        contactPhone: facts.phone,
        note: joinNote(facts.role, facts.note),
      }),
    );
  }

  /** What a post may do. County admins and auditors wait until an existing admin agrees. */
  #standing(facts: PostFacts) {
    const role = ROLE_OF_POST[facts.role];
    const before = this.#book.grants.get(facts.staffNumber);
    const waits = role === 'county-admin' || role === 'auditor';
    const state: 'active' | 'waiting' | 'ended' = waits ? 'waiting' : 'active';
    if (before?.role === role) {
      const { givenBy, approvedBy } = before;
      return { role, state: before.state, givenBy, approvedBy };
    }
    return { role, state, givenBy: 'roster', approvedBy: null };
  }

  /** A resident is known by the roster; staff from elsewhere by the staff number. */
  #holder(facts: PostFacts): string | undefined {
    if (facts.personCode !== null) return this.#personIds.get(facts.personCode);
    const before = this.#book.people.get(facts.staffNumber);
    const id = before?.id ?? this.#planning.newId('person');
    this.rows.push(
      recordPerson(
        newStaff({
          id,
          version: (before?.version ?? 0) + 1,
          code: facts.staffNumber,
          name: facts.name,
          initials: nameInitials(facts.name),
          sex: facts.gender ?? '',
          phone: facts.phone,
          note: before?.note ?? '',
        }),
      ),
    );
    return id;
  }
}
