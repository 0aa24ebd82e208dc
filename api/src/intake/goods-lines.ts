import { readWhole, readYuanAsFen } from './amounts';
import { readLabelCode, readText } from './cells';
import { readDay } from './dates';
import { required } from './finding';
import type { BatchFacts, GoodFacts, StockCounts } from './goods-shape';
import type { HeadedTable, TableShape } from './headings';
import { LineReader } from './line-reader';
import { readListed } from './list-values';
import type { Remark } from './roster-shape';
import type { TableLine } from './table-lines';

export type GoodField =
  | 'itemCode'
  | 'name'
  | 'specification'
  | 'category'
  | 'unit'
  | 'pointsEach'
  | 'referencePriceFen'
  | 'householdMonthlyMax'
  | keyof StockCounts
  | 'latestBatch'
  | 'latestSource'
  | 'shelf';

export const GOOD_TABLE: TableShape<GoodField> = {
  fields: {
    itemCode: { heading: '货品编号', also: ['物品编号', '商品编号'] },
    name: { heading: '名称', also: ['货品名称', '物品名称'] },
    specification: { heading: '规格' },
    category: { heading: '类别', also: ['分类'], carriesDown: true },
    unit: { heading: '单位' },
    pointsEach: { heading: '所需积分', also: ['积分', '兑换积分'] },
    referencePriceFen: { heading: '参考价', also: ['参考价元', '单价'] },
    householdMonthlyMax: { heading: '每户每月限兑', also: ['限兑'] },
    quantityIn: { heading: '累计入库' },
    quantityRedeemed: { heading: '累计兑出' },
    quantityLost: { heading: '盘点损耗' },
    quantityReserved: { heading: '已预留' },
    quantityAvailable: { heading: '可兑库存' },
    latestBatch: { heading: '最近批次' },
    latestSource: { heading: '最近批次来源' },
    shelf: { heading: '状态' },
  },
  required: ['itemCode', 'name', 'pointsEach'],
  knownMin: 6,
};

export type BatchField =
  | 'batchCode'
  | 'itemCode'
  | 'name'
  | 'siteName'
  | 'receivedOn'
  | 'sourceKind'
  | 'sourceName'
  | keyof StockCounts
  | 'unitPriceFen';

export const BATCH_TABLE: TableShape<BatchField> = {
  fields: {
    batchCode: { heading: '批次编号', also: ['批次'], carriesDown: true },
    itemCode: { heading: '货品编号', also: ['物品编号'], carriesDown: true },
    name: { heading: '名称', also: ['货品名称'], carriesDown: true },
    siteName: { heading: '安置点', also: ['安置点名称'] },
    receivedOn: { heading: '入库日期', also: ['日期'], carriesDown: true },
    sourceKind: { heading: '来源类别', carriesDown: true },
    sourceName: { heading: '来源', carriesDown: true },
    quantityIn: { heading: '分配数量', also: ['入库数量'] },
    quantityRedeemed: { heading: '兑出数量' },
    quantityLost: { heading: '损耗数量' },
    quantityReserved: { heading: '预留数量' },
    quantityAvailable: { heading: '可兑结存', also: ['结存'] },
    unitPriceFen: { heading: '入库单价', also: ['单价'], carriesDown: true },
  },
  required: ['batchCode', 'itemCode', 'siteName'],
  knownMin: 6,
};

type Partly<Facts> = { readonly [Field in keyof Facts]: Facts[Field] | undefined };
export interface GoodDraft {
  readonly reader: LineReader<GoodField>;
  readonly facts: Partly<GoodFacts>;
}
export interface BatchDraft {
  readonly reader: LineReader<BatchField>;
  readonly facts: Partly<BatchFacts>;
  /** The good's name as this line repeats it. */
  readonly name: string | null | undefined;
}

const must = (what: string) => required(readText, `没有填${what}`);
const count = required(readWhole(), '没有填数目');
const readItemCode = required(readLabelCode('货品编号'), '没有填货品编号');
const readShelf = required(
  readListed<'上架' | '下架'>(
    ['上架', '下架'],
    { 在架: '上架', 停兑: '下架' },
    '状态应填「上架」或「下架」',
  ),
  '没有填状态',
);
const readSourceKind = required(
  readListed<BatchFacts['sourceKind']>(
    ['采购', '爱心企业', '爱心人士', '帮扶队伍注入', '社区集体收入'],
    { 购买: '采购', 企业捐赠: '爱心企业', 个人捐赠: '爱心人士', 帮扶队: '帮扶队伍注入' },
    '不认识这个来源类别',
  ),
  '没有填来源类别',
);

/** Reads one line of the catalogue. */
export function readGoodLine(
  table: HeadedTable<GoodField>,
  line: TableLine,
  remarks: Remark[],
): GoodDraft {
  const reader = new LineReader(table, line, remarks);
  const shelf = reader.has('shelf') ? reader.take('shelf', readShelf) : '上架';
  const facts: GoodDraft['facts'] = {
    itemCode: reader.take('itemCode', readItemCode),
    name: reader.take('name', must('名称')),
    specification: reader.take('specification', readText),
    category: reader.take('category', readText),
    unit: reader.take('unit', must('单位')),
    pointsEach: reader.take('pointsEach', required(readWhole(['分']), '没有填所需积分')),
    referencePriceFen: reader.take('referencePriceFen', readYuanAsFen),
    householdMonthlyMax: reader.take(
      'householdMonthlyMax',
      required(readWhole(), '没有填每户每月限兑'),
    ),
    ...takeCounts(reader),
    isOnShelf: shelf === undefined ? undefined : shelf === '上架',
  };
  if ((facts.pointsEach ?? 1) < 1) reader.ask('pointsEach', '所需积分至少是 1 分');
  if ((facts.householdMonthlyMax ?? 1) < 1) reader.ask('householdMonthlyMax', '限兑至少是 1');
  checkIdentity(reader, facts);
  return { reader, facts };
}

/** Reads one line of the batches. */
export function readBatchLine(
  table: HeadedTable<BatchField>,
  line: TableLine,
  remarks: Remark[],
): BatchDraft {
  const reader = new LineReader(table, line, remarks);
  const facts: BatchDraft['facts'] = {
    batchCode: reader.take('batchCode', required(readLabelCode('批次编号'), '没有填批次编号')),
    itemCode: reader.take('itemCode', readItemCode),
    siteName: reader.take('siteName', must('安置点')),
    receivedOn: reader.take('receivedOn', required(readDay, '没有填入库日期')),
    sourceKind: reader.take('sourceKind', readSourceKind),
    sourceName: reader.take('sourceName', readText),
    ...takeCounts(reader),
    unitPriceFen: reader.take('unitPriceFen', readYuanAsFen),
  };
  checkIdentity(reader, facts);
  return { reader, facts, name: reader.take('name', readText) };
}

function takeCounts<Field extends string>(
  reader: LineReader<Field | keyof StockCounts>,
): Partly<StockCounts> {
  return {
    quantityIn: reader.take('quantityIn', count),
    quantityRedeemed: reader.take('quantityRedeemed', count),
    quantityLost: reader.take('quantityLost', count),
    quantityReserved: reader.take('quantityReserved', count),
    quantityAvailable: reader.take('quantityAvailable', count),
  };
}

/** In − redeemed − lost − reserved = available, and nothing below zero. */
function checkIdentity<Field extends string>(
  reader: LineReader<Field | keyof StockCounts>,
  counts: Partly<StockCounts>,
): void {
  const { quantityIn, quantityRedeemed, quantityLost, quantityReserved, quantityAvailable } =
    counts;
  const all = [quantityIn, quantityRedeemed, quantityLost, quantityReserved, quantityAvailable];
  if (all.some((quantity) => quantity === undefined)) return;
  const [received = 0, redeemed = 0, lost = 0, reserved = 0, available = 0] = all;
  const negative = all.some((quantity) => (quantity ?? 0) < 0);
  if (negative) reader.ask('quantityAvailable', '数目不能小于 0，请核对');
  const left = received - redeemed - lost - reserved;
  if (left !== available) {
    const sum = `${received} − ${redeemed} − ${lost} − ${reserved} = ${left}`;
    reader.ask('quantityAvailable', `算不拢：${sum}，表上写的是 ${available}`);
  }
}
