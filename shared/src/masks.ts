/** Two-character family names that are common enough to be kept whole when a name is masked. */
const DOUBLE_FAMILY_NAMES = new Set(
  '欧阳 上官 司马 诸葛 皇甫 尉迟 公孙 慕容 令狐 司徒 东方 独孤 宇文 长孙 夏侯 轩辕 端木 南宫 万俟 闻人 赫连 澹台 淳于 单于 太叔 申屠 钟离 百里 呼延'.split(
    ' ',
  ),
);

/**
 * A name as a public list shows it: 张*芳, 王*, 欧阳*华. Counts characters, not UTF-16 units, so
 * rare characters stay whole. A name joined by a dot keeps its first part: 阿依古丽·***.
 */
export function maskName(name: string): string {
  const dot = /[·•・]/.exec(name);
  if (dot) return `${name.slice(0, dot.index)}·***`;
  const letters = [...name];
  const family = letters.slice(0, 2).join('');
  const kept = letters.length > 2 && DOUBLE_FAMILY_NAMES.has(family) ? 2 : 1;
  if (letters.length <= kept) return name;
  if (letters.length === kept + 1) return `${letters.slice(0, kept).join('')}*`;
  return `${letters.slice(0, kept).join('')}${'*'.repeat(letters.length - kept - 1)}${letters.at(-1)}`;
}

/** 138****8000: enough to recognise, too little to dial. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
