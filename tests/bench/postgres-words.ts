/** The double entry of the yardstick (b), in the words of PostgreSQL. */
export const SCHEMA = `
  CREATE TABLE accounts (id text PRIMARY KEY, book text NOT NULL, floor bigint, balance bigint NOT NULL,
    CHECK (floor IS NULL OR balance >= floor));
  CREATE TABLE transfers (seq bigserial PRIMARY KEY, id text NOT NULL UNIQUE, book text NOT NULL, kind text NOT NULL,
    source_id text NOT NULL REFERENCES accounts, target_id text NOT NULL REFERENCES accounts,
    amount bigint NOT NULL CHECK (amount > 0), code text NOT NULL, subject_id text, request_id text NOT NULL, at_ms bigint NOT NULL);
  CREATE INDEX ON transfers (subject_id);
  CREATE TABLE postings (account_id text NOT NULL, transfer_id text NOT NULL, change bigint NOT NULL, balance_after bigint NOT NULL,
    PRIMARY KEY (account_id, transfer_id));
  CREATE TABLE holds (id text PRIMARY KEY, source_id text NOT NULL, target_id text NOT NULL, amount bigint NOT NULL, lapse_at_ms bigint NOT NULL, state text NOT NULL);
  CREATE TABLE audit (request_id text PRIMARY KEY, command text NOT NULL, actor_id text NOT NULL, acting_as text NOT NULL, outcome text NOT NULL, at_ms bigint NOT NULL);
  CREATE TABLE answered (request_id text PRIMARY KEY, fingerprint text NOT NULL, answer text NOT NULL, at_ms bigint NOT NULL);
  CREATE TABLE items (id text PRIMARY KEY, name text NOT NULL, price bigint NOT NULL);
  CREATE TABLE quotas (id text PRIMARY KEY, used bigint NOT NULL);
  CREATE TABLE sessions (token_hash text PRIMARY KEY, household_id text NOT NULL, expires_at_ms bigint NOT NULL);
  CREATE TABLE orders (id text PRIMARY KEY, household_id text NOT NULL, branch_id text NOT NULL, item_id text NOT NULL,
    quantity bigint NOT NULL, points bigint NOT NULL, state text NOT NULL, digits text NOT NULL, pickup_hash text NOT NULL UNIQUE,
    reserved_at_ms bigint NOT NULL, lapse_at_ms bigint NOT NULL);
  CREATE INDEX ON orders (household_id, reserved_at_ms);
  CREATE INDEX ON orders (branch_id, state, reserved_at_ms);
  CREATE INDEX ON orders (state, lapse_at_ms);`;

export const STATEMENTS = {
  earlier: 'SELECT answer FROM answered WHERE request_id = $1',
  balance: 'SELECT balance FROM accounts WHERE id = $1',
  purchase: `SELECT i.price, p.balance AS available, b.balance AS base, s.balance AS stock, q.used FROM items i
    JOIN accounts p ON p.id = $2 || '.points' JOIN accounts b ON b.id = $2 || '.base'
    JOIN accounts s ON s.id = i.id || '.' || $3 || '.shelf' LEFT JOIN quotas q ON q.id = $4 WHERE i.id = $1`,
  transfer: `INSERT INTO transfers (id, book, kind, source_id, target_id, amount, code, subject_id, request_id, at_ms) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`,
  change: `WITH moved AS (UPDATE accounts SET balance = balance + $2 WHERE id = $1 RETURNING id, balance)
    INSERT INTO postings SELECT id, $3, $2, balance FROM moved`,
  hold: `INSERT INTO holds VALUES ($1,$2,$3,$4,$5,'pending')`,
  order: `INSERT INTO orders VALUES ($1,$2,$3,$4,1,$5,'reserved',$6,$7,$8,$9)`,
  quota: `INSERT INTO quotas VALUES ($1, 1) ON CONFLICT (id) DO UPDATE SET used = quotas.used + 1`,
  audit: `INSERT INTO audit VALUES ($1,$2,'person_1','resident','done',$3)`,
  answered: `INSERT INTO answered VALUES ($1,$2,'{"ok":true}',$3)`,
} as const;
