import { communityPeople } from '@bank/db/schema/community';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Town } from './town.ts';
import { arrive, shown, signInBy, wordsOf } from './visitor.ts';

const PHONE = { width: 390, care: false };
const PIN = '482617';

/** By a one-time code, then by the PIN that was chosen; and what is left when there is no network. */
export function signInJourneys(given: () => { browser: Browser; town: Town }): void {
  test('a one-time code from the clerk opens the door once, and the PIN chosen with it from then on', async () => {
    const { browser, town } = given();
    const [spouse] = await town.bank.reader
      .select()
      .from(communityPeople)
      .where(and(eq(communityPeople.relation, '配偶'), isNotNull(communityPeople.phone)));
    if (!spouse?.phone) throw new Error('the demonstration has no second phone');
    const clerk = await arrive(browser, town, PHONE);
    await signInBy(clerk, '社区干部');
    await clerk.visit(`/staff/household/index?id=${spouse.householdId}`);
    await clerk.page.getByRole('button', { name: new RegExp(`^${spouse.name}`) }).click();
    await clerk.page.getByRole('button', { name: /^给一次性码/ }).click();
    await clerk.page.getByRole('button', { name: '给一个码' }).click();
    const code = await wordsOf(clerk.page.getByRole('img', { name: /^一次性码/ }));
    await clerk.picture('one-time-code');
    expect(clerk.troubles).toEqual([]);
    await clerk.leave();

    const person = await arrive(browser, town, PHONE);
    const { page } = person;
    await person.visit(`/access/sign-in/index?code=${code}`);
    expect(await page.getByLabel('一次性码').inputValue()).toBe(code);
    await page.getByLabel('手机号').fill(spouse.phone);
    await page.getByLabel('您自己定的密码').fill(PIN);
    await page.getByRole('button', { name: '设好密码，登录' }).click();
    await page.waitForURL(/pages\/home/);

    await person.visit('/access/account/index');
    await page.getByRole('button', { name: /^退出登录/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click();
    await shown(page).getByText('登录后看您家的存折').waitFor();

    await person.visit('/access/sign-in/index');
    await page.getByLabel('手机号').fill(spouse.phone);
    await page.getByLabel('密码').fill(PIN);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL(/pages\/home/);
    await person.visit('/pages/me/index');
    await shown(page).getByRole('heading', { name: spouse.name }).waitFor();
    expect(person.troubles).toEqual([]);
    await person.leave();
  });

  test('before signing in the events, the rules, the board and the wall are open', async () => {
    const { browser, town } = given();
    const stranger = await arrive(browser, town, PHONE);
    const { page } = stranger;
    await stranger.visit('/pages/home/index');
    await shown(page).getByText('登录后看您家的存折').waitFor();
    await shown(page).getByText('演示').waitFor();
    for (const [words, title] of [
      ['怎么得分', '积分细则'],
      ['评选', '评选'],
      ['公示板', '公示板'],
      ['荣誉墙', '荣誉墙'],
    ] as const) {
      await shown(page).getByRole('link', { name: words, exact: true }).first().click();
      await shown(page).getByRole('heading', { name: title, exact: true }).first().waitFor();
      expect(await shown(page).getByText('请先登录').count()).toBe(0);
      await page.goBack();
      await shown(page).getByText('登录后看您家的存折').waitFor();
    }
    await stranger.picture('home-stranger');
    await shown(page).getByRole('link', { name: '全部' }).first().click();
    await page.waitForURL(/pages\/events/);
    await shown(page)
      .getByText(/^已报 \d+/)
      .first()
      .waitFor();
    expect(stranger.troubles).toEqual([]);
    await stranger.leave();
  });

  test('who has a post and no home here is led to the work, not to a passbook', async () => {
    const { browser, town } = given();
    const clerk = await arrive(browser, town, PHONE);
    await signInBy(clerk, '社区干部');
    const { page } = clerk;
    await shown(page)
      .getByRole('link', { name: /^工作台/ })
      .waitFor();
    expect(await shown(page).getByText('还没有绑定存折').count()).toBe(0);
    await shown(page)
      .getByRole('link', { name: /^工作台/ })
      .click();
    await shown(page)
      .getByRole('link', { name: /办活动/ })
      .waitFor();
    expect(clerk.troubles).toEqual([]);
    await clerk.leave();
  });

  test('without a network the passbook of the last visit is there, and says from when it is', async () => {
    const { browser, town } = given();
    const resident = await arrive(browser, town, PHONE);
    await signInBy(resident, '居民');
    const { page, context } = resident;
    await resident.visit('/passbook/lines/index');
    const figure = await wordsOf(shown(page).locator('.hero-num'));
    await resident.visit('/pages/home/index');
    await context.setOffline(true);
    await page.getByRole('link', { name: '看存折' }).click();
    await shown(page)
      .getByText(/^没网。显示的是 .+ 的内容$/)
      .waitFor();
    expect(await wordsOf(shown(page).locator('.hero-num'))).toBe(figure);
    await resident.picture('offline-passbook');
    await context.setOffline(false);
    expect(resident.troubles).toEqual([]);
    await resident.leave();
  });
}
