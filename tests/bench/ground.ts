import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenHash } from '@bank/api/access/identify';
import { openSession, recordAccount } from '@bank/api/access/store';
import { recordArea, recordHousehold } from '@bank/api/community/store';
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
import { type OpenedBank, openBank } from '@bank/api/open-bank';
import { realChance } from '@bank/api/platform/chance';
import type { Actor } from '@bank/api/platform/context';
import { Keys } from '@bank/api/platform/keys';
import { itemAccounts, openItem, openShelf } from '@bank/api/redemption/goods';
import { recordItem } from '@bank/api/redemption/store';
import { type Draft, type Row, row } from '@bank/db/plan';
import { redemptionBranches } from '@bank/db/schema/redemption';
import { scoringSettings } from '@bank/db/schema/scoring';
import { person, post } from '../world.ts';

export const HOMES = 4000;
export const BRANCHES = 8;
export const ITEMS = 20;
export const OCCASIONS = 50;
export const PRICE = 1;
/** Homes whose householder has a session; the last of them only read their passbook. */
export const SIGNED_IN = 2000;
export const READERS = 64;
const LINES_OF_A_READER = 20;
const PLENTY = 500_000_000;

/** A community large enough that no row is hot by chance, on a real file, fully durable. */
export interface Ground {
  readonly opened: OpenedBank;
  readonly url: string;
  /** Session tokens of the first homes. */
  readonly tokens: readonly string[];
  close(): Promise<void>;
}

export const homeId = (at: number) => `home_${String(at).padStart(6, '0')}`;
export const branchId = (at: number) => `branch_${at}`;
export const itemId = (at: number) => `item_${at}`;
export const occasionId = (at: number) => `occasion_${at}`;

export function seatAccount(at: number, kind: 'free' | 'taken') {
  const id = `${occasionId(at)}.${kind}`;
  return { id, book: `seats.${at}`, kind, ownerId: null, floor: 0 };
}

const seatSource = (at: number) => ({
  id: `${occasionId(at)}.source`,
  book: `seats.${at}`,
  kind: 'source',
  ownerId: null,
  floor: null,
});

export function residentOf(at: number): Actor {
  return {
    kind: 'person',
    accountId: `account_${at}`,
    sessionId: `session_${at}`,
    personId: `person_${at}`,
    name: '居民',
    householdId: homeId(at),
    householdPath: '/01/',
    isHouseholder: true,
    isVoter: true,
    posts: [{ role: 'teller', areaPath: '/01/' }],
  };
}

export async function openGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'bank-bench-'));
  const url = `file:${join(folder, 'bank.db')}`;
  const opened = await openBank({
    url,
    kind: 'county',
    keys: new Keys(Buffer.alloc(32, 7)),
    publicUrl: 'http://127.0.0.1',
    chance: realChance,
    pause: (ms) => new Promise((done) => setTimeout(done, ms)),
    onStop: (error) => {
      throw error;
    },
  });
  await record(opened, [openBook(POINTS_BOOK, 'points'), ...places()], []);
  await record(opened, homes(), []);
  await record(opened, goods(), []);
  await record(opened, [], openingTransfers());
  const { rows, tokens } = sessions(opened);
  await record(opened, rows, []);
  return {
    opened,
    url,
    tokens,
    async close() {
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let count = 0;

/** Records what a bench starts from, past all commands. */
export async function record(
  { bank }: OpenedBank,
  rows: readonly Row[],
  transfers: readonly Draft[],
): Promise<void> {
  const verdict = await bank.writer.commit({
    requestId: `bench-groundwork-${++count}`,
    fingerprint: 'bench',
    answer: '{}',
    command: 'bench/groundwork',
    actorId: 'bench',
    actingAs: 'bench',
    areaPath: null,
    subjectId: null,
    outcome: 'done',
    atMs: bank.chance.nowMs(),
    rows,
    transfers,
  });
  if (verdict !== 'recorded') throw new Error('the groundwork was refused');
}

const range = (length: number) => Array.from({ length }, (_, at) => at);

function places(): Row[] {
  const area = (id: string, path: string, level: number) =>
    recordArea({
      id,
      version: 1,
      parentId: level === 0 ? null : 'area_county',
      level,
      levelName: '安置点',
      code: id,
      name: id,
      path,
      address: null,
      township: null,
      partyOrganisation: null,
      openDays: null,
    });
  const sites = range(BRANCHES).map((at) => area(`area_${at}`, `/0${at + 1}/`, 1));
  const branches = range(BRANCHES).flatMap((at) => [
    row(redemptionBranches, { id: branchId(at), version: 1, areaId: `area_${at}`, name: '储蓄所' }),
    openAccount(heldPointsAccount(branchId(at))),
  ]);
  const settings = [
    ['开户基础分', '60'] as const,
    ['起兑分', '61'] as const,
    ['预留期限', '15'] as const,
  ];
  return [
    openAccount(ISSUE_ACCOUNT),
    openAccount(SPENT_ACCOUNT),
    area('area_county', '/', 0),
    ...sites,
    ...branches,
    ...settings.map(([id, value]) =>
      row(scoringSettings, { id, version: 1, value, unit: '分', note: '' }),
    ),
    ...range(OCCASIONS).flatMap((at) => [
      openBook(`seats.${at}`, 'seat'),
      ...[seatSource(at), seatAccount(at, 'free'), seatAccount(at, 'taken')].map(openAccount),
    ]),
  ];
}

function homes(): Row[] {
  return range(HOMES).flatMap((at) => [
    recordHousehold({
      id: homeId(at),
      version: 1,
      code: String(at).padStart(8, '0'),
      areaId: `area_${at % BRANCHES}`,
      building: '1栋',
      unit: '1单元',
      room: '101',
      isLowIncome: false,
      note: '',
      state: 'living',
    }),
    openAccount(baseAccount(homeId(at))),
    openAccount(passbookAccount(homeId(at))),
    person(`person_${at}`, homeId(at), '居民'),
  ]);
}

function goods(): Row[] {
  return range(ITEMS).flatMap((at) => [
    ...openItem(itemId(at)),
    ...range(BRANCHES).flatMap((branch) => openShelf(itemId(at), branchId(branch))),
    recordItem({
      id: itemId(at),
      version: 1,
      code: itemId(at),
      name: '食盐',
      specification: '袋',
      category: '油盐',
      unit: '袋',
      price: PRICE,
      valueFen: 100,
      monthlyMax: 1_000_000,
      isOnShelf: true,
    }),
  ]);
}

function openingTransfers(): Draft[] {
  const wish = { code: 'opening/carried', subjectId: 'bench' };
  const draft = (
    source: Parameters<typeof draftMove>[0]['source'],
    target: typeof source,
    amount: number,
  ) => draftMove({ ...wish, id: realChance.newId('transfer'), source, target, amount });
  return [
    ...range(HOMES).map((at) => draft(ISSUE_ACCOUNT, passbookAccount(homeId(at)), PLENTY)),
    ...range(HOMES).map((at) => draft(ISSUE_ACCOUNT, baseAccount(homeId(at)), 60)),
    ...range(READERS).flatMap((at) =>
      range(LINES_OF_A_READER - 1).map(() =>
        draft(ISSUE_ACCOUNT, passbookAccount(homeId(SIGNED_IN - 1 - at)), 5),
      ),
    ),
    ...range(ITEMS).flatMap((at) =>
      range(BRANCHES).map((branch) => {
        const { supply, shelf } = itemAccounts(itemId(at), branchId(branch));
        return draft(supply, shelf, PLENTY);
      }),
    ),
    ...range(OCCASIONS).map((at) => draft(seatSource(at), seatAccount(at, 'free'), PLENTY)),
  ];
}

function sessions({ bank }: OpenedBank) {
  const made = range(SIGNED_IN).map((at) => {
    const id = `account_${at}`;
    const session = openSession(
      bank.chance,
      (token) => tokenHash(bank, token),
      { id, holdsPost: false },
      bank.chance.nowMs(),
    );
    return { account: recordAccount(null, { id, personId: `person_${at}` }), ...session };
  });
  return {
    rows: [
      ...made.flatMap(({ account, row: session }) => [account, session]),
      ...range(SIGNED_IN).map((at) => post(`person_${at}`, 'teller', 'area_0')),
    ],
    tokens: made.map(({ token }) => token),
  };
}
