import {
  FindHouseholds,
  ListAreas,
  MendHousehold,
  MendPerson,
  NameVoter,
  PrintBindCodes,
  PrintElderCard,
  ReadHousehold,
  ReadOwnHousehold,
  RevokeElderCard,
} from '@bank/shared/contracts/community';
import { ReadHouseholdPassbook } from '@bank/shared/contracts/passbook';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOf } from '../answer.ts';
import { openTestBank, type TestBank } from '../bank.ts';
import { FAR, foundWorld, RAN, STAFF, TIAN } from '../world.ts';

let bank: TestBank;

beforeEach(async () => {
  bank = await openTestBank();
  await foundWorld(bank);
});
afterEach(() => bank.close());

async function find(search: string, as: string = STAFF.grid): Promise<string[]> {
  const answer = await bank.call(as, FindHouseholds, { search });
  if (!('body' in answer)) throw new Error(JSON.stringify(answer));
  return answer.body.households.map((home) => home.id);
}

test('one box finds a home by number, name, the end of a phone, or the door', async () => {
  expect(await find('01010001')).toEqual([TIAN]);
  expect(await find('玉珍')).toEqual([TIAN]);
  expect(await find('3628')).toEqual([TIAN]);
  expect(await find('3栋2单元002')).toEqual([RAN]);
  expect(await find("' OR 1=1 --")).toEqual([]);
  expect(await find('%')).toEqual([]);
});

test('a search reaches only the homes of the post: a cluster lead sees the cluster, the county all', async () => {
  expect(await find('0101', STAFF.lead)).toEqual([TIAN, RAN]);
  expect(await find('02010001', STAFF.grid)).toEqual([]);
  expect(await find('02010001', STAFF.admin)).toEqual([FAR]);
});

test('the areas and their names open without login', async () => {
  const answer = await bank.call(null, ListAreas, {});
  expect(answer).toMatchObject({ status: 200, body: { countyName: '测试县' } });
});

test('a family reads its own file, without the note that clerks keep', async () => {
  await bank.call(STAFF.grid, MendHousehold, {
    requestId: bank.requestId(),
    householdId: TIAN,
    building: '3栋',
    unit: '2单元',
    room: '001',
    isLowIncome: true,
    note: '腿脚不便，上门办',
  });
  const own = await bank.call('person_tianson', ReadOwnHousehold, {});
  expect(own).toMatchObject({ status: 200, body: { note: '', isLowIncome: true, peopleCount: 2 } });
  const clerk = await bank.call(STAFF.grid, ReadHousehold, { householdId: TIAN });
  expect(clerk).toMatchObject({ body: { note: '腿脚不便，上门办', householderName: '田秀英' } });
});

test('a mend changes what it names, and nothing changed is said so', async () => {
  const mend = (phone: string | null) =>
    bank.call(STAFF.grid, MendPerson, {
      requestId: bank.requestId(),
      personId: 'person_tianson',
      name: '向玉珍',
      relation: '儿媳',
      phone,
    });
  expect(await mend('16412345678')).toMatchObject({ body: { changedFields: ['phone'] } });
  expect(codeOf(await mend('16412345678'))).toBe('community/nothing-to-mend');
});

test('a home has one householder', async () => {
  const answer = await bank.call(STAFF.grid, MendPerson, {
    requestId: bank.requestId(),
    personId: 'person_tianson',
    name: '向玉珍',
    relation: '户主',
    phone: null,
  });
  expect(codeOf(answer)).toBe('community/second-householder');
});

test('two clerks who mend one person at once: both changes stand in turn, none is lost', async () => {
  const mend = (phone: string) =>
    bank.call(STAFF.grid, MendPerson, {
      requestId: bank.requestId(),
      personId: 'person_ran',
      name: '冉光华',
      relation: '户主',
      phone,
    });
  const answers = await Promise.all([
    mend('16400000001'),
    mend('16400000002'),
    mend('16400000003'),
  ]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
});

test('bind codes are printed for an area of homes, not for an empty or an endless one', async () => {
  const print = (as: string, areaId: string) =>
    bank.call(as, PrintBindCodes, { requestId: bank.requestId(), areaId });
  const answer = await print(STAFF.grid, 'area_cluster1');
  expect(answer).toMatchObject({ status: 200, body: { count: 2, unprintableNames: [] } });
  await bank.opened.connections.writing.execute(
    "UPDATE community_households SET state = 'left' WHERE area_id = 'area_cluster2'",
  );
  expect(codeOf(await print(STAFF.grid, 'area_cluster2'))).toBe('community/nothing-to-print');
  const homes = Array.from(
    { length: 400 },
    (_, at) => `('home_x${at}', 1, 'x${at}', 'area_cluster1', '', '', '', 0, '', 'living')`,
  );
  await bank.opened.connections.writing.execute(
    `INSERT INTO community_households (id, version, code, area_id, building, unit, room, is_low_income, note, state) VALUES ${homes.join(',')}`,
  );
  expect(codeOf(await print(STAFF.grid, 'area_cluster1'))).toBe('community/too-many-to-print');
});

test('a new card ends the old one; a lost card is ended at once, and once', async () => {
  const print = (personIds: string[], as: string = STAFF.grid) =>
    bank.call(as, PrintElderCard, { requestId: bank.requestId(), personIds });
  expect(await print(['person_tian', 'person_tian'])).toMatchObject({ body: { count: 1 } });
  expect(await print(['person_tian'])).toMatchObject({ status: 200 });
  const file = await bank.call(STAFF.grid, ReadHousehold, { householdId: TIAN });
  if (!('body' in file)) throw new Error('no file');
  expect(file.body.cards.map((card) => card.state).sort()).toEqual(['active', 'revoked']);
  const cardId = file.body.cards.find((card) => card.state === 'active')?.id ?? '';
  const revoke = () =>
    bank.call(STAFF.grid, RevokeElderCard, { requestId: bank.requestId(), cardId });
  expect(await revoke()).toMatchObject({ body: { state: 'revoked' } });
  expect(codeOf(await revoke())).toBe('community/card-revoked');
});

test('cards of one print belong to one site, and to homes in reach', async () => {
  const print = (as: string, personIds: string[]) =>
    bank.call(as, PrintElderCard, { requestId: bank.requestId(), personIds });
  expect((await print(STAFF.steward, ['person_tian', 'person_far'])).status).toBe(404);
  await bank.opened.connections.writing.execute(
    "UPDATE access_grants SET area_id = 'area_county' WHERE person_id = 'person_steward'",
  );
  expect(codeOf(await print(STAFF.steward, ['person_tian', 'person_far']))).toBe(
    'community/people-in-two-areas',
  );
});

test('staff read the passbook of a home in their reach, and of no other', async () => {
  const read = (householdId: string) =>
    bank.call(STAFF.lead, ReadHouseholdPassbook, { householdId });
  expect(await read(TIAN)).toMatchObject({
    status: 200,
    body: { householdCode: '01010001', base: 60 },
  });
  expect((await read(FAR)).status).toBe(404);
});

test('a mend that leaves the phone out keeps the phone', async () => {
  const mended = await bank.call(STAFF.grid, MendPerson, {
    requestId: bank.requestId(),
    personId: 'person_tian',
    name: '田秀英',
    relation: '户主人',
  });
  expect(mended).toMatchObject({ body: { changedFields: ['relation'] } });
  expect(await find('3628')).toEqual([TIAN]);
});

test('only the householder names who votes, and everybody at home sees whom', async () => {
  const name = (as: string, personId: string | null) =>
    bank.call(as, NameVoter, { requestId: bank.requestId(), personId });
  expect(await name('person_tianson', 'person_tianson')).toMatchObject({ status: 403 });
  expect(codeOf(await name('person_tian', 'person_ran'))).toBe('community/not-an-adult-of-home');
  expect(await name('person_tian', 'person_tianson')).toMatchObject({ status: 200 });
  expect(await bank.call('person_tianson', ReadOwnHousehold, {})).toMatchObject({
    body: { voterPersonId: 'person_tianson' },
  });
  expect(await name('person_tian', null)).toMatchObject({ body: { voterPersonId: null } });
});
