import { recordAdminRoll, recordGrant } from '@bank/api/access/store';
import {
  type PersonRecord,
  recordArea,
  recordHousehold,
  recordPerson,
} from '@bank/api/community/store';
import {
  baseAccount,
  heldPointsAccount,
  ISSUE_ACCOUNT,
  openAccount,
  openBook,
  POINTS_BOOK,
  passbookAccount,
  SPENT_ACCOUNT,
} from '@bank/api/ledger/account';
import { draftMove } from '@bank/api/ledger/transfer';
import { itemAccounts, openItem, openShelf } from '@bank/api/redemption/goods';
import { recordBatch, recordItem } from '@bank/api/redemption/store';
import { type Row, row } from '@bank/db/plan';
import { redemptionBranches } from '@bank/db/schema/redemption';
import { scoringSettings } from '@bank/db/schema/scoring';
import type { PostRole } from '@bank/shared/roles';
import type { TestBank } from './bank.ts';

/** The community that most tests begin in: two sites, a branch each, four homes. */
export const SITE = { area: 'area_site1', path: '/01/', branch: 'branch_1' } as const;
export const OTHER_SITE = { area: 'area_site2', path: '/02/', branch: 'branch_2' } as const;
export const TIAN = 'home_tian';
export const RAN = 'home_ran';
export const PENG = 'home_peng';
export const FAR = 'home_far';

interface AreaWish {
  readonly id: string;
  readonly parentId: string | null;
  readonly level: number;
  readonly code: string;
  readonly name: string;
  readonly path: string;
}

const LEVELS = ['县', '安置点', '网格', '联户'];

const AREAS: readonly AreaWish[] = [
  { id: 'area_county', parentId: null, level: 0, code: 'county', name: '测试县', path: '/' },
  {
    id: 'area_site1',
    parentId: 'area_county',
    level: 1,
    code: '01',
    name: '春晖社区',
    path: '/01/',
  },
  {
    id: 'area_grid1',
    parentId: 'area_site1',
    level: 2,
    code: '0101',
    name: '第一网格',
    path: '/01/0101/',
  },
  {
    id: 'area_cluster1',
    parentId: 'area_grid1',
    level: 3,
    code: '0101-01',
    name: '一联',
    path: '/01/0101/0101-01/',
  },
  {
    id: 'area_cluster2',
    parentId: 'area_grid1',
    level: 3,
    code: '0101-02',
    name: '二联',
    path: '/01/0101/0101-02/',
  },
  {
    id: 'area_site2',
    parentId: 'area_county',
    level: 1,
    code: '02',
    name: '思源社区',
    path: '/02/',
  },
  {
    id: 'area_grid2',
    parentId: 'area_site2',
    level: 2,
    code: '0201',
    name: '二号网格',
    path: '/02/0201/',
  },
  {
    id: 'area_cluster3',
    parentId: 'area_grid2',
    level: 3,
    code: '0201-01',
    name: '三联',
    path: '/02/0201/0201-01/',
  },
];

function home(id: string, code: string, areaId: string): Row[] {
  return [
    recordHousehold({
      id,
      version: 1,
      code,
      areaId,
      building: '3栋',
      unit: '2单元',
      room: code.slice(-3),
      isLowIncome: false,
      note: '',
      state: 'living',
    }),
    openAccount(baseAccount(id)),
    openAccount(passbookAccount(id)),
  ];
}

/** A person of the roster with everything a test does not care about filled in. */
export function person(
  id: string,
  householdId: string | null,
  name: string,
  more: Partial<PersonRecord> = {},
): Row {
  return recordPerson({
    id,
    version: 1,
    householdId,
    code: id,
    name,
    initials: '',
    relation: '户主',
    sex: '女',
    ethnicity: '土家族',
    bornOn: '1960-05-01',
    movedInOn: '2019-06-01',
    phone: null,
    originTown: '永和乡',
    originVillage: '田家寨村',
    isLeftBehindChild: false,
    isLoneElder: false,
    isDisabled: false,
    isPartyMember: false,
    note: '',
    state: 'here',
    ...more,
  });
}

/** A post that holds from long before to for ever. */
export function post(personId: string, role: PostRole, areaId: string): Row {
  return recordGrant({
    id: `grant_${personId.slice(7)}${role.replace('-', '')}`,
    version: 1,
    personId,
    role,
    areaId,
    fromOn: '2025-01-01',
    toOn: null,
    state: 'active',
    organisation: '',
    staffNumber: null,
    contactPhone: null,
    note: '',
    givenBy: 'founding',
    approvedBy: null,
  });
}

/** Staff of the first site, and one steward of the other, by what they do. */
export const STAFF = {
  lead: 'person_lead',
  grid: 'person_grid',
  teller: 'person_teller',
  steward: 'person_steward',
  helper: 'person_helper',
  officer: 'person_officer',
  captain: 'person_captain',
  admin: 'person_admin',
  auditor: 'person_auditor',
  farTeller: 'person_farteller',
  farSteward: 'person_farsteward',
} as const;

const POSTS: readonly [string, string, PostRole, string][] = [
  [STAFF.lead, '张联户', 'cluster-lead', 'area_cluster1'],
  [STAFF.grid, '杨网格', 'grid-worker', 'area_grid1'],
  [STAFF.teller, '冉小华', 'teller', 'area_site1'],
  [STAFF.steward, '罗社区', 'steward', 'area_site1'],
  [STAFF.helper, '石志愿', 'event-helper', 'area_site1'],
  [STAFF.officer, '安驻村', 'site-officer', 'area_site1'],
  [STAFF.captain, '向队长', 'team-leader', 'area_site1'],
  [STAFF.admin, '县管理', 'county-admin', 'area_county'],
  [STAFF.auditor, '审计员', 'auditor', 'area_county'],
  [STAFF.farTeller, '远管理', 'teller', 'area_site2'],
  [STAFF.farSteward, '远社区', 'steward', 'area_site2'],
];

/** Founds the community: areas, homes, people, posts, books and branches. No goods, no points. */
export async function foundWorld(bank: TestBank): Promise<void> {
  const areas = AREAS.map((area) =>
    recordArea({
      ...area,
      version: 1,
      levelName: LEVELS[area.level] ?? '',
      address: null,
      township: null,
      partyOrganisation: null,
      openDays: null,
    }),
  );
  const branches = [SITE, OTHER_SITE].flatMap((site) => [
    row(redemptionBranches, {
      id: site.branch,
      version: 1,
      areaId: site.area,
      name: `${site.branch}储蓄所`,
    }),
    openAccount(heldPointsAccount(site.branch)),
  ]);
  const settings = [
    ['开户基础分', '60'],
    ['起兑分', '61'],
    ['预留期限', '15'],
  ].map(([id, value]) =>
    row(scoringSettings, { id: id ?? '', version: 1, value: value ?? '', unit: '分', note: '' }),
  );
  await bank.given({
    rows: [
      openBook(POINTS_BOOK, 'points'),
      openAccount(ISSUE_ACCOUNT),
      openAccount(SPENT_ACCOUNT),
      ...areas,
      ...branches,
      ...settings,
      ...home(TIAN, '01010001', 'area_cluster1'),
      ...home(RAN, '01010002', 'area_cluster1'),
      ...home(PENG, '01010011', 'area_cluster2'),
      ...home(FAR, '02010001', 'area_cluster3'),
      person('person_tian', TIAN, '田秀英', { phone: '15413123628' }),
      person('person_tianson', TIAN, '向玉珍', { relation: '儿媳', bornOn: '1990-02-03' }),
      person('person_ran', RAN, '冉光华'),
      person('person_peng', PENG, '彭冬兰'),
      person('person_far', FAR, '远方人'),
      ...POSTS.flatMap(([id, name, role, areaId]) => [
        person(id, null, name, { relation: '' }),
        post(id, role, areaId),
      ]),
      recordAdminRoll(0, 1),
    ],
  });
  const opening = [TIAN, RAN, PENG, FAR].map((id) =>
    draftMove({
      id: bank.bank.chance.newId('transfer'),
      source: ISSUE_ACCOUNT,
      target: baseAccount(id),
      amount: 60,
      code: 'opening/base',
      subjectId: id,
    }),
  );
  await bank.given({ transfers: opening });
}

/** Gives a home points, as an award long ago would have. */
export function givePoints(bank: TestBank, householdId: string, amount: number): Promise<void> {
  return bank.given({
    transfers: [
      draftMove({
        id: bank.bank.chance.newId('transfer'),
        source: ISSUE_ACCOUNT,
        target: passbookAccount(householdId),
        amount,
        code: 'opening/carried',
        subjectId: householdId,
      }),
    ],
  });
}

/** Puts goods on the shelf of a branch and answers their id. */
export async function stockShelf(
  bank: TestBank,
  wish: { name: string; price: number; stock: number; monthlyMax?: number; branch?: string },
): Promise<string> {
  const branch = wish.branch ?? SITE.branch;
  const id = bank.bank.chance.newId('item');
  const goods = itemAccounts(id, branch);
  await bank.given({
    rows: [
      ...openItem(id),
      ...openShelf(id, branch),
      recordItem({
        id,
        version: 1,
        code: id,
        name: wish.name,
        specification: '5升',
        category: '米面粮油',
        unit: '桶',
        price: wish.price,
        valueFen: wish.price * 100,
        monthlyMax: wish.monthlyMax ?? 99,
        isOnShelf: true,
      }),
    ],
  });
  if (wish.stock > 0) {
    await bank.given({
      transfers: [
        draftMove({
          id: bank.bank.chance.newId('transfer'),
          source: goods.supply,
          target: goods.shelf,
          amount: wish.stock,
          code: 'redemption/receipt',
          subjectId: id,
        }),
      ],
      rows: [
        recordBatch({
          id: bank.bank.chance.newId('batch'),
          code: 'T-1',
          itemId: id,
          branchId: branch,
          quantity: wish.stock,
          sourceKind: 'firm',
          sourceName: '雾岭茶业',
          isNamedInPublic: true,
          receivedOn: '2026-03-01',
          unitValueFen: null,
          atMs: bank.bank.chance.nowMs(),
        }),
      ],
    });
  }
  return id;
}
