import type { GuardedClient } from './guard.ts';

export type ViewRow = Readonly<Record<string, string | number | null>>;

/**
 * What a command looks at, as one statement for everybody who looks in the same turn of the loop.
 * `sql` reads its keys from `json_each(?)` as `j`, and must answer `j.key` for every row it
 * returns; a key that finds nothing may answer no row.
 */
export interface View<Key, Seen> {
  readonly sql: string;
  /** The rows of one key, in the order of the statement. */
  readonly see: (rows: readonly ViewRow[], key: Key) => Seen;
}

/** Every view there is, so that a test can look at the plan of each. */
export const views: View<never, unknown>[] = [];

/** A view of the database for commands. Its keys are JSON values that `json_each` can open. */
export function view<Key, Seen>(
  sql: string,
  see: (rows: readonly ViewRow[], key: Key) => Seen,
): View<Key, Seen> {
  const made = { sql, see };
  views.push(made);
  return made;
}

interface Look {
  readonly key: unknown;
  settle(rows: readonly ViewRow[]): void;
  fail(error: unknown): void;
}

const GATHERING_TURNS_MAX = 6;

/**
 * Groups looks: all commands that look through the same view in one turn share one statement. Needs
 * no cache, so nothing it answers can be out of date.
 */
export class Lookout {
  readonly #reading: GuardedClient;
  readonly #looks = new Map<string, Look[]>();
  readonly #shapes = new Map<string, Promise<Shape>>();
  #isScheduled = false;
  #waitingCount = 0;

  constructor(reading: GuardedClient) {
    this.#reading = reading;
  }

  async look<Key, Seen>(through: View<Key, Seen>, key: Key): Promise<Seen> {
    const rows = await new Promise<readonly ViewRow[]>((settle, fail) => {
      const looks = this.#looks.get(through.sql);
      const look: Look = { key, settle, fail };
      if (looks) looks.push(look);
      else this.#looks.set(through.sql, [look]);
      this.#waitingCount += 1;
      this.#schedule();
    });
    return through.see(rows, key);
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#gather(0, 0);
  }

  /** Lets those of the next turns come along: a statement costs nearly the same for one and for all. */
  #gather(known: number, turns: number): void {
    setImmediate(() => {
      const isQuiet = turns > 0 && this.#waitingCount === known;
      if (isQuiet || turns >= GATHERING_TURNS_MAX) return this.#answerAll();
      return this.#gather(this.#waitingCount, turns + 1);
    });
  }

  #answerAll(): void {
    this.#isScheduled = false;
    this.#waitingCount = 0;
    const waiting = [...this.#looks];
    this.#looks.clear();
    for (const [sql, looks] of waiting) void this.#answer(sql, looks);
  }

  async #answer(sql: string, looks: readonly Look[]): Promise<void> {
    try {
      // Everybody who asks the same in one turn is answered by the same rows, found once.
      const places = new Map<string, ViewRow[]>();
      const asked = looks.map((look) => JSON.stringify(look.key));
      for (const key of asked) places.set(key, []);
      const answers = [...places.values()];
      for (const row of await this.#rowsOf(sql, `[${[...places.keys()].join(',')}]`)) {
        answers[Number(row.key)]?.push(row);
      }
      looks.forEach((look, at) => {
        look.settle(places.get(asked[at] ?? '') ?? []);
      });
    } catch (error) {
      for (const look of looks) look.fail(error);
    }
  }

  async #rowsOf(sql: string, keys: string): Promise<ViewRow[]> {
    const { columns, asOneText } = await this.#shapeOf(sql);
    const { rows } = await this.#reading.execute({ sql: asOneText, args: [keys] });
    const cells = JSON.parse(String(rows[0]?.cells)) as ViewRow[string][][];
    return cells.map((row) => {
      const named: Record<string, string | number | null> = {};
      for (let at = 0; at < columns.length; at++) named[columns[at] ?? ''] = row[at] ?? null;
      return named;
    });
  }

  /** Asked once a view: what its columns are called is known to the database alone. */
  #shapeOf(sql: string): Promise<Shape> {
    const known = this.#shapes.get(sql);
    if (known !== undefined) return known;
    const shape = this.#reading.execute({ sql, args: ['[]'] }).then(({ columns }) => ({
      columns,
      asOneText: asOneText(sql, columns.length),
    }));
    this.#shapes.set(sql, shape);
    shape.catch(() => this.#shapes.delete(sql));
    return shape;
  }
}

/** How a view's rows come: the names of its columns, and the statement that gives all its cells. */
interface Shape {
  readonly columns: readonly string[];
  readonly asOneText: string;
}

/**
 * All rows as one JSON text: handing a row over cell by cell costs more than finding it. The rows
 * are made before they are written down, so their order holds and a cell of JSON stays a text.
 */
export function asOneText(sql: string, columnCount: number): string {
  const names = Array.from({ length: columnCount }, (_, at) => `c${at}`).join(', ');
  return `WITH seen (${names}) AS MATERIALIZED (${sql})
    SELECT json_group_array(json_array(${names})) AS cells FROM seen`;
}
