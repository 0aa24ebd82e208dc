import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { goodsSample } from './goods-sample';
import { messySample } from './messy-sample';
import { rosterSample } from './roster-sample';
import { rulesSample } from './rules-sample';
import { writeWorkbook } from './write-workbook';

/** Every sample workbook by file name. Run this file to write them beside it; the bytes are always the same. */
export const SAMPLES = {
  'roster.xlsx': rosterSample,
  'roster-messy.xlsx': messySample,
  'rules.xlsx': rulesSample,
  'goods.xlsx': goodsSample,
} as const;

const startedFile = process.argv[1];
if (startedFile !== undefined && import.meta.url === pathToFileURL(startedFile).href) {
  for (const [name, sample] of Object.entries(SAMPLES)) {
    writeFileSync(new URL(name, import.meta.url), writeWorkbook(sample()));
  }
}
