import type { Reader } from '@bank/db/client';
import type { Draft, Row } from '@bank/db/plan';
import { communityAreas } from '@bank/db/schema/community';
import { ledgerAccounts } from '@bank/db/schema/ledger';
import { redemptionBranches, redemptionItems } from '@bank/db/schema/redemption';
import type { IntakeKind } from '@bank/shared/contracts/intake';
import { and, eq } from 'drizzle-orm';
import { baseAccount } from '../ledger/account.ts';
import { type HeavyJob, HeavyWorkFailed, heavyJobs, heavyWork } from '../platform/heavy-work.ts';
import type { FileRead, FileToRead } from './file-reading.ts';
import { readGoodsFacts, readRosterBook, readRuleFacts } from './present.ts';
import { rosterFacts } from './roster-book.ts';
import { planRoster } from './roster-plan.ts';
import { planGoods, planRules } from './stock-plan.ts';

const job = heavyJobs<typeof import('./file-reading.ts')>(
  new URL('./file-reading.ts', import.meta.url),
);

/** A workbook understood and held against the book: what would change, and how. */
export type Understood =
  | Extract<FileRead<unknown>, { ok: false }>
  | (Omit<Extract<FileRead<unknown>, { ok: true }>, 'findings'> & {
      readonly plan: (planning: Planning) => { rows: Row[]; transfers: Draft[] };
    });

export interface Planning {
  readonly newId: (prefix: string) => string;
  readonly nowMs: number;
  readonly basePoints: number;
}

interface Wish extends FileToRead {
  readonly reader: Reader;
  readonly today: string;
  readonly mayGivePosts: boolean;
}

/**
 * Reads a workbook of a kind against the book. Time grows with both, some 2 s for 13,400 people, and is
 * spent beside the server; here it takes what the book has to be read and copied.
 */
export function understand(kind: IntakeKind, wish: Wish): Promise<Understood> {
  if (kind === 'roster') return understandRoster(wish);
  return kind === 'rules' ? understandRules(wish) : understandGoods(wish);
}

async function understandRoster(wish: Wish): Promise<Understood> {
  const { reader, today, mayGivePosts } = wish;
  const { read, present: book } = await readBeside(job('readRosterFile'), wish, async () => {
    const book = await readRosterBook(reader);
    return { present: book, told: { present: rosterFacts(book), today, mayGivePosts } };
  });
  if (!read.ok) return read;
  const items = await reader.select({ id: redemptionItems.id }).from(redemptionItems);
  const { findings, ...seen } = read;
  return {
    ...seen,
    plan: ({ newId, basePoints }) =>
      planRoster(findings, book, {
        newId,
        basePoints,
        itemIds: items.map(({ id }) => id),
        takesPosts: mayGivePosts,
      }),
  };
}

async function understandRules(wish: Wish): Promise<Understood> {
  const { reader } = wish;
  const { read, present: versions } = await readBeside(job('readRulesFile'), wish, async () => {
    const { rules, settings, versions } = await readRuleFacts(reader);
    return { present: versions, told: { rules, settings } };
  });
  if (!read.ok) return read;
  const empty = await reader
    .select({ ownerId: ledgerAccounts.ownerId, id: ledgerAccounts.id })
    .from(ledgerAccounts)
    .where(and(eq(ledgerAccounts.kind, 'base'), eq(ledgerAccounts.balance, 0)));
  const homesWithoutBase = empty.flatMap(({ ownerId, id }) =>
    ownerId !== null && baseAccount(ownerId).id === id ? [ownerId] : [],
  );
  const { findings, ...seen } = read;
  return {
    ...seen,
    plan: ({ newId }) => planRules(findings, { newId, versions, homesWithoutBase }),
  };
}

async function understandGoods(wish: Wish): Promise<Understood> {
  const { reader } = wish;
  const { read, present } = await readBeside(job('readGoodsFile'), wish, async () => {
    const { goods, batches, versions } = await readGoodsFacts(reader);
    const items = await reader.select().from(redemptionItems);
    const branches = await reader
      .select({ id: redemptionBranches.id, siteName: communityAreas.name })
      .from(redemptionBranches)
      .innerJoin(communityAreas, eq(communityAreas.id, redemptionBranches.areaId));
    const siteNames = new Set(branches.map(({ siteName }) => siteName));
    return { present: { versions, items, branches }, told: { goods, batches, siteNames } };
  });
  if (!read.ok) return read;
  const { findings, ...seen } = read;
  return {
    ...seen,
    plan: ({ newId, nowMs }) =>
      planGoods(findings, {
        newId,
        nowMs,
        items: new Map(present.items.map((item) => [item.code, item])),
        branches: new Map(present.branches.map(({ id, siteName }) => [siteName, id])),
        versions: present.versions,
      }),
  };
}

/** Reads the book when the file's turn comes, and the file beside the server. */
async function readBeside<Told, Present, Findings>(
  reading: HeavyJob<FileToRead & Told, FileRead<Findings>>,
  { file, wantsMarkedCopy }: FileToRead,
  readBook: () => Promise<{ present: Present; told: Told }>,
): Promise<{ read: FileRead<Findings>; present: Present }> {
  const book: { present?: Present } = {};
  const read = await heavyWork
    .run(reading, async () => {
      const { present, told } = await readBook();
      book.present = present;
      return { ...told, file, wantsMarkedCopy };
    })
    .catch(refuseTooMuch);
  return { read, present: book.present as Present };
}

/** A file that no reading comes to an end of is refused in words; any other failure is our own. */
function refuseTooMuch(error: unknown): { ok: false; why: string } {
  if (error instanceof HeavyWorkFailed && (error.end === 'too-large' || error.end === 'too-long')) {
    return {
      ok: false,
      why: '表格里的东西太多，没有读完，所以一行也没有收。请把要导入的行复制到一个新表格里再传，或分成几个文件',
    };
  }
  throw error;
}
