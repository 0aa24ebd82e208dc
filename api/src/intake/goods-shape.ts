import type { LineAccount, Read, Remark } from './roster-shape';

/** Counts of one good or one batch, in its unit; in − redeemed − lost − reserved = available. */
export interface StockCounts {
  readonly quantityIn: number;
  readonly quantityRedeemed: number;
  readonly quantityLost: number;
  readonly quantityReserved: number;
  readonly quantityAvailable: number;
}

export interface GoodFacts extends StockCounts {
  readonly itemCode: string;
  readonly name: string;
  readonly specification: string | null;
  readonly category: string | null;
  readonly unit: string;
  /** Points for one unit. */
  readonly pointsEach: number;
  /** 1/100 yuan. */
  readonly referencePriceFen: number | null;
  readonly householdMonthlyMax: number;
  readonly isOnShelf: boolean;
}

/** A batch of one good at one site. */
export interface BatchFacts extends StockCounts {
  readonly batchCode: string;
  readonly itemCode: string;
  readonly siteName: string;
  readonly receivedOn: string;
  readonly sourceKind: '采购' | '爱心企业' | '爱心人士' | '帮扶队伍注入' | '社区集体收入';
  readonly sourceName: string | null;
  /** 1/100 yuan. */
  readonly unitPriceFen: number | null;
}

export interface GoodsReading {
  readonly goods: readonly Read<GoodFacts>[];
  readonly batches: readonly Read<BatchFacts>[];
  readonly remarks: readonly Remark[];
  readonly linesRead: readonly LineAccount[];
  /** Item codes, and batch keys (`batchKey`), on lines that wait or were refused. */
  readonly waiting: { readonly goods: readonly string[]; readonly batches: readonly string[] };
}

/** One batch may be shared out to several sites. */
export function batchKey(batch: Pick<BatchFacts, 'batchCode' | 'itemCode' | 'siteName'>): string {
  return `${batch.batchCode} ${batch.itemCode} ${batch.siteName}`;
}
