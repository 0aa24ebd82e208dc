import { dropIdentityNumbers } from './identity-numbers';
import { type SheetSurroundings, scanSheet, TooManyRows } from './sheet-scan';
import { openPackage, PackageDamaged, type WorkbookPackage } from './workbook-package';
import { refuseWorkbook } from './workbook-refusal';
import type { DroppedIdentity, Sheet, WorkbookResult } from './workbook-shape';
import { readDateStyles, readSharedStrings } from './workbook-styles';
import { attribute, decodeEntities, decodeEscapes, ForbiddenMarkup, scanXml } from './xml-scan';

/** Rows with anything in them that one workbook may have. */
export const ROWS_MAX = 200_000;

/**
 * Reads an .xlsx file: every sheet, hidden ones too, every cell with its kind. Identity numbers are
 * taken out at once. A file that cannot or must not be read is a refusal in Chinese, never a throw.
 */
export function readWorkbook(file: Uint8Array): WorkbookResult {
  const opened = openPackage(file);
  if ('ok' in opened) return opened;
  try {
    return readSheets(opened);
  } catch (error) {
    if (error instanceof ForbiddenMarkup) return refuseWorkbook('forbidden-markup');
    if (error instanceof TooManyRows) return refuseWorkbook('too-many-rows');
    if (error instanceof PackageDamaged) return refuseWorkbook('damaged');
    throw error;
  }
}

function readSheets(opened: WorkbookPackage): WorkbookResult {
  if (opened.has('xl/workbook.bin')) return refuseWorkbook('binary-format');
  const workbookXml = opened.text('xl/workbook.xml');
  if (workbookXml === null) return refuseWorkbook('not-a-workbook');
  const index = readIndex(workbookXml);
  if (index.sheets.length === 0) return refuseWorkbook('no-sheets');
  const targets = readTargets(opened.text('xl/_rels/workbook.xml.rels'));
  const surroundings = {
    sharedStrings: readSharedStrings(opened.text('xl/sharedStrings.xml'), (raw) =>
      decodeEscapes(decodeEntities(raw)),
    ),
    dateStyles: readDateStyles(opened.text('xl/styles.xml')),
    datesFrom1904: index.datesFrom1904,
  };
  const sheets: Sheet[] = [];
  const identitiesDropped: DroppedIdentity[] = [];
  let rowsLeft = ROWS_MAX;
  for (const entry of index.sheets) {
    const path = targets.get(entry.relation);
    if (path === undefined || !path.startsWith('xl/worksheets/')) continue;
    const sheet = readSheet(opened, entry, path, { ...surroundings, rowsLeft });
    rowsLeft -= sheet.rows.length;
    const cleared = dropIdentityNumbers(sheet);
    sheets.push(cleared.sheet);
    identitiesDropped.push(...cleared.dropped);
  }
  return sheets.length === 0
    ? refuseWorkbook('no-sheets')
    : { ok: true, workbook: { sheets, identitiesDropped } };
}

function readSheet(
  opened: WorkbookPackage,
  entry: SheetEntry,
  path: string,
  surroundings: SheetSurroundings,
): Sheet {
  const xml = opened.text(path);
  if (xml === null) throw new PackageDamaged('sheet is missing');
  return { name: entry.name, hidden: entry.hidden, ...scanSheet(xml, surroundings) };
}

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

function readIndex(workbookXml: string): { sheets: SheetEntry[]; datesFrom1904: boolean } {
  const sheets: SheetEntry[] = [];
  let datesFrom1904 = false;
  scanXml(workbookXml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') {
        datesFrom1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
      } else if (name === 'sheet') {
        const state = attribute(attributes, 'state') ?? 'visible';
        const relation = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '';
        const title = decodeEscapes(attribute(attributes, 'name') ?? '');
        sheets.push({ name: title, hidden: state !== 'visible', relation });
      }
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { sheets, datesFrom1904 };
}

function readTargets(relationsXml: string | null): Map<string, string> {
  const targets = new Map<string, string>();
  scanXml(relationsXml ?? '', {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
      targets.set(attribute(attributes, 'Id') ?? '', path);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return targets;
}
