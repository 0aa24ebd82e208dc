import { recordPerson } from '@bank/api/community/store';
import { foundingPlan, record } from '@bank/api/founding/county';
import { cardCode } from '@bank/api/platform/code-keys';
import { communityCards, communityHouseholds, communityPeople } from '@bank/db/schema/community';
import { and, desc, eq, like } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { firstSignIn, type Given, issuedCode, leaveInPeace, staffAt } from './office-journeys.ts';
import { homeWithPhones } from './office-workbook.ts';
import type { Town } from './town.ts';
import { arrive, shown, type Visitor, wordsOf } from './visitor.ts';

const DESK = { width: 1280, care: false };
const PHONE = { width: 390, care: false };
const COUNTER_RESTS_MS = 120_000;
/** Like a pickup code, with more figures in a row than a spoken one has. */
const SCANNED = 'K1234567890A';
const SECOND_ADMIN_PHONE = '16400008804';

/** The county's other admin: the demonstration knows no number of theirs, so the operator writes one down. */
async function secondAdmin({ bank }: Town): Promise<string> {
  const [admin] = await bank.reader
    .select()
    .from(communityPeople)
    .where(eq(communityPeople.id, 'person_demoadmin2'));
  if (!admin) throw new Error('the demonstration has no second admin');
  const person = recordPerson({ ...admin, version: admin.version + 1, phone: SECOND_ADMIN_PHONE });
  await record(bank, foundingPlan(bank, 'second-admin', { rows: [person] }));
  return admin.name;
}

/** Finds a post among those of a state and opens what can be done about it. */
async function openPost(visitor: Visitor, state: string, name: string): Promise<void> {
  const { page } = visitor;
  await visitor.visit('/staff/posts/index');
  await page.getByRole('tab', { name: state }).click();
  await page.getByLabel('找一位').fill(name);
  await page.getByLabel('找一位').press('Enter');
  await shown(page)
    .getByRole('button', { name: new RegExp(`^${name} ·`) })
    .click();
}

async function givePost(
  visitor: Visitor,
  person: { name: string; householdId: string | null },
  role: string,
  area: readonly string[],
): Promise<void> {
  const { page } = visitor;
  await visitor.visit(`/staff/household/index?id=${person.householdId}`);
  await page.getByRole('button', { name: new RegExp(`^${person.name}`) }).click();
  await page.getByRole('button', { name: '给岗位' }).click();
  await page.waitForURL(/give-post/);
  const top = shown(page);
  await top.getByRole('radio', { name: role, exact: true }).click();
  for (const name of area) await top.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await top.getByRole('button', { name: '选这一片' }).click();
  await visitor.picture('give-post');
  await top.getByRole('button', { name: '给这个岗位' }).click();
}

/** Posts are given, agreed to by another, used and ended. */
function postJourneys(given: Given): void {
  test('an auditor waits for the other admin, who signs in with a code, agrees, and ends the post', async () => {
    const { browser, town } = given();
    const other = await secondAdmin(town);
    const { people } = await homeWithPhones(town, 6);
    const [, chosen] = people;
    const admin = await staffAt(given(), '县级管理员');
    await givePost(admin, chosen, '审计', ['云溪县']);
    await admin.page.getByText('给好了，等另一位县级管理员同意').waitFor();
    await openPost(admin, '等同意', chosen.name);
    await admin.page.getByRole('button', { name: /^同意/ }).click();
    await admin.page.getByRole('button', { name: '同意这个岗位' }).click();
    await admin.page.getByText('自己的岗位不能自己给、自己批').waitFor();

    await openPost(admin, '生效中', other);
    await admin.page.getByRole('button', { name: /^给一次性码/ }).click();
    await admin.page.getByRole('button', { name: '给一个码' }).click();
    const second = await arrive(browser, town, DESK);
    await firstSignIn(second, SECOND_ADMIN_PHONE, await issuedCode(admin.page));
    await second.visit('/staff/workbench/index');
    await shown(second.page)
      .getByText(/县级管理员/)
      .first()
      .waitFor();
    await openPost(second, '等同意', chosen.name);
    await second.page.getByRole('button', { name: /^同意/ }).click();
    await second.page.getByRole('button', { name: '同意这个岗位' }).click();
    await second.page.getByRole('dialog').waitFor({ state: 'detached' });
    await openPost(second, '生效中', chosen.name);
    await second.page.getByRole('button', { name: '结束岗位' }).click();
    await second.page.getByRole('button', { name: '结束这个岗位' }).click();
    await second.page.getByRole('dialog').waitFor({ state: 'detached' });
    await openPost(second, '结束了', chosen.name);
    await second.picture('ended-post');
    await leaveInPeace(admin, second);
  });

  test('a teller who was just made one signs in by phone and code, finds the counter, and loses it with the post', async () => {
    const { browser, town } = given();
    const home = await homeWithPhones(town, 7);
    const [, chosen] = home.people;
    const admin = await staffAt(given(), '县级管理员');
    await givePost(admin, chosen, '储蓄所管理员', ['云溪县', home.site]);
    await admin.page.getByText('给好了，岗位生效了').waitFor();
    await openPost(admin, '生效中', chosen.name);
    await admin.page.getByRole('button', { name: /^给一次性码/ }).click();
    await admin.page.getByRole('button', { name: '给一个码' }).click();
    const teller = await arrive(browser, town, PHONE);
    await firstSignIn(teller, chosen.phone ?? '', await issuedCode(admin.page));
    await teller.visit('/staff/pickup/index');
    await shown(teller.page).getByText('输 6 位取货码').waitFor();
    await openPost(admin, '生效中', chosen.name);
    await admin.page.getByRole('button', { name: '结束岗位' }).click();
    await admin.page.getByRole('button', { name: '结束这个岗位' }).click();
    await admin.page.getByRole('dialog').waitFor({ state: 'detached' });
    await teller.visit('/staff/pickup/index');
    await shown(teller.page).getByText('这里仅限工作人员').waitFor();
    await leaveInPeace(admin, teller);
  });
}

const stockOf = async (page: Page, name: string) =>
  Number(
    (await wordsOf(shown(page).locator('.row', { hasText: name }).locator('.row__sub'))).replace(
      /\D/g,
      '',
    ),
  );

/** The shelf, the card of an elder, and the whole book. */
function shelfJourneys(given: Given): void {
  test('what a teller receives stands on the shelf at once', async () => {
    const teller = await staffAt(given(), '储蓄所管理员');
    const { page } = teller;
    await teller.visit('/staff/receive/index');
    const before = await stockOf(page, '香皂');
    await shown(page).locator('.row', { hasText: '香皂' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('12');
    await page.getByLabel('谁给的').fill('桥头小店');
    await page.getByLabel('谁给的').press('Enter');
    await page.getByText(new RegExp(`入库好了，批次 .+，现在有 ${before + 12} 块`)).waitFor();
    await expect.poll(() => stockOf(page, '香皂')).toBe(before + 12);
    await teller.visit('/pages/shelf/index');
    await shown(page)
      .locator('.goods__i', { hasText: '香皂' })
      .getByText(new RegExp(`${before + 12}`))
      .waitFor();
    await leaveInPeace(teller);
  });

  test('a hand scanner at the pickup desk asks once, for the whole code, whatever figures are in it', async () => {
    const { town } = given();
    // The counter may still be resting from somebody's wrong codes.
    town.letPass(COUNTER_RESTS_MS);
    const teller = await staffAt(given(), '储蓄所管理员');
    const { page } = teller;
    const asked: unknown[] = [];
    page.on('request', (request) => {
      const sent = request.method() === 'POST' ? request.postDataJSON() : undefined;
      if (sent?.code) asked.push(sent.code);
    });
    await teller.visit('/staff/pickup/index');
    await page.keyboard.type(SCANNED);
    await page.keyboard.press('Enter');
    await shown(page)
      .getByText(/还可以试 \d 次/)
      .waitFor();
    expect(asked).toEqual([SCANNED]);
    await shown(page).getByRole('img', { name: '取货码：还没有输' }).waitFor();
    await leaveInPeace(teller);
  });

  test('a card that was lost is ended, and the counter says so', async () => {
    const { town } = given();
    const [elder] = await town.bank.reader
      .select({ id: communityPeople.id, name: communityPeople.name, home: communityHouseholds.id })
      .from(communityPeople)
      .innerJoin(communityHouseholds, eq(communityHouseholds.id, communityPeople.householdId))
      .where(and(eq(communityPeople.isLoneElder, true), like(communityPeople.code, '01%')))
      .orderBy(desc(communityPeople.code));
    if (!elder) throw new Error('the demonstration has no elder');
    const steward = await staffAt(given(), '社区干部');
    const { page } = steward;
    await steward.visit(`/staff/household/index?id=${elder.home}`);
    await page.getByRole('button', { name: new RegExp(`^${elder.name}`) }).click();
    await page.getByRole('button', { name: /^(办|补办)老人卡$/ }).click();
    await page.getByRole('button', { name: /^(办卡|补办)$/ }).click();
    await page.getByText('排好了 1 份').waitFor();
    const [card] = await town.bank.reader
      .select({ serial: communityCards.serial })
      .from(communityCards)
      .where(eq(communityCards.personId, elder.id))
      .orderBy(desc(communityCards.madeAtMs));
    const code = cardCode(town.bank.keys.master, card?.serial ?? '', 0);

    const teller = await staffAt(given(), '储蓄所管理员');
    await teller.visit('/staff/card/index');
    await teller.page.keyboard.type(code);
    await teller.page.keyboard.press('Enter');
    await teller.page.getByRole('heading', { name: new RegExp(`^${elder.name}`) }).waitFor();

    await page.getByRole('button', { name: '关闭' }).click();
    await page.getByRole('button', { name: new RegExp(`^${elder.name}`) }).click();
    await page.getByRole('button', { name: '作废老人卡' }).click();
    await page.getByRole('button', { name: '作废这张卡' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await teller.visit('/staff/card/index');
    await teller.page.keyboard.type(code);
    await teller.page.keyboard.press('Enter');
    await teller.page.getByText(/作废/).waitFor();
    await teller.picture('revoked-card');
    await leaveInPeace(steward, teller);
  });

  test('an auditor has the book reckoned from its first line and reads what was found', async () => {
    const auditor = await staffAt(given(), '审计');
    const { page } = auditor;
    await auditor.visit('/staff/workbench/index');
    await shown(page).getByRole('link', { name: /^查账/ }).click();
    await shown(page).getByText('账对').waitFor();
    await shown(page)
      .getByText(/^账是对的：\d+ 笔流水、\d+ 个账户，一笔不差$/)
      .waitFor();
    await page.getByRole('button', { name: '再查一次' }).click();
    await shown(page).getByText('账对').waitFor();
    await auditor.picture('verification');
    await leaveInPeace(auditor);
  });
}

/** Posts, the shelf, cards and the book. */
export function dutyJourneys(given: Given): void {
  postJourneys(given);
  shelfJourneys(given);
}
