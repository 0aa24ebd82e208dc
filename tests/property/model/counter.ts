import { recordCard, recordHousehold } from '@bank/api/community/store';
import { baseAccount, ISSUE_ACCOUNT, openAccount, passbookAccount } from '@bank/api/ledger/account';
import { draftMove } from '@bank/api/ledger/transfer';
import { cardCode } from '@bank/api/platform/code-keys';
import { lapseDueOrders } from '@bank/api/redemption/lapse-commands';
import type { TestBank } from '../../bank.ts';
import { person, post, SITE, stockShelf } from '../../world.ts';
import { RULES } from './book.ts';

export const ITEMS = [
  { name: '茶油', price: 60, monthlyMax: 3, stock: 4 },
  { name: '食盐', price: 7, monthlyMax: 9, stock: 12 },
  { name: '大米', price: 31, monthlyMax: 2, stock: 1 },
] as const;
export const HOME_COUNT = 3;
/** One clerk from elsewhere, and one who lives in the first home. */
export const CLERK_HOMES = [null, 0] as const;

/** A counter of the real bank for one run: homes, goods and clerks that no other run touches. */
export interface Counter {
  readonly bank: TestBank;
  readonly branchId: string;
  readonly homes: readonly { id: string; householder: string; member: string; card: string }[];
  readonly itemIds: readonly string[];
  readonly clerks: readonly string[];
  /** Points held and spent before this run, by whoever came first. */
  readonly before: { held: number; spent: number };
  readonly orderIds: string[];
  balances(): Promise<Map<string, number>>;
}

const CARD_SYMBOLS = '0123456789';

export async function openCounter(bank: TestBank, run: number): Promise<Counter> {
  // Whatever an earlier run left on the counter lapses first.
  bank.pass(40 * 86_400_000);
  await lapseDueOrders(bank.bank);
  const homes = Array.from({ length: HOME_COUNT }, (_, at) => {
    const name = `run${run}home${at}`;
    const serial = `${String(run).padStart(6, '0')}${CARD_SYMBOLS[at]}`.padStart(8, '0');
    return {
      id: `home_${name}`,
      householder: `person_${name}a`,
      member: `person_${name}b`,
      serial,
      card: cardCode(bank.bank.keys.master, serial, 1),
      name,
    };
  });
  const clerks = [`person_run${run}clerk`, homes[0]?.member ?? ''];
  await bank.given({ rows: homes.flatMap((home, at) => homeRows(home, run * 10 + at)) });
  await bank.given({
    rows: [
      person(clerks[0] ?? '', null, '外来管理员', { relation: '' }),
      ...clerks.map((id) => post(id, 'teller', SITE.area)),
    ],
    transfers: homes.map((home) =>
      draftMove({
        id: bank.bank.chance.newId('transfer'),
        source: ISSUE_ACCOUNT,
        target: baseAccount(home.id),
        amount: RULES.baseOfAHome,
        code: 'opening/base',
        subjectId: home.id,
      }),
    ),
  });
  const itemIds: string[] = [];
  for (const item of ITEMS) itemIds.push(await stockShelf(bank, { ...item }));
  const ids = [
    `${SITE.branch}.held`,
    'points.spent',
    ...homes.flatMap((home) => [`${home.id}.points`, `${home.id}.base`]),
    ...itemIds.flatMap((id) =>
      ['shelf', 'held', 'handed'].map((kind) => `${id}.${SITE.branch}.${kind}`),
    ),
    ...itemIds.map((id) => `${id}.supply`),
  ];
  const balances = async () => {
    const { rows } = await bank.opened.connections.reading.execute({
      sql: `SELECT json_group_object(id, balance) FROM ledger_accounts
             WHERE id IN (SELECT value FROM json_each(?))`,
      args: [JSON.stringify(ids)],
    });
    return new Map(Object.entries(JSON.parse(String(rows[0]?.[0])) as Record<string, number>));
  };
  const now = await balances();
  return {
    bank,
    branchId: SITE.branch,
    homes,
    itemIds,
    clerks,
    before: { held: now.get(`${SITE.branch}.held`) ?? 0, spent: now.get('points.spent') ?? 0 },
    orderIds: [],
    balances,
  };
}

interface Home {
  readonly id: string;
  readonly householder: string;
  readonly member: string;
  readonly serial: string;
  readonly name: string;
}

function homeRows(home: Home, number: number) {
  return [
    recordHousehold({
      id: home.id,
      version: 1,
      code: `9${String(number).padStart(7, '0')}`,
      areaId: 'area_cluster1',
      building: '1栋',
      unit: '1单元',
      room: '101',
      isLowIncome: false,
      note: '',
      state: 'living',
    }),
    openAccount(baseAccount(home.id)),
    openAccount(passbookAccount(home.id)),
    person(home.householder, home.id, '田秀英'),
    person(home.member, home.id, '冉小华', { relation: '儿媳' }),
    recordCard({
      id: `card_${home.name}`,
      version: 1,
      serial: home.serial,
      personId: home.householder,
      state: 'active',
      madeAtMs: 0,
    }),
  ];
}
