import { view } from '@bank/db/view';
import { settingsFrom } from './rulebook.ts';

/** The county's settings as they stand. The key only gives the look its place in the group. */
export const settings = view(
  `SELECT j.key, s.id, s.value FROM json_each(?) j JOIN scoring_settings s`,
  (rows, _key: 'county') =>
    settingsFrom(new Map(rows.map((row) => [String(row.id), String(row.value)]))),
);
