import { describe, expect, test } from 'vitest';
import { workbookParts, writeWorkbook, zipParts } from '../../../tests/samples/write-workbook';
import { readWorkbook } from './workbook';
import { PACKAGE_LIMITS } from './workbook-package';

const plain = [{ name: '名册', rows: [['姓名', 12]] }];

function open(file: Uint8Array) {
  const result = readWorkbook(file);
  if (!result.ok) throw new Error(result.why);
  return result.workbook;
}

function codeOf(file: Uint8Array): string {
  const result = readWorkbook(file);
  return result.ok ? 'read' : result.code;
}

function withPart(name: string, change: (xml: string) => string): Uint8Array {
  const parts = workbookParts(plain);
  return zipParts({ ...parts, [name]: change(parts[name] ?? '') });
}

describe('reading a workbook', () => {
  test('every kind of cell keeps its kind and what a person would read', () => {
    const workbook = open(
      writeWorkbook([
        {
          name: '样',
          hidden: true,
          merges: ['B2:B4'],
          rows: [
            ['文字', 16112023331, { date: '1980-07-01' }, true],
            [
              { formula: 'A1&"x"', result: '甲' },
              { error: '#N/A', formula: 'VLOOKUP(1,2,3)' },
              null,
              '𬭎𫖯䶮',
            ],
          ],
        },
      ]),
    );
    const [sheet] = workbook.sheets;
    expect(sheet?.hidden).toBe(true);
    expect(sheet?.merges).toEqual([{ top: 2, left: 2, bottom: 4, right: 2 }]);
    expect(sheet?.rows[0]?.cells.slice(1)).toEqual([
      { kind: 'text', text: '文字' },
      { kind: 'number', text: '16112023331' },
      { kind: 'date', text: '1980-07-01' },
      { kind: 'boolean', text: 'TRUE' },
    ]);
    expect(sheet?.rows[1]?.cells[1]).toEqual({
      kind: 'formula',
      resultKind: 'text',
      text: '甲',
      formula: 'A1&"x"',
    });
    expect(sheet?.rows[1]?.cells[2]).toEqual({
      kind: 'formula-error',
      text: '#N/A',
      formula: 'VLOOKUP(1,2,3)',
    });
    expect(sheet?.rows[1]?.cells[4]?.text).toBe('𬭎𫖯䶮');
  });

  test('a file whose tags carry a prefix, inline text and rich text reads the same', () => {
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="C2" t="inlineStr"><x:is><x:r><x:t>张</x:t></x:r><x:r><x:t>&#26093;</x:t></x:r><x:rPh><x:t>zhang</x:t></x:rPh></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const sheet = open(withPart('xl/worksheets/sheet1.xml', () => xml)).sheets[0];
    expect(sheet?.rows).toEqual([
      {
        row: 2,
        hidden: false,
        cells: [undefined, undefined, undefined, { kind: 'text', text: '张旭' }],
      },
    ]);
  });

  test('an identity number is masked before anything else sees it', () => {
    const workbook = open(
      writeWorkbook([
        {
          name: '名册',
          rows: [
            ['姓名', '身份证号'],
            ['覃良', '510000198001010011'],
            ['向梅', '见１２３４５６７８９０１２３４５６７Ｘ'],
          ],
        },
      ]),
    );
    expect(JSON.stringify(workbook)).not.toMatch(/510000198001010011|７８９０/);
    expect(workbook.identitiesDropped.map(({ row, columnNumber }) => [row, columnNumber])).toEqual([
      [2, 2],
      [3, 2],
    ]);
  });
});

describe('files that are refused', () => {
  test('an empty file, a picture and an old workbook each get their own sentence', () => {
    expect(codeOf(new Uint8Array())).toBe('empty-file');
    expect(codeOf(new TextEncoder().encode('<html>this is no workbook at all</html>'))).toBe(
      'not-a-workbook',
    );
    const old = new Uint8Array(600);
    old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(codeOf(old)).toBe('old-format');
    const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(codeOf(locked)).toBe('locked');
    expect(codeOf(zipParts({ 'a.txt': 'x' }))).toBe('not-a-workbook');
    expect(codeOf(zipParts({ 'xl/workbook.bin': 'x' }))).toBe('binary-format');
  });

  test('a document type declaration is refused, so no entity is ever expanded or fetched', () => {
    const declared = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
    expect(
      codeOf(
        withPart('xl/worksheets/sheet1.xml', (xml) =>
          xml.replace('<worksheet', `${declared}<worksheet`),
        ),
      ),
    ).toBe('forbidden-markup');
    expect(
      codeOf(withPart('xl/sharedStrings.xml', (xml) => xml.replace('<sst', `${declared}<sst`))),
    ).toBe('forbidden-markup');
  });

  test('a bomb is refused by its directory, and a directory that lies about sizes is refused as damaged', () => {
    const bomb = withPart('xl/worksheets/sheet1.xml', (xml) => xml + ' '.repeat(20_000_000));
    expect(codeOf(bomb)).toBe('unpacks-too-large');
    const lying = Buffer.from(bomb);
    for (let at = 0; at < lying.length - 46; at += 1) {
      const isEntry = lying.readUInt32LE(at) === 0x02014b50;
      if (isEntry && lying.readUInt32LE(at + 24) > 20_000_000) lying.writeUInt32LE(5_000, at + 24);
    }
    expect(codeOf(lying)).toBe('damaged');
    const boastful = Buffer.from(writeWorkbook(plain));
    for (let at = 0; at < boastful.length - 46; at += 1) {
      if (boastful.readUInt32LE(at) === 0x02014b50) {
        boastful.writeUInt32LE(boastful.readUInt32LE(at + 24) + 1, at + 24);
      }
    }
    expect(codeOf(boastful)).toBe('damaged');
    const many = Object.fromEntries(
      Array.from({ length: PACKAGE_LIMITS.entriesMax + 1 }, (_, index) => [`f${index}`, '']),
    );
    expect(codeOf(zipParts(many))).toBe('unpacks-too-large');
  });

  test('a file cut short and a file with a spoiled part are damaged', () => {
    const whole = writeWorkbook(plain);
    expect(codeOf(whole.slice(0, whole.length - 40))).toBe('damaged');
    expect(
      codeOf(
        withPart('xl/worksheets/sheet1.xml', (xml) =>
          xml.replace('<row r="1">', '<row r="5"></row><row r="1">'),
        ),
      ),
    ).toBe('damaged');
  });

  test('more rows than a county can have are refused, not read to the end', () => {
    const rows = Array.from(
      { length: 200_001 },
      (_, index) => `<row r="${index + 1}"><c><v>${(index * 7919) % 99_991}</v></c></row>`,
    ).join('');
    expect(
      codeOf(
        withPart(
          'xl/worksheets/sheet1.xml',
          () => `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
        ),
      ),
    ).toBe('too-many-rows');
  });
});
