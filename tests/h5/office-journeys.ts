import { readFileSync } from 'node:fs';
import { readWorkbook } from '@bank/api/intake/workbook';
import { communityPeople } from '@bank/db/schema/community';
import { eq } from 'drizzle-orm';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Home, homeWithPhones, lineOf, rosterFile } from './office-workbook.ts';
import type { Town } from './town.ts';
import { arrive, shown, signInBy, type Visitor, wordsOf } from './visitor.ts';

const PHONE = { width: 390, care: false };
const DESK = { width: 1280, care: false };
const PIN = '583926';
const NEW_PHONE = '16300008801';

export type Given = () => { browser: Browser; town: Town };

/** Somebody of the office at a desk's screen. */
export async function staffAt(
  { browser, town }: ReturnType<Given>,
  door: string,
): Promise<Visitor> {
  const visitor = await arrive(browser, town, DESK);
  await signInBy(visitor, door);
  return visitor;
}

/** Nothing went wrong behind anybody's back. */
export async function leaveInPeace(...visitors: Visitor[]): Promise<void> {
  expect(visitors.flatMap(({ troubles }) => troubles)).toEqual([]);
  await Promise.all(visitors.map((visitor) => visitor.leave()));
}

/** The bytes of what a press hands to the clerk's disk, and the name they come under. */
async function downloadedBy(page: Page, press: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function look(visitor: Visitor, file: ReturnType<typeof rosterFile>): Promise<void> {
  await visitor.visit('/staff/intake/index');
  await visitor.page.locator('input[type=file]').setInputFiles(file);
  await shown(visitor.page).getByRole('heading', { name: '一行一行看过' }).waitFor();
}

/** 新增, 改动, 不变, 没写 of one part of the preview. */
const countsOf = async (page: Page, part: string) =>
  (
    await shown(page)
      .locator('.table__row', { has: page.getByText(part, { exact: true }) })
      .locator('.table__n')
      .allTextContents()
  ).map(Number);

/** 一共, 收下, 要确认, 没收, 不是数据: how many lines ended where. */
const linesOf = async (page: Page) =>
  (await shown(page).locator('.kv').allTextContents()).map((words) =>
    Number(words.replace(/\D/g, '')),
  );

const phoneOf = async ({ bank }: Town, personId: string) =>
  (
    await bank.reader
      .select({ phone: communityPeople.phone })
      .from(communityPeople)
      .where(eq(communityPeople.id, personId))
  )[0]?.phone;

/** Workbooks come in at the office's computer: looked at, then taken in as a whole. */
function workbookJourneys(given: Given): void {
  test('a steward sees whose line a roster would change, takes it in, and once is enough', async () => {
    const { town } = given();
    const home = await homeWithPhones(town, 2);
    const [holder, ...others] = home.people;
    const steward = await staffAt(given(), '社区干部');
    const { page } = steward;
    const file = rosterFile('花名册.xlsx', [
      lineOf(home, { ...holder, phone: NEW_PHONE }),
      ...others.map((person) => lineOf(home, person)),
    ]);
    await look(steward, file);
    await steward.picture('intake-preview');
    expect((await countsOf(page, '居民')).slice(0, 3)).toEqual([0, 1, others.length]);
    const all = home.people.length;
    // The line of headings is none of theirs.
    expect(await linesOf(page)).toEqual([all + 1, all, 0, 0, 1]);
    await shown(page)
      .locator('.remark', { hasText: `${holder.code} ${holder.name}` })
      .getByText(`${holder.phone} → ${NEW_PHONE}`)
      .waitFor();
    await page.getByRole('button', { name: '全部收下' }).click();
    await page.getByText(/^收好了：新增 0，改动 1，不变 \d+$/).waitFor();
    expect(await phoneOf(town, holder.id)).toBe(NEW_PHONE);

    await page.getByRole('button', { name: '再导入一个' }).click();
    await look(steward, file);
    expect((await countsOf(page, '居民')).slice(0, 2)).toEqual([0, 0]);
    await page.getByRole('button', { name: '和账上一样，没有要收的' }).waitFor();
    await leaveInPeace(steward);
  });

  test('a messy file says of each line where it is and what became of it, and loses none', async () => {
    const { town } = given();
    const home = await homeWithPhones(town, 3);
    const [holder, spouse] = home.people;
    const steward = await staffAt(given(), '社区干部');
    const { page } = steward;
    const wrong = { ...spouse, bornOn: null };
    const lines = [
      lineOf(home, { ...holder, phone: '163-0000-8802' }),
      lineOf(home, wrong).map((cell, at) => (at === 13 ? '1981-02-30' : cell)),
      lineOf(home, { ...spouse, code: `${home.household.code}77`, name: '' }),
      [null, '小计', null, null, null, null, null, null, null, '共 3 人'],
    ];
    await look(steward, rosterFile('乱表.xlsx', lines));
    await steward.picture('intake-messy');
    const [all, ...ends] = await linesOf(page);
    expect(all).toBe(lines.length + 1);
    expect(ends.reduce((sum, count) => sum + count, 0)).toBe(all);
    for (const words of [
      /第 3 行 N 列 出生日期没收1981-02-30日历上没有这一天/,
      /第 4 行 J 列 姓名要确认（空）没有填姓名/,
      /第 2 行 O 列 联系电话已改正163-0000-8802 → 16300008802/,
    ]) {
      await shown(page).locator('.remark', { hasText: words }).waitFor();
    }
    const copy = await downloadedBy(page, page.getByRole('button', { name: '存下标注过的表' }));
    expect(copy.name).toBe('乱表-标注.xlsx');
    const read = readWorkbook(copy.bytes);
    if (!read.ok) throw new Error(read.why);
    const words = read.workbook.sheets.flatMap(({ rows }) =>
      rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '').join('|')),
    );
    for (const kept of ['163-0000-8802', '1981-02-30', '共 3 人']) {
      expect(words.some((row) => row.includes(kept))).toBe(true);
    }
    await page.getByRole('button', { name: '收下 1 行，其余先不收' }).click();
    await page.getByText(/^收好了：新增 0，改动 1/).waitFor();
    expect(await phoneOf(town, holder.id)).toBe('16300008802');
    expect(await phoneOf(town, spouse.id)).toBe(spouse.phone);
    await leaveInPeace(steward);
  });
}

/** What goes out on paper. */
function paperJourneys(given: Given): void {
  test('the roll of an occasion is printed for a day without a signal, with lines for those who just come', async () => {
    const steward = await staffAt(given(), '社区干部');
    const { page, context } = steward;
    const { occasions } = await (await context.request.get('/api/events/office-occasions')).json();
    const planned = occasions.find(
      (one: { occasion: { state: string; takenCount: number } }) =>
        one.occasion.state === 'planned' && one.occasion.takenCount > 0,
    ).occasion;
    await context.addInitScript(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await steward.visit(`/staff/roll/index?id=${planned.id}`);
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('button', { name: '打印名册' }).click();
    await page.locator('body[data-printed]').waitFor();
    const sheet = page.locator('.paper-roll');
    await sheet.getByRole('heading', { name: planned.title }).waitFor();
    expect(await page.getByRole('button', { name: '打印名册' }).isVisible()).toBe(false);
    const lines = await sheet.locator('tbody tr').count();
    const named = await sheet.locator('tbody tr', { hasText: /\d{8}/ }).count();
    expect(named).toBeGreaterThanOrEqual(planned.takenCount);
    expect(lines - named).toBeGreaterThanOrEqual(10);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await sheet.waitFor({ state: 'detached' });
    await leaveInPeace(steward);
  });

  test('bind codes are printed for a grid and for one home, each a file of the printer', async () => {
    const { town } = given();
    const home = await homeWithPhones(town, 4);
    const steward = await staffAt(given(), '社区干部');
    const { page } = steward;
    await steward.visit('/staff/prints/index');
    for (const name of [home.site, home.grid]) {
      await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    }
    await page.getByRole('button', { name: '打这一片' }).click();
    await page.getByRole('button', { name: '打印这一片' }).click();
    await page.getByText('排好了 40 份，打印后按门牌发').waitFor();
    const area = await downloadedBy(page, page.getByRole('button', { name: '存下来打印' }));
    expect(area.name).toMatch(/\.pdf$/);
    expect(area.bytes.subarray(0, 4).toString()).toBe('%PDF');

    await steward.visit(`/staff/household/index?id=${home.household.id}`);
    await page.getByRole('button', { name: '打印绑定码' }).click();
    await page.getByText('再打一份，旧的马上作废').waitFor();
    await page.getByRole('button', { name: '打印', exact: true }).click();
    await page.getByText('排好了 1 份').waitFor();
    const one = await downloadedBy(page, page.getByRole('button', { name: '存下来打印' }));
    expect(one.bytes.subarray(0, 4).toString()).toBe('%PDF');
    expect(one.bytes.length).toBeLessThan(area.bytes.length);
    await leaveInPeace(steward);
  });
}

async function find(visitor: Visitor, search: string): Promise<Locator> {
  const field = visitor.page.getByLabel('找一户');
  await field.fill(search);
  await field.press('Enter');
  return shown(visitor.page).locator('a.row');
}

/** Opens what can be done for one of a home. */
async function choosePerson({ page }: Visitor, name: string, deed: RegExp): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('dialog').getByRole('button', { name: deed }).click();
}

async function mendPerson(visitor: Visitor, name: string, mend: () => Promise<void>) {
  const { page } = visitor;
  await choosePerson(visitor, name, /^改登记/);
  const sheet = page.getByRole('dialog', { name: `改${name}的登记` });
  await mend();
  await sheet.getByRole('button', { name: '改好了，存下' }).click();
  await sheet.waitFor({ state: 'detached' });
}

/** With the code from the clerk, a phone and a PIN of one's own. */
export async function firstSignIn(visitor: Visitor, phone: string, code: string): Promise<void> {
  const { page } = visitor;
  await visitor.visit('/access/sign-in/index');
  await page.getByRole('tab', { name: '第一次来' }).click();
  await page.getByLabel('一次性码').fill(code);
  await page.getByLabel('手机号').fill(phone);
  await page.getByLabel('您自己定的密码').fill(PIN);
  await page.getByLabel('您自己定的密码').press('Enter');
  await page.waitForURL(/pages\/home/);
}

export const issuedCode = (page: Page) =>
  wordsOf(page.getByRole('dialog').getByRole('img', { name: /^一次性码/ }));

/** One home: found, mended, and let in. */
function homeJourneys(given: Given): void {
  test('a home is found by number, by name and by the end of a phone, with the cursor already there', async () => {
    const home: Home = await homeWithPhones(given().town, 5);
    const [holder] = home.people;
    const steward = await staffAt(given(), '社区干部');
    await steward.visit('/staff/households/index');
    await steward.page.keyboard.type(home.household.code);
    await steward.page.keyboard.press('Enter');
    const title = `${holder.name} 家`;
    await shown(steward.page).locator('a.row', { hasText: title }).waitFor();
    for (const search of [holder.name, holder.phone?.slice(-4) ?? '']) {
      const rows = await find(steward, search);
      await rows.filter({ hasText: title }).filter({ hasText: home.household.code }).waitFor();
    }
    await leaveInPeace(steward);
  });

  test('an address, a name and a phone are mended, a number that nobody touched stays, and the new one signs in', async () => {
    const { browser, town } = given();
    const home = await homeWithPhones(town, 5);
    const [holder, spouse] = home.people;
    const steward = await staffAt(given(), '社区干部');
    const { page } = steward;
    await steward.visit(`/staff/household/index?id=${home.household.id}`);
    await page.getByRole('button', { name: '改登记' }).click();
    await page.getByLabel('房号').fill('9901');
    await page.getByRole('button', { name: '改好了，存下' }).click();
    await shown(page).getByText(/9901/).waitFor();

    await mendPerson(steward, spouse.name, async () => {
      await page.getByLabel('和户主的关系').fill('妻');
    });
    expect(await phoneOf(town, spouse.id)).toBe(spouse.phone);
    await mendPerson(steward, spouse.name, () => page.getByLabel('电话').fill('16300008803'));
    expect(await phoneOf(town, spouse.id)).toBe('16300008803');
    expect(await phoneOf(town, holder.id)).toBe(holder.phone);

    await choosePerson(steward, spouse.name, /^给一次性码/);
    await page.getByRole('button', { name: '给一个码' }).click();
    const resident = await arrive(browser, town, PHONE);
    await firstSignIn(resident, '16300008803', await issuedCode(page));
    await resident.visit('/pages/me/index');
    await shown(resident.page).getByRole('heading', { name: spouse.name }).waitFor();
    await leaveInPeace(steward, resident);
  });
}

/** The office walked to the end: workbooks, paper and homes. */
export function officeJourneys(given: Given): void {
  workbookJourneys(given);
  paperJourneys(given);
  homeJourneys(given);
}
