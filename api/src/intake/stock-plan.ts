import type { Draft, Row } from '@bank/db/plan';
import { row } from '@bank/db/plan';
import { redemptionImports } from '@bank/db/schema/redemption';
import { scoringRules, scoringSettings } from '@bank/db/schema/scoring';
import { type AccountTerms, baseAccount, ISSUE_ACCOUNT } from '../ledger/account.ts';
import { draftMove } from '../ledger/transfer.ts';
import { itemAccounts, openItem, openShelf } from '../redemption/goods.ts';
import { type ItemRecord, recordBatch, recordItem } from '../redemption/store.ts';
import type { GoodsComparison } from './goods.ts';
import { type BatchFacts, batchKey, type GoodFacts } from './goods-shape.ts';
import type { RulesComparison } from './rules.ts';
import type { RuleFacts } from './rules-shape.ts';

export interface StockPlanning {
  readonly newId: (prefix: string) => string;
  readonly nowMs: number;
  readonly items: ReadonlyMap<string, ItemRecord>;
  /** Branch ids by the name of their site. */
  readonly branches: ReadonlyMap<string, string>;
  readonly versions: ReadonlyMap<string, number>;
}

const SOURCE_KINDS = {
  采购: 'purchase',
  爱心企业: 'firm',
  爱心人士: 'person',
  帮扶队伍注入: 'team',
  社区集体收入: 'collective',
} as const;

/**
 * Goods and batches as one plan. A batch enters the book as it happened: all of it came in, what
 * was redeemed and lost before this bank opened went out again, what was promised is set aside.
 */
export function planGoods(
  comparison: GoodsComparison,
  planning: StockPlanning,
): { rows: Row[]; transfers: Draft[] } {
  const plan = new GoodsPlan(planning);
  for (const facts of comparison.goods.added) plan.newItem(facts);
  for (const { after } of comparison.goods.changed) plan.item(after);
  for (const facts of comparison.batches.added) plan.batch(facts);
  for (const { after } of comparison.batches.changed) plan.keep(`batch|${batchKey(after)}`, after);
  return { rows: plan.rows, transfers: plan.transfers };
}

class GoodsPlan {
  readonly rows: Row[] = [];
  readonly transfers: Draft[] = [];
  readonly #planning: StockPlanning;
  readonly #itemIds: Map<string, string>;

  constructor(planning: StockPlanning) {
    this.#planning = planning;
    this.#itemIds = new Map([...planning.items].map(([code, { id }]) => [code, id]));
  }

  newItem(facts: GoodFacts): void {
    const id = this.#planning.newId('item');
    this.#itemIds.set(facts.itemCode, id);
    this.rows.push(...openItem(id));
    for (const branchId of this.#planning.branches.values())
      this.rows.push(...openShelf(id, branchId));
    this.item(facts);
  }

  item(facts: GoodFacts): void {
    const before = this.#planning.items.get(facts.itemCode);
    this.rows.push(
      recordItem({
        id: this.#itemIds.get(facts.itemCode) ?? '',
        version: (before?.version ?? 0) + 1,
        code: facts.itemCode,
        name: facts.name,
        specification: facts.specification ?? '',
        category: facts.category ?? '',
        unit: facts.unit,
        price: facts.pointsEach,
        valueFen: facts.referencePriceFen ?? 0,
        monthlyMax: facts.householdMonthlyMax,
        isOnShelf: facts.isOnShelf,
      }),
    );
    this.keep(`good|${facts.itemCode}`, facts);
  }

  /** Remembers a line as it was taken in, so that the same line again is no change. */
  keep(id: string, facts: GoodFacts | BatchFacts): void {
    const version = (this.#planning.versions.get(id) ?? 0) + 1;
    this.rows.push(row(redemptionImports, { id, version, facts: JSON.stringify(facts) }));
  }

  batch(facts: BatchFacts): void {
    const branchId = this.#planning.branches.get(facts.siteName);
    const itemId = this.#itemIds.get(facts.itemCode);
    if (branchId === undefined || itemId === undefined) {
      throw new Error(`${batchKey(facts)}: its site or item is not in the book`);
    }
    const id = this.#planning.newId('batch');
    const { supply, shelf, handed, lost, aside } = itemAccounts(itemId, branchId);
    this.#move(supply, shelf, facts.quantityIn, id);
    this.#move(shelf, handed, facts.quantityRedeemed, id);
    this.#move(shelf, lost, facts.quantityLost, id);
    this.#move(shelf, aside, facts.quantityReserved, id);
    this.rows.push(
      recordBatch({
        id,
        code: facts.batchCode,
        itemId,
        branchId,
        quantity: facts.quantityIn,
        sourceKind: SOURCE_KINDS[facts.sourceKind],
        sourceName: facts.sourceName ?? '',
        // A person's name is shown to the public only when the person said so.
        isNamedInPublic: facts.sourceKind === '爱心企业',
        receivedOn: facts.receivedOn,
        unitValueFen: facts.unitPriceFen,
        atMs: this.#planning.nowMs,
      }),
    );
    this.keep(`batch|${batchKey(facts)}`, facts);
  }

  #move(source: AccountTerms, target: AccountTerms, amount: number, batchId: string): void {
    if (amount === 0) return;
    this.transfers.push(
      draftMove({
        id: this.#planning.newId('transfer'),
        source,
        target,
        amount,
        code: 'redemption/opening-stock',
        subjectId: batchId,
      }),
    );
  }
}

export interface RulesPlanning {
  readonly newId: (prefix: string) => string;
  readonly versions: ReadonlyMap<string, number>;
  /** Homes whose base account is still empty. */
  readonly homesWithoutBase: readonly string[];
}

/** Rules and settings as one plan. A changed rule is a new version; base points follow once. */
export function planRules(
  comparison: RulesComparison,
  planning: RulesPlanning,
): { rows: Row[]; transfers: Draft[] } {
  const { rules, settings } = comparison;
  const changedRules = [...rules.added, ...rules.changed.map(({ after }) => after)];
  const changedSettings = [...settings.added, ...settings.changed.map(({ after }) => after)];
  const base = changedSettings.find(({ name }) => name === '开户基础分');
  const basePoints = Number(base?.value ?? 0);
  const givesBase = Number.isSafeInteger(basePoints) && basePoints > 0;
  return {
    rows: [
      ...changedRules.map((facts) => recordRule(facts, planning)),
      ...changedSettings.map(({ name, value, unit, explanation }) =>
        row(scoringSettings, {
          id: name,
          version: (planning.versions.get(name) ?? 0) + 1,
          value: value ?? '',
          unit: unit ?? '',
          note: explanation ?? '',
        }),
      ),
    ],
    transfers: (givesBase ? planning.homesWithoutBase : []).map((householdId) =>
      draftMove({
        id: planning.newId('transfer'),
        source: ISSUE_ACCOUNT,
        target: baseAccount(householdId),
        amount: basePoints,
        code: 'opening/base',
        subjectId: householdId,
      }),
    ),
  };
}

function recordRule(facts: RuleFacts, planning: RulesPlanning): Row {
  return row(scoringRules, {
    id: planning.newId('rule'),
    code: facts.ruleCode,
    ruleVersion: (planning.versions.get(facts.ruleCode) ?? 0) + 1,
    kind: facts.kind,
    category: facts.category,
    title: facts.title,
    points: facts.points,
    unit: facts.countingUnit,
    period: facts.period,
    periodCap: facts.periodCapPoints,
    evidence: facts.evidence ?? '',
    reviewPath: facts.reviewPath ?? '',
    publicityWorkingDays: facts.publicityWorkingDays,
    isRemediable: facts.isRectifiable,
    remedy: facts.rectification ?? '',
    effectiveOn: facts.effectiveFrom,
    note: facts.note ?? '',
  });
}
