import { openedBy } from './cells';
import { halfWidth } from './characters';
import { asked, type CellReader, type Finding, refused, sound } from './finding';

const AMOUNT_MAX = 100_000_000;

/** A whole number; units written after it (分, 袋, 天) are taken off when they are the ones allowed. */
export function readWhole(units: readonly string[] = []): CellReader<number | null> {
  return openedBy((opened) => {
    const bare = bareNumber(opened.text, units);
    if (!/^-?\d+(\.0+)?$/.test(bare)) return notWhole(bare);
    const number = Number(bare);
    if (Math.abs(number) > AMOUNT_MAX) return asked('数目太大，请核对');
    const done = opened.kind === 'number' ? opened.done : [...opened.done, '文字改成数字'];
    return sound(number === 0 ? 0 : number, done);
  });
}

function notWhole(bare: string): Finding<never> {
  return /^-?\d+\.\d+$/.test(bare) ? refused('这里只能是整数') : asked('这里应填数字');
}

/** Yuan with at most two decimals, as whole fen (分钱, 1/100 yuan). */
export const readYuanAsFen: CellReader<number | null> = openedBy((opened) => {
  const bare = bareNumber(opened.text, ['元', '块']).replace(/^[¥￥]/, '');
  const parts = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(bare);
  if (parts === null) return asked('这里应填金额，最多两位小数');
  const fen = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
  return sound(fen, opened.kind === 'number' ? opened.done : [...opened.done, '文字改成金额']);
});

function bareNumber(text: string, units: readonly string[]): string {
  let bare = halfWidth(text)
    .replaceAll(' ', '')
    .replace(/[−–—](?=\d)/, '-');
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) bare = bare.replaceAll(',', '');
  const unit = units.find((candidate) => bare.endsWith(candidate));
  return unit === undefined ? bare : bare.slice(0, -unit.length);
}
