import { openedBy } from './cells';
import { halfWidth } from './characters';
import { asked, type CellReader, sound } from './finding';

const YES = new Set(['是', '有', '√', '✓', '✔', '☑', 'Y', 'YES', '1', 'TRUE', '对', 'T']);
const NO = new Set(['否', '无', '没有', '不是', '×', '✗', '✘', 'X', 'N', 'NO', '0', 'FALSE', 'F']);

/** 是 or 否 in the ways offices write them; null when the cell is empty. */
export const readYesNo: CellReader<boolean | null> = openedBy((opened) => {
  const word = halfWidth(opened.text).toUpperCase();
  if (word === '是' || word === '否') return sound(word === '是', opened.done);
  if (YES.has(word)) return sound(true, [...opened.done, `「${opened.text}」就是「是」`]);
  if (NO.has(word)) return sound(false, [...opened.done, `「${opened.text}」就是「否」`]);
  return asked('应填「是」或「否」');
});

/** Reads a word of a list, by itself or by another way of writing it. */
export function readListed<Value extends string>(
  values: readonly Value[],
  also: Readonly<Record<string, Value>>,
  why: string,
): CellReader<Value | null> {
  const known = new Set<string>(values);
  const isKnown = (word: string): word is Value => known.has(word);
  return openedBy((opened) => {
    if (isKnown(opened.text)) return sound(opened.text, opened.done);
    const word = halfWidth(opened.text).replaceAll(' ', '').toUpperCase();
    if (isKnown(word)) return sound(word, opened.done);
    const meant = Object.hasOwn(also, word) ? also[word] : undefined;
    if (meant === undefined) return asked(why);
    return sound(meant, [...opened.done, `「${opened.text}」写成「${meant}」`]);
  });
}

export type Gender = '男' | '女';
export const readGender = readListed<Gender>(
  ['男', '女'],
  { 男性: '男', 女性: '女', M: '男', F: '女', MALE: '男', FEMALE: '女', 男士: '男', 女士: '女' },
  '性别应填「男」或「女」',
);

const RELATION_GENDERS = {
  户主: null,
  配偶: null,
  子: '男',
  女: '女',
  父亲: '男',
  母亲: '女',
  岳父: '男',
  岳母: '女',
  公公: '男',
  婆婆: '女',
  儿媳: '女',
  女婿: '男',
  孙子: '男',
  孙女: '女',
  外孙: '男',
  外孙女: '女',
  兄: '男',
  弟: '男',
  姐: '女',
  妹: '女',
  祖父: '男',
  祖母: '女',
  外祖父: '男',
  外祖母: '女',
  孙媳: '女',
  孙女婿: '男',
  曾孙: '男',
  曾孙女: '女',
  侄子: '男',
  侄女: '女',
  外甥: '男',
  外甥女: '女',
  嫂: '女',
  弟媳: '女',
  姐夫: '男',
  妹夫: '男',
  继子: '男',
  继女: '女',
  养子: '男',
  养女: '女',
  继父: '男',
  继母: '女',
  叔伯: '男',
  姑: '女',
  其他: null,
} as const satisfies Record<string, Gender | null>;

export type Relation = keyof typeof RELATION_GENDERS;
const RELATIONS = Object.keys(RELATION_GENDERS) as Relation[];

/** The gender a relation word carries in itself; null when it carries none. */
export function genderOf(relation: Relation): Gender | null {
  return RELATION_GENDERS[relation];
}

export const readRelation = readListed<Relation>(
  RELATIONS,
  {
    本人: '户主',
    户主本人: '户主',
    妻子: '配偶',
    妻: '配偶',
    丈夫: '配偶',
    夫: '配偶',
    爱人: '配偶',
    老婆: '配偶',
    老公: '配偶',
    儿子: '子',
    长子: '子',
    次子: '子',
    三子: '子',
    独子: '子',
    之子: '子',
    女儿: '女',
    长女: '女',
    次女: '女',
    三女: '女',
    独女: '女',
    之女: '女',
    父: '父亲',
    母: '母亲',
    爸爸: '父亲',
    妈妈: '母亲',
    媳: '儿媳',
    儿媳妇: '儿媳',
    儿子媳妇: '儿媳',
    婿: '女婿',
    外孙子: '外孙',
    哥哥: '兄',
    哥: '兄',
    弟弟: '弟',
    姐姐: '姐',
    妹妹: '妹',
    爷爷: '祖父',
    奶奶: '祖母',
    外公: '外祖父',
    外婆: '外祖母',
    家公: '公公',
    家婆: '婆婆',
    嫂子: '嫂',
    弟媳妇: '弟媳',
    孙媳妇: '孙媳',
    曾孙子: '曾孙',
    侄儿: '侄子',
    其它: '其他',
  },
  '不认识这个关系，请写「配偶」「子」「女」「母亲」这样的词',
);

const ETHNICITY_ROOTS =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'.split(
    ' ',
  );
const ETHNICITIES = [...ETHNICITY_ROOTS.map((root) => `${root}族`), '穿青人', '其他'];

/** 土家 → 土家族. 土 alone is a people of its own, so nothing longer is made of it. */
export const readEthnicity = readListed<string>(
  ETHNICITIES,
  {
    ...Object.fromEntries(ETHNICITY_ROOTS.map((root) => [root, `${root}族`])),
    穿青: '穿青人',
    维族: '维吾尔族',
    蒙族: '蒙古族',
    其它: '其他',
  },
  '不认识这个民族，请写全称，如「土家族」',
);
