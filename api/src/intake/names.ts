import { openCell } from './cells';
import { characterCount } from './characters';
import { asked, type CellReader, type Finding, nothing, sound } from './finding';

const NAME_CHARACTERS_MIN = 2;
const NAME_CHARACTERS_MAX = 20;
/** Han characters of every plane with their variation selectors, and the dot between parts of a name. */
const NAME = /^(?:[\p{Script=Han}〇·]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])+$/u;
/** A name with nothing to look into; 同上 is two Han characters too, and no name. */
const PLAIN_NAME = /^(?!同上$)[\u4e00-\u9fff]{2,4}$/;

/** A person's name. Spaces set between Han characters for looks are closed; nothing else is changed. */
export const readName: CellReader<string | null> = (cell) => {
  if (cell === undefined) return nothing();
  if (cell.kind === 'text' && PLAIN_NAME.test(cell.text)) return sound(cell.text);
  const opened = openCell(cell);
  if (opened.state === 'asked') return opened;
  return opened.text === '' ? nothing() : readOddName(opened.text, opened.done);
};

function readOddName(written: string, doneBefore: readonly string[]): Finding<string> {
  const done = [...doneBefore];
  let name = written.replace(/^[=+\-@＝＋－＠]+/, '');
  if (name !== written) done.push('去掉开头像公式的符号，按文字收');
  const closed = name.replaceAll(' ', '');
  if (closed !== name) done.push('去掉姓名中间的空格');
  name = closed.replace(/[•‧・･․.．∙⋅●]/g, '·');
  if (name !== closed) done.push('间隔号改成统一的「·」');
  if (!NAME.test(name) || /^·|·$/.test(name)) return asked('姓名里有不该有的字符，请核对');
  const length = characterCount(name);
  if (length < NAME_CHARACTERS_MIN) return asked('姓名只有一个字，请核对');
  if (length > NAME_CHARACTERS_MAX) return asked('姓名太长，请核对');
  return sound(name, done);
}
