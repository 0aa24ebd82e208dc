import { ADMIN_ROLL } from '@bank/api/access/store';
import { ApprovePost, EndPost, GivePost, ReadMe } from '@bank/shared/contracts/access';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bodyOf, codeOf } from '../answer.ts';
import type { TestBank } from '../bank.ts';
import { STAFF } from '../world.ts';
import { openAccessWorld } from './access-world.ts';

let bank: TestBank;

beforeEach(async () => {
  bank = await openAccessWorld();
});
afterEach(() => bank.close());

describe('posts', () => {
  const give = (as: string, personId: string, role: string, more: object = {}) =>
    bank.call(as, GivePost, {
      requestId: bank.requestId(),
      personId,
      role: role as 'teller',
      areaId: 'area_site1',
      fromOn: '2026-03-17',
      toOn: null,
      ...more,
    });

  test('a post works from its first day to its last, and ends at once when it is ended', async () => {
    const given = bodyOf(
      await give(STAFF.admin, 'person_ran', 'teller', { fromOn: '2026-03-18', toOn: '2026-03-19' }),
    );
    const posts = async () => bodyOf(await bank.call('person_ran', ReadMe, {})).posts.length;
    expect(await posts()).toBe(0);
    bank.pass(86_400_000);
    expect(await posts()).toBe(1);
    const grantId = given.grantId;
    await bank.call(STAFF.admin, EndPost, { requestId: bank.requestId(), grantId });
    expect(await posts()).toBe(0);
    expect(
      codeOf(await bank.call(STAFF.admin, EndPost, { requestId: bank.requestId(), grantId })),
    ).toBe('access/post-ended');
  });

  test('nobody gives himself a post, twice the same, backwards in time, or what is no post', async () => {
    expect(codeOf(await give(STAFF.admin, STAFF.admin, 'teller'))).toBe('access/own-post');
    expect(codeOf(await give(STAFF.admin, STAFF.teller, 'teller'))).toBe('access/post-held');
    expect(codeOf(await give(STAFF.admin, 'person_ran', 'teller', { toOn: '2026-03-01' }))).toBe(
      'access/post-days-wrong',
    );
    expect(codeOf(await give(STAFF.admin, 'person_ran', 'resident'))).toBe('access/not-a-post');
  });

  test('a second auditor waits for an admin who is neither the giver nor the holder', async () => {
    await give(STAFF.admin, 'person_ran', 'county-admin', { areaId: 'area_county' });
    const given = bodyOf(
      await give(STAFF.admin, 'person_peng', 'auditor', { areaId: 'area_county' }),
    );
    expect(given.state).toBe('waiting');
    const approve = (as: string) =>
      bank.call(as, ApprovePost, { requestId: bank.requestId(), grantId: given.grantId });
    expect(codeOf(await approve(STAFF.admin))).toBe('access/own-post');
    expect(bodyOf(await approve('person_ran')).state).toBe('active');
    expect(codeOf(await approve('person_ran'))).toBe('access/post-not-waiting');
  });

  test('two admins who end each other at the same moment: one stays', async () => {
    await give(STAFF.admin, 'person_ran', 'county-admin', { areaId: 'area_county' });
    const grants = await bank.opened.connections.reading.execute(
      "SELECT id, person_id FROM access_grants WHERE role = 'county-admin'",
    );
    // Signed in beforehand: at the same moment means that both still hold their posts.
    await Promise.all([bank.tokenOf(STAFF.admin), bank.tokenOf('person_ran')]);
    const grantOf = (personId: string) =>
      String(grants.rows.find((row) => row.person_id === personId)?.id);
    const answers = await Promise.all([
      bank.call(STAFF.admin, EndPost, {
        requestId: bank.requestId(),
        grantId: grantOf('person_ran'),
      }),
      bank.call('person_ran', EndPost, {
        requestId: bank.requestId(),
        grantId: grantOf(STAFF.admin),
      }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('access/last-admin');
    const roll = await bank.opened.connections.reading.execute({
      sql: 'SELECT admin_count FROM access_admin_roll WHERE id = ?',
      args: [ADMIN_ROLL],
    });
    expect(roll.rows[0]?.admin_count).toBe(1);
  });
});
