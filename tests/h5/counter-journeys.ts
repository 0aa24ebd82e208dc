import { cardCode } from '@bank/api/platform/code-keys';
import { communityCards, communityPeople } from '@bank/db/schema/community';
import { desc, eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Town } from './town.ts';
import { arrive, shown, signInBy, type Visitor, wordsOf } from './visitor.ts';

const PHONE = { width: 390, care: false };
const DESK = { width: 1280, care: false };

/** What the account says it has, from the page that is showing. */
async function availableOn(page: Page): Promise<number> {
  const figure = await wordsOf(shown(page).locator('.hero-num').first());
  return Number(figure.replace(/\D/g, ''));
}

async function typeCode(page: Page, digits: string): Promise<void> {
  for (const digit of digits) {
    await page.getByRole('button', { name: digit, exact: true }).click();
  }
}

/** Redeems the third thing on the shelf and answers what it was, its price and its six figures. */
async function redeem(resident: Visitor) {
  const { page } = resident;
  await resident.visit('/pages/shelf/index');
  const card = shown(page).locator('.goods__i').nth(2);
  const price = Number(await wordsOf(card.locator('.goods__pts')));
  const name = await wordsOf(card.locator('.goods__n'));
  await card.click();
  await page.waitForURL(/redemption\/goods/);
  await page.getByRole('button', { name: '兑换', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: '确认兑换' });
  await sheet.getByText('还剩').waitFor();
  await resident.picture('redeem-sheet');
  await sheet.getByRole('button', { name: '确认兑换' }).click();
  await page.waitForURL(/redemption\/order\//);
  const code = shown(page).getByRole('img', { name: /^取货码 \d/ });
  const digits = (await wordsOf(code)).replace(/\D/g, '');
  await resident.picture('pickup-code');
  return { price, name, digits };
}

/** A household redeems, is handed its goods, and has it put right when it was wrong. */
export function counterJourneys(given: () => { browser: Browser; town: Town }): void {
  test('a resident redeems, the teller hands over, the passbook says so, and a wrong one is reversed', async () => {
    const { browser, town } = given();
    const resident = await arrive(browser, town, PHONE);
    await signInBy(resident, '居民');
    const before = await availableOn(resident.page);
    await resident.picture('home');
    const { price, name, digits } = await redeem(resident);
    expect(digits).toMatch(/^\d{6}$/);
    await resident.visit('/pages/home/index');
    expect(await availableOn(resident.page)).toBe(before - price);
    await resident.page.getByRole('link', { name: /件待领/ }).waitFor();

    const teller = await arrive(browser, town, DESK);
    await signInBy(teller, '储蓄所管理员');
    await teller.visit('/staff/pickup/index');
    await typeCode(teller.page, digits);
    await teller.page.getByText('找到了，可以发').waitFor();
    await teller.picture('pickup-desk');
    await teller.page.getByRole('button', { name: '确认，已交到手上' }).click();
    await teller.page.getByText('交好了').waitFor();

    await resident.visit('/passbook/lines/index');
    const line = shown(resident.page).locator('.entry').first();
    expect(await wordsOf(line)).toContain(name.split(' ')[0]);
    expect(await wordsOf(line.locator('.entry__amt'))).toBe(`−${price}`);
    expect(await wordsOf(line.locator('.entry__bal'))).toBe(String(before - price));

    await teller.page.getByRole('button', { name: '发错了' }).first().click();
    await teller.page.getByRole('radio', { name: '拿错了货' }).click();
    await teller.page.getByRole('button', { name: '退回这一单' }).click();
    await teller.page.getByText('发错，已退回').first().waitFor();
    await resident.visit('/passbook/lines/index');
    expect(await availableOn(resident.page)).toBe(before);
    expect([...resident.troubles, ...teller.troubles]).toEqual([]);
    await Promise.all([resident.leave(), teller.leave()]);
  });

  test('a resident who changes their mind is asked once and gets the points back', async () => {
    const { browser, town } = given();
    const resident = await arrive(browser, town, PHONE);
    await signInBy(resident, '居民');
    const before = await availableOn(resident.page);
    await redeem(resident);
    await resident.page.getByRole('button', { name: '不要了' }).click();
    await resident.page.getByRole('button', { name: '不要了，退回积分' }).click();
    await shown(resident.page).getByText('已退', { exact: true }).waitFor();
    await resident.visit('/pages/home/index');
    expect(await availableOn(resident.page)).toBe(before);
    expect(resident.troubles).toEqual([]);
    await resident.leave();
  });

  test('an elder with a paper card is known a second time and served on the spot', async () => {
    const { browser, town } = given();
    const elder = await elderCard(browser, town);
    const teller = await arrive(browser, town, DESK);
    await signInBy(teller, '储蓄所管理员');
    await teller.visit('/staff/card/index');
    await teller.page.getByLabel('或者输卡上的码').fill(elder.code.toLowerCase());
    await teller.page.getByRole('button', { name: '找这张卡' }).click();
    await teller.page.getByRole('heading', { name: new RegExp(`^${elder.name}`) }).waitFor();
    await teller.picture('elder-card');
    await teller.page.locator('.desk__part button.row').first().click();
    const sheet = teller.page.getByRole('dialog', { name: '替老人兑换' });
    await sheet.getByText('先再认一次人').waitFor();
    await sheet.getByRole('radio', { name: '我认得这位' }).click();
    await sheet.getByRole('button', { name: '确认，已交到手上' }).click();
    await teller.page.getByText(`交给${elder.name}了`).waitFor();
    expect(teller.troubles).toEqual([]);
    await teller.leave();
  });

  // Last: it leaves the counter resting.
  test('wrong codes are counted aloud, and after the last the counter rests', async () => {
    const { browser, town } = given();
    const teller = await arrive(browser, town, PHONE);
    await signInBy(teller, '储蓄所管理员');
    await teller.visit('/staff/pickup/index');
    for (const left of [4, 3, 2, 1]) {
      await typeCode(teller.page, '000000');
      await teller.page.getByText(`还可以试 ${left} 次`).waitFor();
    }
    await teller.picture('wrong-code');
    await typeCode(teller.page, '000000');
    await teller.page.getByText(/还可以试 0 次|领取台停一停/).waitFor();
    await typeCode(teller.page, '000000');
    await teller.page.getByText('领取台停一停').waitFor();
    await teller.page.getByText('停一停，马上就好').waitFor();
    await teller.picture('counter-rests');
    expect(teller.troubles).toEqual([]);
    await teller.leave();
  });
}

/** A steward makes the elder of the demonstration a card; its code is read as the printer would. */
async function elderCard(browser: Browser, town: Town): Promise<{ name: string; code: string }> {
  const steward = await arrive(browser, town, DESK);
  await signInBy(steward, '社区干部');
  const { page } = steward;
  const [elder] = await town.bank.reader
    .select({
      id: communityPeople.id,
      name: communityPeople.name,
      householdId: communityPeople.householdId,
    })
    .from(communityPeople)
    .where(eq(communityPeople.isLoneElder, true));
  if (!elder) throw new Error('the demonstration has no elder');
  await steward.visit(`/staff/household/index?id=${elder.householdId}`);
  await page.getByRole('button', { name: new RegExp(`^${elder.name}`) }).click();
  await page.getByRole('button', { name: /^(办|补办)老人卡$/ }).click();
  await page.getByRole('button', { name: /^(办卡|补办)$/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '存下来打印' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  expect(steward.troubles).toEqual([]);
  await steward.leave();
  const [card] = await town.bank.reader
    .select({ serial: communityCards.serial })
    .from(communityCards)
    .where(eq(communityCards.personId, elder.id))
    .orderBy(desc(communityCards.version), desc(communityCards.id));
  if (!card) throw new Error('no card was made');
  return { name: elder.name, code: cardCode(town.bank.keys.master, card.serial, 0) };
}
