import { expect, test } from 'vitest';
import { goodsSample } from '../../../tests/samples/goods-sample';
import { writeWorkbook } from '../../../tests/samples/write-workbook';
import { readGoodsFile } from './file-reading';
import { readWorkbook } from './workbook';

test('a batch for a site that the book does not know waits: it is not counted as taken, and is marked', async () => {
  const wish = {
    file: Buffer.from(writeWorkbook(goodsSample())).toString('base64'),
    wantsMarkedCopy: true,
    goods: [],
    batches: [],
  };
  const whole = await readGoodsFile({
    ...wish,
    siteNames: new Set(['桂花坪安置点', '河湾新村']),
  });
  const half = await readGoodsFile({ ...wish, siteNames: new Set(['桂花坪安置点']) });
  if (!whole.ok || !half.ok) throw new Error('not read');
  const waiting = half.preview.remarks.filter(({ kind }) => kind === 'asked').length;
  expect(whole.preview.lines.asked).toBe(0);
  expect(waiting).toBeGreaterThan(0);
  expect(half.preview.lines.asked).toBe(waiting);
  expect(half.preview.lines.taken).toBe(whole.preview.lines.taken - waiting);
  const copy = readWorkbook(Buffer.from(half.markedCopyBase64 ?? '', 'base64'));
  expect(JSON.stringify(copy)).toContain('账上没有这个安置点');
});
