import { bankTables } from '@bank/db/tables';
import { getTableName } from 'drizzle-orm';
import { FROM } from './pages.ts';

/** What each room is for; the words are the glossary's. */
const ROOMS: readonly (readonly [room: string, chinese: string, what: string])[] = [
  ['community', '片、户、人', 'areas, households, people, cards and slips of paper'],
  ['ledger', '总账', 'accounts, transfers, the chain, and whether it all adds up'],
  ['access', '登录、岗位', 'who somebody is, and what their posts let them do'],
  ['scoring', '积分细则', 'the rulebook, its settings, awards and their caps'],
  ['notices', '消息、公示栏', 'the inbox of a person and the board of a community'],
  ['events', '活动', 'occasions, sign-up, check-in, the close'],
  ['redemption', '储蓄所', 'shelf, orders, counter, stock'],
  ['selection', '评选', 'campaigns, the secret ballot, publicity, honours'],
  ['volunteering', '志愿服务', 'hours: logged, confirmed, counted'],
  ['passbook', '存折', 'reads what the ledger keeps, as a family reads it'],
  ['intake', '导入', 'workbooks: preview, then all or nothing'],
  ['founding', '开办', 'an empty county, or a demonstration'],
];

/** Rooms beside these that pages live in, and no table or promise. */
export const PAGE_ROOMS = ['pages', 'scan', 'staff'];
export const roomNames = ROOMS.map(([room]) => room);

const MANY = 6;

function listed(files: readonly string[]): string {
  if (files.length === 0) return '—';
  const shown = files.slice(0, MANY).map((file) => `\`${file}\``);
  return files.length > MANY
    ? `${shown.join(' ')} and ${files.length - MANY} more`
    : shown.join(' ');
}

/** The map of rooms: where each one's contract, tables, code, phone data, pages and tests are. */
export function roomsPage(files: readonly string[]): string {
  const among = (pattern: RegExp) => files.filter((file) => pattern.test(file));
  const sections = ROOMS.flatMap(([room, chinese, what]) => {
    const tables = bankTables
      .map(getTableName)
      .filter((name) => name.startsWith(`${room}_`))
      .sort();
    return [
      `## ${room} · ${chinese}`,
      '',
      `${what[0]?.toUpperCase()}${what.slice(1)}.`,
      '',
      '| | |',
      '|---|---|',
      `| contract | ${listed(among(new RegExp(`^shared/src/contracts/${room}[.-]`)))} |`,
      `| tables | ${tables.length === 0 ? '—' : tables.map((name) => `\`${name}\``).join(' ')} |`,
      `| code | \`api/src/${room}/\` (${among(new RegExp(`^api/src/${room}/(?!.*\\.test\\.ts$)`)).length} files) |`,
      `| phone | ${listed(among(new RegExp(`^miniapp/src/data/${room}[.-]`)))} |`,
      `| pages | ${listed(among(new RegExp(`^miniapp/src/(?:pages/)?${room}/.*index\\.tsx$`)))} |`,
      `| tests | ${listed(among(new RegExp(`^(?:tests/.*${room}[^/]*|api/src/${room}/.*)\\.test\\.ts$`)))} |`,
      '',
    ];
  });
  return [
    FROM,
    '# The map of rooms',
    '',
    'A capability’s word opens its contract, tables, code, phone data, pages and tests. The floors, who may',
    'import whom, are in `.dependency-cruiser.cjs`.',
    '',
    ...sections,
  ].join('\n');
}
