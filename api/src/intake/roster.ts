import { collectAreas } from './area-facts';
import { type ClusterDraft, readClusterLine, readSiteLine, type SiteDraft } from './area-lines';
import { type AreaNames, checkAreaNames, learnAreaNames } from './area-names';
import { checkCounts } from './declared-counts';
import type { HeadedTable } from './headings';
import { checkHome, gatherHomes, type HomeDraft } from './household-facts';
import { type PersonDraft, readPersonLine } from './person-lines';
import {
  checkLead,
  checkPosts,
  leadFacts,
  type PeopleByCode,
  postFacts,
  readPostLine,
} from './posts';
import { settleRepeatedPeople } from './repeated-lines';
import { collectHouseholds, collectPeople, collectWaiting } from './roster-facts';
import type { Remark, RosterReading } from './roster-shape';
import {
  CLUSTER_TABLE,
  PEOPLE_TABLE,
  type PersonField,
  POST_TABLE,
  SITE_TABLE,
} from './roster-tables';
import { type SheetOfLines, WorkbookLines } from './sheet-lines';
import { inFileOrder, missingFields } from './sheet-remarks';
import { findTickColumns } from './tick-columns';
import type { Workbook } from './workbook-shape';

const SHAPES = {
  people: PEOPLE_TABLE,
  clusters: CLUSTER_TABLE,
  posts: POST_TABLE,
  sites: SITE_TABLE,
};

/**
 * Reads a roster workbook: people and homes, and where the file has them the sites, clusters with their
 * leads, and posts. What is certain is corrected and listed, what is doubtful waits with a question, what
 * cannot be is refused; every line of every sheet is accounted for. `today` is written 2026-01-08.
 */
export function readRoster(workbook: Workbook, today: string): RosterReading {
  const remarks: Remark[] = [];
  const book = new WorkbookLines(workbook, SHAPES, remarks);
  const sites = book.readEach(book.open('sites', SITE_TABLE), (line, table) =>
    readSiteLine(table, line, remarks),
  );
  const clusters = book.readEach(book.open('clusters', CLUSTER_TABLE), (line, table) =>
    readClusterLine(table, line, remarks),
  );
  const peopleSheets = book.open('people', PEOPLE_TABLE);
  const people = readPeople(book, peopleSheets, today, remarks);
  const { homes, names } = checkPeople(people, sites, clusters, titledSite(peopleSheets));
  const peopleByCode: PeopleByCode = peopleSheets.length === 0 ? null : byCode(people);
  for (const cluster of clusters) checkLead(cluster, peopleByCode);
  const posts = book.readEach(book.open('posts', POST_TABLE), (line, table) =>
    readPostLine(table, line, names, remarks),
  );
  checkPosts(
    posts,
    peopleByCode,
    new Map(clusters.map((draft) => [draft.clusterCode ?? '', draft])),
  );
  if (peopleSheets.length > 0) checkCounts(sites, clusters, homes, remarks);

  const households = collectHouseholds(homes);
  return {
    areas: collectAreas(sites, clusters, households, names),
    households,
    people: collectPeople(homes),
    clusterLeads: clusters.flatMap(leadFacts),
    posts: posts.flatMap(postFacts),
    linesRead: book.accounts(),
    remarks: inFileOrder(remarks, workbook.sheets),
    waiting: collectWaiting(people, clusters, posts),
  };
}

function readPeople(
  book: WorkbookLines,
  sheets: readonly SheetOfLines<PersonField>[],
  today: string,
  remarks: Remark[],
): PersonDraft[] {
  return sheets.flatMap((sheet) => {
    const { table, lines } = sheet;
    const ticks = findTickColumns(table, lines, remarks);
    const notStated = missingFields(table);
    if (!table.columns.has('personCode')) remarks.push(askForCodes(table));
    return book.readEach([sheet], (line) =>
      readPersonLine(table, line, ticks, notStated, today, remarks),
    );
  });
}

function askForCodes(table: HeadedTable<PersonField>): Remark {
  return {
    kind: 'asked',
    sheet: table.sheet.name,
    row: table.lastHeadingRow,
    column: '',
    heading: '人员编号',
    read: '',
    why: '这张表没有「人员编号」一栏。存折里已有的人，按户编号、姓名、出生日期三样都相同来认；认不到的当作新来的人，照户编号往后编号。请确认可以这样办',
  };
}

function checkPeople(
  people: readonly PersonDraft[],
  sites: readonly SiteDraft[],
  clusters: readonly ClusterDraft[],
  titled: string | null,
): { homes: HomeDraft[]; names: AreaNames } {
  settleRepeatedPeople(people);
  const homes = gatherHomes(people);
  for (const home of homes) checkHome(home);
  const names = learnAreaNames(sites, clusters, homes, titled);
  checkAreaNames(homes, names);
  return { homes, names };
}

/** The site that the lines above the headings name, as in 填报单位：龙塘安置点; null unless exactly one. */
function titledSite(sheets: readonly SheetOfLines<PersonField>[]): string | null {
  const above = sheets.flatMap(({ table }) =>
    table.sheet.rows.filter(({ row }) => row < table.firstHeadingRow).flatMap(({ cells }) => cells),
  );
  const named = new Set(above.flatMap((cell) => FILLED_IN_BY.exec(cell?.text ?? '')?.[1] ?? []));
  const [only] = named;
  return named.size === 1 && only !== undefined ? only : null;
}

const FILLED_IN_BY = /填报单位\s*[:：]\s*([\p{Script=Han}\w]+)/u;

function byCode(people: readonly PersonDraft[]): PeopleByCode {
  const kept = people.filter(({ reader }) => reader.account.outcome !== 'not-data');
  return new Map(
    kept.flatMap((draft) => (draft.personCode ? [[draft.personCode, draft] as const] : [])),
  );
}
