import { openCell } from './cells';
import { halfWidth } from './characters';
import { asked, type CellReader, type Finding, nothing, sound } from './finding';

const MOBILE = /^1\d{10}$/;
const LANDLINE = /^0\d{9,11}$/;
const NO_PHONE = /^(无|没有|无电话|暂无|[-—/\\]+|0)$/;

/** A telephone number as digits; an empty cell and 无 mean that there is none. */
export const readPhone: CellReader<string | null> = (cell) => {
  if (cell === undefined) return nothing();
  if (cell.kind === 'text' && MOBILE.test(cell.text)) return sound(cell.text);
  const opened = openCell(cell);
  if (opened.state === 'asked') return opened;
  if (opened.text === '') return nothing();
  const done = [...opened.done];
  const half = halfWidth(opened.text);
  if (half !== opened.text) done.push('全角数字改成半角');
  if (NO_PHONE.test(half)) return sound(null, [...done, '当作没有电话']);
  if (opened.kind === 'number') done.push('数字格按文字收');
  return readDigits(half, done);
};

function readDigits(half: string, done: readonly string[]): Finding<string> {
  if (/^\d(\.\d+)?E\+?\d+$/i.test(half))
    return asked('号码被写成了科学计数，后几位已经丢了，请重填');
  const bare = half.replace(/[\s\-‐-―−—().]/g, '');
  const digits = bare.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  const said = [...done];
  if (bare !== half) said.push('去掉号码里的空格和横线');
  if (digits !== bare) said.push('去掉国家区号 86');
  if (MOBILE.test(digits) || LANDLINE.test(digits)) return sound(digits, said);
  if (/[/、,，;；]/.test(half)) return asked('写了不止一个号码，请只留一个');
  if (/^\d+$/.test(digits)) {
    return asked(`号码有 ${digits.length} 位，手机号应是 1 开头的 11 位，请核对`);
  }
  return asked('这不像电话号码，请核对');
}
