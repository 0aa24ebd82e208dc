import { addDays, dayOf, sayClock, startOfDayMs } from '@bank/shared/calendar';
import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ask, tell } from './asking.ts';
import { elderOf } from './elder.ts';
import { faultsOf } from './faces.ts';
import { openOccasion } from './occasion-now.ts';
import { readQr } from './qr-reading.ts';
import type { Town } from './town.ts';
import { arrive, shown, signInBy, type Visitor, wordsOf } from './visitor.ts';

const PHONE = { width: 390, care: false };
const HALL = { width: 1280, care: false };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TITLE = '院坝健康义诊';
/** A code stays for a quarter of a minute. */
const WITHIN = { timeout: 20_000 };

/** An hour that begins soon and ends on the day it began, whatever time it is. */
function soon(nowMs: number) {
  const startsAtMs = Math.ceil((nowMs + 20 * MINUTE) / MINUTE) * MINUTE;
  const endsAtMs = startsAtMs + HOUR;
  if (dayOf(endsAtMs) === dayOf(startsAtMs)) return { startsAtMs, endsAtMs };
  const midnightMs = startOfDayMs(addDays(dayOf(nowMs), 1));
  return { startsAtMs: midnightMs + 10 * MINUTE, endsAtMs: midnightMs + 70 * MINUTE };
}

/** The whole form, field by field, with one mistake that is said in words and costs nothing. */
async function arrangeInForm(steward: Visitor, times: ReturnType<typeof soon>): Promise<void> {
  const { page } = steward;
  await steward.visit('/staff/workbench/index');
  await shown(page)
    .getByRole('link', { name: /^办活动/ })
    .click();
  await page.waitForURL(/arrange-event/);
  const form = shown(page);
  await form.getByRole('radio', { name: '义诊' }).click();
  await form.getByLabel('活动叫什么').fill(TITLE);
  await form.getByLabel('做什么、带什么').fill('量血压、测血糖');
  await form.getByLabel('打什么电话').fill('13512345678');
  await form.getByRole('button', { name: '办这个活动' }).click();
  await form.getByText('请写在哪里办').waitFor();
  await steward.picture('arrange-refused');
  await steward.visit('/staff/arrange-event/index');
  expect(await form.getByLabel('活动叫什么').inputValue()).toBe(TITLE);
  await form.getByLabel('在哪里办').fill('3 栋楼下');
  await form.getByLabel('哪一天').fill(dayOf(times.startsAtMs));
  await form.getByLabel('几点开始').fill(sayClock(times.startsAtMs));
  await form.getByLabel('几点结束').fill(sayClock(times.endsAtMs));
  await form.getByLabel('名额').fill('30');
  await form.getByRole('radio', { name: '开始时', exact: true }).click();
  await form.getByRole('button', { name: /^不记积分/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /义诊、筛查/ })
    .click();
  await steward.picture('arrange-filled');
  await form.getByRole('button', { name: '办这个活动' }).click();
  await page.waitForURL(/staff\/occasions/);
  await shown(page).getByText(TITLE).waitFor();
  await steward.picture('office-occasions');
}

async function occasionIdOf(steward: Visitor): Promise<string> {
  const { occasions } = await ask(steward, '/events/office-occasions');
  const found = occasions.find(
    ({ occasion }: { occasion: { title: string } }) => occasion.title === TITLE,
  );
  return found.occasion.id;
}

/** A hall without signal: the screen says so, and its code goes on for a while. */
async function withoutNetwork({ page, context }: Visitor): Promise<void> {
  await context.setOffline(true);
  await shown(page).locator('.console__net', { hasText: '没网' }).waitFor();
  expect(await shown(page).locator('.console__qr').isVisible()).toBe(true);
  await context.setOffline(false);
  await shown(page).locator('.console__net', { hasText: '在线' }).waitFor();
}

async function digitsOn(page: Page): Promise<string> {
  return (await wordsOf(shown(page).locator('.console__digits .code'))).replace(/\D/g, '');
}

const countOn = (page: Page, count: number) =>
  shown(page)
    .locator('.console__count', { hasText: new RegExp(`^${count}$`) })
    .waitFor();

/** A steward arranges, opens the door, puts things right, and closes; a home is paid. */
export function eventDayJourneys(given: () => { browser: Browser; town: Town }): void {
  test('an event is arranged, people come by code, by number and late, and the close pays them', async () => {
    const { browser, town } = given();
    const [steward, resident, late] = await Promise.all([
      arrive(browser, town, HALL),
      arrive(browser, town, PHONE),
      arrive(browser, town, PHONE),
    ]);
    await signInBy(steward, '社区干部');
    await signInBy(resident, '居民');
    await signInBy(late, '联户长');
    const times = soon(town.bank.chance.nowMs());
    await arrangeInForm(steward, times);
    const occasionId = await occasionIdOf(steward);

    // The bank is later than the screen's own clock from here on: the desk must go by the bank.
    town.letPass(Math.max(0, times.startsAtMs - 30 * MINUTE - town.bank.chance.nowMs()));
    town.letPass(10 * MINUTE);
    const { page } = steward;
    await steward.visit(`/staff/console/index?id=${occasionId}`);
    await shown(page)
      .getByRole('img', { name: /^签到数字/ })
      .waitFor();
    await countOn(page, 0);
    // Figures last a step or two: they are typed as soon as they are read.
    await tell(resident, '/events/check-ins', { code: await digitsOn(page), intent: 'in' });
    const { codes } = await ask(steward, `/events/occasions/${occasionId}/console`);
    // The screen changes by the second: what it shows is one of the codes of this minute.
    const digits = codes.map((code: { digits: string }) => code.digits);
    await expect.poll(async () => digits.includes(await digitsOn(page)), WITHIN).toBe(true);
    const qrTexts = codes.map((code: { qrText: string }) => code.qrText);
    const qr = shown(page).locator('.console__qr');
    await expect.poll(async () => qrTexts.includes(await readQr(qr)), WITHIN).toBe(true);
    await countOn(page, 1);
    const elder = await elderOf(town);
    await page.getByRole('button', { name: '报存折号签到' }).click();
    await page.getByRole('textbox', { name: '存折号' }).fill(elder.householdCode);
    await page.getByRole('textbox', { name: '存折号' }).press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(elder.name) })
      .click();
    await shown(page).getByText(`${elder.name} 签好了`).waitFor();
    await countOn(page, 2);
    await steward.picture('console');
    await withoutNetwork(steward);
    await page.setViewportSize({ width: 320, height: 844 });
    await steward.picture('console-phone');
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await shown(page).locator('.console__one').count()).toBe(2);
    expect(await wordsOf(shown(page).locator('.console__side ul'))).not.toContain(elder.name);

    await tell(late, '/events/late-scans', {
      code: codes[0].qrText,
      scannedAtMs: town.bank.chance.nowMs() - MINUTE,
      nonce: 'journeylatescan0001',
    });
    await steward.visit(`/staff/roll/index?id=${occasionId}`);
    await shown(page).getByRole('heading', { name: '待确认 1 人' }).waitFor();
    await steward.picture('roll');
    await shown(page)
      .getByRole('button', { name: new RegExp(`^${elder.name}`) })
      .click();
    await page.getByRole('radio', { name: '签错了人' }).click();
    await steward.picture('roll-undo');
    await page.getByRole('button', { name: '撤回签到' }).click();
    await shown(page).getByText(`${elder.name}的签到撤回了`).waitFor();
    const waiting = shown(page).locator('section', { hasText: '待确认 1 人' });
    await waiting.getByRole('button').first().click();
    await page.getByText('手机说').waitFor();
    await page.getByRole('button', { name: '算，人来过' }).click();
    await shown(page).getByRole('heading', { name: '已签到 2 人' }).waitFor();

    town.letPass(21 * MINUTE);
    await steward.visit(`/staff/console/index?id=${occasionId}`);
    await countOn(page, 2);
    await shown(page).getByRole('button', { name: '结束签到' }).click();
    const sheet = page.getByRole('dialog', { name: '结束签到' });
    await sheet.getByText('按上限算').waitFor();
    await steward.picture('close-sheet');
    await sheet.getByRole('button', { name: '结束签到' }).click();
    await sheet.getByText('2 人，共 2 分').waitFor();
    await steward.picture('close-done');
    await sheet.getByRole('button', { name: '好', exact: true }).click();
    await shown(page).getByRole('heading', { name: '签到结束了' }).waitFor();

    await resident.visit('/passbook/lines/index');
    const line = shown(resident.page).locator('.entry', { hasText: TITLE }).first();
    expect(await wordsOf(line.locator('.entry__amt'))).toBe('+1');
    expect([...steward.troubles, ...resident.troubles, ...late.troubles]).toEqual([]);
    await Promise.all([steward.leave(), resident.leave(), late.leave()]);
  });

  test('where only heads are counted there is no code, and the close asks how many came', async () => {
    const { browser, town } = given();
    const steward = await arrive(browser, town, PHONE);
    await signInBy(steward, '社区干部');
    const times = soon(town.bank.chance.nowMs());
    const { occasionId } = await openOccasion(town, steward, '坝坝电影', {
      countedBy: 'headcount',
      ruleCode: null,
      occasions: [{ ...times, capacity: null, signUp: null, takesWalkIns: true }],
    });
    const { page } = steward;
    await steward.visit(`/staff/console/index?id=${occasionId}`);
    await shown(page).getByRole('heading', { name: '这场不用签到' }).waitFor();
    await shown(page).getByRole('button', { name: '结束签到' }).click();
    const sheet = page.getByRole('dialog', { name: '结束签到' });
    await sheet.getByRole('button', { name: '结束签到' }).click();
    await sheet.getByText('请填到场多少人').waitFor();
    await sheet.getByRole('textbox', { name: '到场多少人' }).fill('35');
    await sheet.getByRole('button', { name: '结束签到' }).click();
    await sheet.getByText('开始以后才能结束签到').waitFor();
    town.letPass(times.startsAtMs - town.bank.chance.nowMs());
    await sheet.getByRole('button', { name: '结束签到' }).click();
    await sheet.getByText('35 人').waitFor();
    await steward.picture('close-heads');
    expect(steward.troubles).toEqual([]);
    await steward.leave();
  });
}
