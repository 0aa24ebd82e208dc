import { attribute, scanXml } from './xml-scan';

/** Number formats that the office program itself shows as dates, by their fixed ids. */
function isBuiltInDate(formatId: number): boolean {
  return (
    (formatId >= 14 && formatId <= 22) ||
    (formatId >= 27 && formatId <= 36) ||
    (formatId >= 45 && formatId <= 47) ||
    (formatId >= 50 && formatId <= 58)
  );
}

/** A written format shows a date when y, m, d or h stand outside quotes, brackets and escapes. */
function isDateCode(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '');
  return /[ymdh年月日]/i.test(bare) && !/general/i.test(bare);
}

/** For each cell style by index: whether a number under it is a date. */
export function readDateStyles(stylesXml: string | null): readonly boolean[] {
  if (stylesXml === null) return [];
  const dateCodes = new Set<number>();
  const styles: boolean[] = [];
  let insideCellFormats = false;
  scanXml(stylesXml, {
    open: (name, attributes) => {
      if (name === 'numFmt' && isDateCode(attribute(attributes, 'formatCode') ?? '')) {
        dateCodes.add(Number(attribute(attributes, 'numFmtId')));
      } else if (name === 'cellXfs') {
        insideCellFormats = true;
      } else if (name === 'xf' && insideCellFormats) {
        const formatId = Number(attribute(attributes, 'numFmtId') ?? '0');
        styles.push(isBuiltInDate(formatId) || dateCodes.has(formatId));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') insideCellFormats = false;
    },
    text: () => undefined,
  });
  return styles;
}

/** The shared strings in order; phonetic readings are left out. */
export function readSharedStrings(
  stringsXml: string | null,
  decode: (raw: string) => string,
): readonly string[] {
  if (stringsXml === null) return [];
  const strings: string[] = [];
  let current = '';
  let insideText = false;
  let insidePhonetic = false;
  scanXml(stringsXml, {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 't') insideText = true;
      else if (name === 'rPh') insidePhonetic = true;
    },
    close: (name) => {
      if (name === 'si') strings.push(decode(current));
      else if (name === 't') insideText = false;
      else if (name === 'rPh') insidePhonetic = false;
    },
    text: (raw) => {
      if (insideText && !insidePhonetic) current += raw;
    },
  });
  return strings;
}
