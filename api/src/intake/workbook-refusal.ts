import type { WorkbookRefusal, WorkbookRefusalCode } from './workbook-shape';

const WORDS: Record<WorkbookRefusalCode, string> = {
  'empty-file': '这个文件是空的，请重新选一个',
  'file-too-large': '文件太大，收不下。请只留名册，去掉图片，或分成几个文件',
  'not-a-workbook': '这不是 Excel 表格（.xlsx）。请用 Excel 或 WPS 打开后另存为 .xlsx 再传',
  'old-format': '这是老格式（.xls）。请用 Excel 或 WPS 打开后另存为 .xlsx 再传',
  'binary-format': '这是二进制格式（.xlsb）。请用 Excel 另存为 .xlsx 再传',
  locked: '表格设了打开密码，读不了。请去掉密码后再传',
  'unpacks-too-large': '表格展开后大得不正常，没有打开。请把名册复制到一个新表格里再传',
  damaged: '表格损坏了，读不完整，所以一行也没有收。请用 Excel 或 WPS 打开后另存一份再传',
  'forbidden-markup': '表格里有不该有的内容，没有打开。请把名册复制到一个新表格里再传',
  'too-many-rows': '行数太多，收不下。请删去名册以外的行，或分成几个文件',
  'no-sheets': '表格里没有工作表',
};

/** The refusal of a whole file as a value. */
export function refuseWorkbook(code: WorkbookRefusalCode): WorkbookRefusal {
  return { ok: false, code, why: WORDS[code] };
}
