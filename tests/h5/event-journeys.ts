import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nameOf } from './asking.ts';
import { arriveAsSteward, openOccasion } from './occasion-now.ts';
import { readQr } from './qr-reading.ts';
import { scan, scanFromTab } from './scanning.ts';
import type { Town } from './town.ts';
import { arrive, shown, signInBy, wordsOf } from './visitor.ts';

const PHONE = { width: 390, care: false };

const heading = (page: Page, name: string | RegExp) => shown(page).getByRole('heading', { name });

/** From signing up to the stamp, and what the page says when something is not right. */
export function eventJourneys(given: () => { browser: Browser; town: Town }): void {
  test('a resident signs up, scans the screen, and has a stamp and points that wait; twice is no mistake', async () => {
    const { browser, town } = given();
    const steward = await arriveAsSteward(browser, town);
    const occasion = await openOccasion(town, steward, '量血压');
    const resident = await arrive(browser, town, PHONE);
    await signInBy(resident, '居民');
    const { page } = resident;
    const name = await nameOf(resident);
    await resident.visit(`/events/detail/index?id=${occasion.eventId}`);
    await shown(page).getByRole('button', { name: '报名' }).click();
    const sheet = page.getByRole('dialog', { name: '给谁报名' });
    await sheet.getByRole('button', { name: '报名' }).first().click();
    await sheet.getByText('已报名').first().waitFor();
    await resident.picture('family-sheet');

    await resident.visit('/pages/events/index');
    await resident.picture('events-today');
    const card = shown(page).locator('.cards .card').filter({ hasText: '量血压' });
    await card.getByRole('link', { name: '签到' }).click();
    await page.getByText('扫屏幕上的码').waitFor();
    await resident.picture('check-in-entry');
    await shown(page).getByRole('button', { name: '扫码' }).click();
    await page.waitForURL(/scan\/camera/);
    await scan(resident, (await occasion.screen()).qrText);

    await heading(page, '签到成功').waitFor();
    await resident.picture('check-in');
    expect(
      await shown(page)
        .getByRole('img', { name: /已签到$/ })
        .count(),
    ).toBe(1);
    expect(await wordsOf(shown(page).locator('.kv').filter({ hasText: '待入账' }))).toMatch(/\+\d/);
    expect(page.url()).not.toContain('E1');
    expect((await occasion.lineOf(name))?.attendance).toMatchObject({
      state: 'present',
      way: 'event-code',
    });

    await scanFromTab(resident, (await occasion.screen()).qrText);
    await heading(page, /^您 \d\d:\d\d 已经签过了$/).waitFor();
    await resident.picture('check-in-again');
    await resident.visit('/passbook/lines/index');
    await shown(page).getByRole('heading', { name: '还没到账' }).waitFor();
    expect([...resident.troubles, ...steward.troubles]).toEqual([]);
    await Promise.all([resident.leave(), steward.leave()]);
  });

  test('a link that any camera read waits through the sign-in, and is in no address', async () => {
    const { browser, town } = given();
    const steward = await arriveAsSteward(browser, town);
    const occasion = await openOccasion(town, steward, '看眼睛');
    const lead = await arrive(browser, town, PHONE);
    const { page } = lead;
    const { qrText } = await occasion.screen();
    await lead.visit(qrText);
    await heading(page, '先登录，再签到').waitFor();
    expect(new URL(page.url()).pathname).toBe('/events/check-in/index');
    await page.getByRole('button', { name: '去登录' }).click();
    await shown(page)
      .getByRole('button', { name: /^联户长 / })
      .click();
    await heading(page, '签到成功').waitFor();
    expect(page.url()).not.toContain(qrText.slice(-20));
    expect(lead.troubles).toEqual([]);
    await Promise.all([lead.leave(), steward.leave()]);
  });

  test('a forged code, an old one, one of another event and wrong figures are told apart in words', async () => {
    const { browser, town } = given();
    const steward = await arriveAsSteward(browser, town);
    const [occasion, other] = [
      await openOccasion(town, steward, '测血糖'),
      await openOccasion(town, steward, '院坝会'),
    ];
    const resident = await arrive(browser, town, PHONE);
    await signInBy(resident, '居民');
    const { page } = resident;
    const { qrText } = await occasion.screen();
    const forged = `${qrText.slice(0, -1)}${qrText.endsWith('0') ? '1' : '0'}`;
    await scanFromTab(resident, forged);
    await shown(page).getByText('这不是我们的签到码，请扫现场屏幕上的码').waitFor();
    await resident.picture('check-in-forged');
    await shown(page).getByRole('button', { name: '再扫一次' }).click();
    await page.waitForURL(/scan\/camera/);
    await scan(resident, await occasion.oldCode());
    await shown(page).getByText('这个码过期了，请扫屏幕上的新码').waitFor();

    await resident.visit(`/events/check-in/index?occasion=${occasion.occasionId}`);
    await shown(page).getByRole('button', { name: '扫码' }).click();
    await page.waitForURL(/scan\/camera/);
    await scan(resident, (await other.screen()).qrText);
    await shown(page)
      .getByText(/这是「院坝会」的码/)
      .waitFor();

    await resident.visit(`/events/check-in/index?occasion=${occasion.occasionId}`);
    const { digits } = await occasion.screen();
    const wrong = digits === '000000' ? '000001' : '000000';
    await page.getByLabel('扫不上，就输屏幕上的六位数字').fill(wrong);
    await page.getByRole('button', { name: '签到', exact: true }).click();
    await shown(page)
      .getByText(/还可以试 4 次/)
      .waitFor();
    await resident.picture('check-in-wrong-digits');
    await page.getByLabel('扫不上，就输屏幕上的六位数字').fill(digits);
    await page.getByRole('button', { name: '签到', exact: true }).click();
    await heading(page, '签到成功').waitFor();
    expect(resident.troubles).toEqual([]);
    await Promise.all([resident.leave(), steward.leave()]);
  });

  test('a scan without a network is kept, is no success, survives a restart and then waits for staff', async () => {
    const { browser, town } = given();
    const steward = await arriveAsSteward(browser, town);
    const occasion = await openOccasion(town, steward, '看牙');
    const resident = await arrive(browser, town, PHONE);
    await signInBy(resident, '居民');
    const { page, context } = resident;
    const name = await nameOf(resident);
    const { qrText, digits } = await occasion.screen();
    await resident.visit('/pages/events/index');
    await context.setOffline(true);
    await shown(page).getByRole('button', { name: '扫码' }).click();
    await scan(resident, digits);
    await shown(page)
      .getByText(/六位数字存不了/)
      .waitFor();
    await page.goBack();
    await shown(page).getByRole('button', { name: '扫码' }).click();
    await scan(resident, qrText);
    await heading(page, '没网，还没有签上').waitFor();
    await shown(page).getByText('1 条签到先存在手机里，有网自动传').waitFor();
    await resident.picture('check-in-kept');
    expect(await page.getByText('签到成功').count()).toBe(0);
    expect((await occasion.lineOf(name))?.attendance ?? null).toBeNull();

    await page.goto('about:blank');
    await context.setOffline(false);
    await resident.visit('/pages/events/index');
    await shown(page).getByText('「看牙」的签到交上去了，等工作人员确认').waitFor();
    await resident.picture('check-in-brought');
    expect((await occasion.lineOf(name))?.attendance).toMatchObject({
      state: 'waiting',
      way: 'late',
    });
    await shown(page).getByRole('button', { name: '知道了' }).click();
    expect(await page.getByText('等工作人员确认').count()).toBe(0);
    expect([...resident.troubles, ...steward.troubles]).toEqual([]);
    await Promise.all([resident.leave(), steward.leave()]);
  });

  test("a neighbour who takes over the phone neither sees nor sends the last person's scan", async () => {
    const { browser, town } = given();
    const steward = await arriveAsSteward(browser, town);
    const occasion = await openOccasion(town, steward, '讲健康');
    const phone = await arrive(browser, town, PHONE);
    await signInBy(phone, '居民');
    const { page, context } = phone;
    const name = await nameOf(phone);
    const { qrText } = await occasion.screen();
    await phone.visit('/pages/events/index');
    await context.setOffline(true);
    await shown(page).getByRole('button', { name: '扫码' }).click();
    await scan(phone, qrText);
    await heading(page, '没网，还没有签上').waitFor();
    await page.goto('about:blank');
    // The last person's session ends without their scan having gone out.
    await context.clearCookies();
    await context.setOffline(false);
    await signInBy(phone, '联户长');
    const neighbour = await nameOf(phone);
    await phone.visit('/pages/events/index');
    expect(await page.getByText(/先存在手机里/).count()).toBe(0);
    expect((await occasion.lineOf(neighbour))?.attendance ?? null).toBeNull();
    await signInBy(phone, '居民');
    await phone.visit('/pages/events/index');
    await shown(page).getByText('「讲健康」的签到交上去了，等工作人员确认').waitFor();
    expect((await occasion.lineOf(name))?.attendance).toMatchObject({ state: 'waiting' });
    expect(phone.troubles).toEqual([]);
    await Promise.all([phone.leave(), steward.leave()]);
  });

  test('my code is a token that a camera reads, and without a network the passbook number stays', async () => {
    const { browser, town } = given();
    const resident = await arrive(browser, town, PHONE);
    await signInBy(resident, '居民');
    const { page, context } = resident;
    await page.clock.install();
    await resident.visit('/events/my-code/index');
    const picture = shown(page).getByRole('img', { name: '我的码' });
    await picture.waitFor();
    await resident.picture('my-code');
    expect(await readQr(picture)).toMatch(/^P1[0-9A-HJKMNP-TV-Z]{30}$/);
    const { person } = await (await context.request.get('/api/access/me')).json();
    const number = shown(page).locator('.my-code__number');
    expect(await wordsOf(number)).toBe(person.household.code);

    // Three minutes on, every code that had been handed out has ended.
    await context.setOffline(true);
    await page.clock.fastForward(3 * 60_000);
    await shown(page).getByText('没网，出不了码').waitFor();
    expect(await picture.count()).toBe(0);
    expect(await wordsOf(number)).toBe(person.household.code);
    await resident.picture('my-code-offline');
    await context.setOffline(false);
    await picture.waitFor();
    expect(resident.troubles).toEqual([]);
    await resident.leave();
  });
}
