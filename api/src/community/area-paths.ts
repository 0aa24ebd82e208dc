/**
 * Paths of areas in SQL. `/01/0101/0101-03/` is a cluster of grid 0101 at site 01; the county is `/`.
 * Written so that the index on paths serves them: a LIKE whose pattern is only known while the
 * statement runs would read every area.
 */

/** Above every path that begins with what stands before it. */
const LAST = 'char(1114111)';

/** Whether one path is another or lies under it. Both are SQL expressions. */
export const liesUnder = (path: string, top: string): string =>
  `${path} >= ${top} AND ${path} < ${top} || ${LAST}`;

/** The path of the site that a path lies in; the county's own path for the county. */
export const sitePathOf = (path: string): string =>
  `substr(${path}, 1, instr(substr(${path}, 2), '/') + 1)`;
