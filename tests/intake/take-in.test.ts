import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readWorkbook } from '@bank/api/intake/workbook';
import { type IntakeKind, PreviewIntake, TakeIn } from '@bank/shared/contracts/intake';
import { ReadShelf } from '@bank/shared/contracts/redemption';
import { ReadRulebook } from '@bank/shared/contracts/scoring';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf } from '../answer.ts';
import type { TestBank } from '../bank.ts';
import { person, post } from '../world.ts';
import { ADMIN, openEmptyCounty } from './empty-county.ts';
import { rewriteWorkbook } from './rewrite.ts';

const sample = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../samples/${name}.xlsx`, import.meta.url)));

let bank: TestBank;

beforeEach(async () => {
  bank = await openEmptyCounty();
});
afterEach(() => bank.close());

async function preview(kind: IntakeKind, file: Buffer, as = ADMIN) {
  const answer = await bank.call(as, PreviewIntake, {
    requestId: bank.requestId(),
    kind,
    file: file.toString('base64'),
  });
  if (!('body' in answer)) throw new Error(JSON.stringify(answer));
  return answer.body;
}

async function takeIn(kind: IntakeKind, file: Buffer, as = ADMIN) {
  const { seen } = await preview(kind, file, as);
  return bank.call(as, TakeIn, {
    requestId: bank.requestId(),
    kind,
    file: file.toString('base64'),
    seen,
  });
}

const count = async (sql: string) =>
  Number((await bank.opened.connections.reading.execute(sql)).rows[0]?.[0]);

test('a sample county comes in whole: rules, people with their passbooks and posts, goods on shelves', async () => {
  expect((await takeIn('rules', sample('rules'))).status).toBe(200);
  expect(await takeIn('roster', sample('roster'))).toMatchObject({
    status: 200,
    body: { waiting: 0 },
  });
  expect((await takeIn('goods', sample('goods'))).status).toBe(200);
  expect(await count('SELECT count(*) FROM community_households')).toBe(12);
  expect(await count('SELECT count(*) FROM community_people WHERE household_id IS NOT NULL')).toBe(
    40,
  );
  expect(
    await count("SELECT count(*) FROM ledger_accounts WHERE kind = 'base' AND balance = 60"),
  ).toBe(12);
  const rulebook = await bank.call(null, ReadRulebook, {});
  expect(rulebook).toMatchObject({
    body: { settings: { basePoints: 60, redeemFrom: 61, reserveDays: 15 } },
  });
  const shelf = await bank.call(null, ReadShelf, {});
  if (!('body' in shelf)) throw new Error('no shelf');
  expect(shelf.body.items.length).toBe(8);
  expect(shelf.body.branches.length).toBe(2);
});

describe('the same people twice', () => {
  beforeEach(async () => {
    await takeIn('roster', sample('roster'));
  }, 60_000);

  test('the same file changes nothing and says so', async () => {
    const before = await count('SELECT sum(version) FROM community_people');
    expect(codeOf(await takeIn('roster', sample('roster')))).toBe('intake/nothing-to-take-in');
    expect(await count('SELECT sum(version) FROM community_people')).toBe(before);
  });

  test('saved again with its rows shuffled, it is still the same people', async () => {
    const shuffled = await rewriteWorkbook(sample('roster'), { shuffle: 7 });
    expect(codeOf(await takeIn('roster', shuffled))).toBe('intake/nothing-to-take-in');
  });

  test('one changed phone is exactly one change', async () => {
    const changed = await rewriteWorkbook(sample('roster'), {
      shuffle: 11,
      changePhoneTo: '16488888888',
    });
    const { preview: seen } = await preview('roster', changed);
    const changes = seen?.parts.flatMap((part) => part.changes) ?? [];
    expect(changes).toHaveLength(1);
    expect(changes[0]?.words).toContain('16488888888');
    expect(await takeIn('roster', changed)).toMatchObject({ body: { added: 0, changed: 1 } });
    expect(await count("SELECT count(*) FROM community_people WHERE phone = '16488888888'")).toBe(
      1,
    );
  });
});

test('base points reach homes that came in before the rules did, once', async () => {
  await takeIn('roster', sample('roster'));
  expect(
    await count("SELECT count(*) FROM ledger_accounts WHERE kind = 'base' AND balance = 60"),
  ).toBe(0);
  await takeIn('rules', sample('rules'));
  expect(
    await count("SELECT count(*) FROM ledger_accounts WHERE kind = 'base' AND balance = 60"),
  ).toBe(12);
});

test('what was seen is what is taken in: a book that moved asks for another look', async () => {
  const { seen } = await preview('roster', sample('roster'));
  await takeIn('roster', sample('roster'));
  const answer = await bank.call(ADMIN, TakeIn, {
    requestId: bank.requestId(),
    kind: 'roster',
    file: sample('roster').toString('base64'),
    seen,
  });
  expect(codeOf(answer)).toBe('intake/changed-since-preview');
});

test('a file that is no workbook is refused in words, and nothing is lost', async () => {
  const answer = await bank.call(ADMIN, PreviewIntake, {
    requestId: bank.requestId(),
    kind: 'roster',
    file: Buffer.from('姓名,电话').toString('base64'),
  });
  expect(answer).toMatchObject({ status: 422, problem: { code: 'intake/unreadable-file' } });
});

test('a steward takes in people of the own site, no posts, and nothing of the county', async () => {
  await takeIn('roster', sample('roster'));
  const { rows } = await bank.opened.connections.reading.execute(
    "SELECT id FROM community_areas WHERE code = '01'",
  );
  await bank.given({
    rows: [
      person('person_clerk', null, '文书'),
      post('person_clerk', 'steward', String(rows[0]?.id)),
    ],
  });
  const whole = await bank.call('person_clerk', PreviewIntake, {
    requestId: bank.requestId(),
    kind: 'roster',
    file: sample('roster').toString('base64'),
  });
  expect(codeOf(whole)).toBe('intake/not-yours-to-import');
  const rules = await bank.call('person_clerk', PreviewIntake, {
    requestId: bank.requestId(),
    kind: 'rules',
    file: sample('rules').toString('base64'),
  });
  expect(codeOf(rules)).toBe('intake/not-yours-to-import');
  const own = await rewriteWorkbook(sample('roster'), {
    onlySite: '01',
    changePhoneTo: '16477777777',
  });
  expect(await takeIn('roster', own, 'person_clerk')).toMatchObject({
    status: 200,
    body: { changed: 1 },
  });
});

test('county admins and auditors of a roster wait; the other posts take effect', async () => {
  await takeIn('roster', sample('roster'));
  expect(
    await count(
      "SELECT count(*) FROM access_grants WHERE role IN ('county-admin', 'auditor') AND state = 'active' AND given_by = 'roster'",
    ),
  ).toBe(0);
  expect(
    await count(
      "SELECT count(*) FROM access_grants WHERE role = 'grid-worker' AND state = 'active'",
    ),
  ).toBeGreaterThan(0);
});

test('a messy list says of every line where it ended, and marks it in a copy that can be mended', async () => {
  await takeIn('roster', sample('roster'));
  const { preview: seen, markedCopyBase64 } = await preview('roster', sample('roster-messy'));
  if (!seen) throw new Error('no preview');
  const { all, taken, asked, refused, notData } = seen.lines;
  expect(taken + asked + refused + notData).toBe(all);
  expect(seen.remarks.every((remark) => remark.row > 0 && remark.why !== '')).toBe(true);
  const marked = readWorkbook(Buffer.from(markedCopyBase64 ?? '', 'base64'));
  expect(marked.ok).toBe(true);
});

test('nothing that a preview told lies in the stored answers', async () => {
  await preview('roster', sample('roster'));
  const { rows } = await bank.opened.connections.reading.execute(
    'SELECT answer FROM answered_requests',
  );
  const kept = rows.map((row) => String(row.answer)).join('');
  expect(kept).not.toMatch(/[\u4e00-\u9fff]{2,4}.*1[56][0-9]{9}/);
  expect(kept).toContain('isPartly');
});
