import { type Comparison, compareRecords } from './comparison';
import {
  BATCH_TABLE,
  type BatchDraft,
  GOOD_TABLE,
  type GoodDraft,
  readBatchLine,
  readGoodLine,
} from './goods-lines';
import {
  type BatchFacts,
  batchKey,
  type GoodFacts,
  type GoodsReading,
  type StockCounts,
} from './goods-shape';
import { isWhole, settleRepeatedRecords, waitingKeys } from './record-lines';
import type { Read, Remark } from './roster-shape';
import { WorkbookLines } from './sheet-lines';
import { inFileOrder } from './sheet-remarks';
import type { Workbook } from './workbook-shape';

/** Reads a goods workbook: 货品目录 and 库存批次, each line and the sums of the batches against the catalogue. */
export function readGoods(workbook: Workbook): GoodsReading {
  const remarks: Remark[] = [];
  const book = new WorkbookLines(workbook, { goods: GOOD_TABLE, batches: BATCH_TABLE }, remarks);
  const goods = book.readEach(book.open('goods', GOOD_TABLE), (line, table) =>
    readGoodLine(table, line, remarks),
  );
  const batches = book.readEach(book.open('batches', BATCH_TABLE), (line, table) =>
    readBatchLine(table, line, remarks),
  );
  settleRepeatedRecords(goods, 'itemCode', ({ itemCode }) => itemCode);
  settleRepeatedRecords(batches, 'batchCode', keyOfPart);
  if (goods.length > 0) checkBatches(goods, batches);
  return {
    goods: goods.flatMap(({ reader, facts }): Read<GoodFacts>[] =>
      reader.isTaken && isWhole<GoodFacts>(facts)
        ? [{ ...facts, source: reader.source, notStated: missing(reader) }]
        : [],
    ),
    batches: batches.flatMap(({ reader, facts }): Read<BatchFacts>[] =>
      reader.isTaken && isWhole<BatchFacts>(facts)
        ? [{ ...facts, source: reader.source, notStated: [] }]
        : [],
    ),
    linesRead: book.accounts(),
    remarks: inFileOrder(remarks, workbook.sheets),
    waiting: {
      goods: waitingKeys(goods, ({ itemCode }) => itemCode),
      batches: waitingKeys(batches, keyOfPart),
    },
  };
}

function keyOfPart({ batchCode, itemCode, siteName }: BatchDraft['facts']): string | undefined {
  if (batchCode === undefined || itemCode === undefined || siteName === undefined) return undefined;
  return batchKey({ batchCode, itemCode, siteName });
}

function missing(reader: GoodDraft['reader']): string[] {
  const optional = ['specification', 'category', 'referencePriceFen'] as const;
  const absent: string[] = optional.filter((field) => !reader.has(field));
  return reader.has('shelf') ? absent : [...absent, 'isOnShelf'];
}

const COUNTS = [
  'quantityIn',
  'quantityRedeemed',
  'quantityLost',
  'quantityReserved',
  'quantityAvailable',
] as const satisfies readonly (keyof StockCounts)[];

function checkBatches(goods: readonly GoodDraft[], batches: readonly BatchDraft[]): void {
  const byCode = new Map(goods.map((good) => [good.facts.itemCode, good]));
  for (const { reader, facts, name } of batches) {
    if (facts.itemCode === undefined) continue;
    const good = byCode.get(facts.itemCode);
    if (good === undefined) reader.ask('itemCode', `「货品目录」里没有货品 ${facts.itemCode}`);
    else if (
      typeof name === 'string' &&
      good.facts.name !== undefined &&
      good.facts.name !== name
    ) {
      reader.ask('name', `货品 ${facts.itemCode} 在「货品目录」里叫「${good.facts.name}」`);
    }
  }
  if (batches.length === 0) return;
  for (const good of goods) checkSums(good, batches);
}

/** A good whose batches do not add up waits; with a batch that waits there is nothing to add up. */
function checkSums({ reader, facts }: GoodDraft, batches: readonly BatchDraft[]): void {
  const own = batches.filter(
    (batch) =>
      batch.facts.itemCode === facts.itemCode && batch.reader.account.outcome !== 'not-data',
  );
  if (own.some((batch) => !batch.reader.isTaken)) return;
  for (const field of COUNTS) {
    const total = facts[field];
    const sum = own.reduce((before, batch) => before + (batch.facts[field] ?? 0), 0);
    if (total !== undefined && sum !== total) {
      reader.ask(field, `「库存批次」里各批加起来是 ${sum}，这里写的是 ${total}`);
    }
  }
}

export interface GoodsPresent {
  readonly goods: readonly GoodFacts[];
  readonly batches: readonly BatchFacts[];
}

export interface GoodsComparison {
  readonly goods: Comparison<GoodFacts>;
  readonly batches: Comparison<BatchFacts>;
}

/** Compares a reading with the goods and batches of the book. */
export function compareGoods(reading: GoodsReading, present: GoodsPresent): GoodsComparison {
  const { goods, batches, waiting } = reading;
  const waitingBatches = new Set(waiting.batches);
  return {
    goods: compareRecords<GoodFacts>(goods, present.goods, {
      keyOf: ({ itemCode }) => itemCode,
      labels: GOOD_LABELS,
      isExpected: ({ itemCode }) => goods.length > 0 && !waiting.goods.includes(itemCode),
    }),
    batches: compareRecords<BatchFacts>(batches, present.batches, {
      keyOf: batchKey,
      labels: BATCH_LABELS,
      isExpected: (batch) => batches.length > 0 && !waitingBatches.has(batchKey(batch)),
    }),
  };
}

const GOOD_LABELS = {
  name: '名称',
  specification: '规格',
  category: '类别',
  unit: '单位',
  pointsEach: '所需积分',
  referencePriceFen: '参考价（分）',
  householdMonthlyMax: '每户每月限兑',
  quantityIn: '累计入库',
  quantityRedeemed: '累计兑出',
  quantityLost: '盘点损耗',
  quantityReserved: '已预留',
  quantityAvailable: '可兑库存',
  isOnShelf: '上架',
} as const satisfies Partial<Record<keyof GoodFacts, string>>;

const BATCH_LABELS = {
  receivedOn: '入库日期',
  sourceKind: '来源类别',
  sourceName: '来源',
  quantityIn: '分配数量',
  quantityRedeemed: '兑出数量',
  quantityLost: '损耗数量',
  quantityReserved: '预留数量',
  quantityAvailable: '可兑结存',
  unitPriceFen: '入库单价（分）',
} as const satisfies Partial<Record<keyof BatchFacts, string>>;
