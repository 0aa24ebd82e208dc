import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { bindCodeMadeBy } from '../bind-code.ts';
import { tell } from './asking.ts';
import { arriveAsSteward, openOccasion } from './occasion-now.ts';
import { homeWithPhones } from './office-workbook.ts';
import { scanFromTab } from './scanning.ts';
import type { Town } from './town.ts';
import { arrive, shown, signInBy, type Visitor } from './visitor.ts';

const PHONE = { width: 390, care: false };

/** Signed in by WeChat for the first time: nobody here yet, and of no home. */
async function comeFromWeChat({ wechat }: Town, visitor: Visitor): Promise<void> {
  const code = wechat.mintLoginCode({ openid: 'phone-of-a-newcomer' });
  await tell(visitor, '/access/wechat-sign-ins', { code });
}

/** At the door without a passbook: what is said, where one is led, and what becomes of the scan. */
export function unboundJourneys(given: () => { browser: Browser; town: Town }): void {
  test('a scan by somebody who is not bound yet waits through the binding, and is checked in then', async () => {
    const { browser, town } = given();
    const { household, people } = await homeWithPhones(town, 9);
    const steward = await arriveAsSteward(browser, town);
    const bindCode = await bindCodeMadeBy(town.bank.chance, async () => {
      await tell(steward, '/community/bind-code-sheets', { householdId: household.id });
    });
    const occasion = await openOccasion(town, steward, '剪窗花');
    const newcomer = await arrive(browser, town, PHONE);
    const { page } = newcomer;
    await comeFromWeChat(town, newcomer);
    const { qrText } = await occasion.screen();
    await newcomer.visit(qrText);
    await shown(page).getByRole('heading', { name: '先绑定存折，再签到' }).waitFor();
    await newcomer.picture('check-in-unbound');
    await page.getByRole('button', { name: '去绑定' }).click();
    await page.waitForURL(/access\/bind/);
    expect(page.url()).not.toContain(qrText.slice(-20));
    await page.getByLabel('绑定码').fill(bindCode);
    await page.getByRole('button', { name: '绑定', exact: true }).click();
    await page.getByText('请填您的姓名，要和户口本一样').waitFor();
    await page.getByLabel('您的姓名').fill('不认识');
    await page.getByLabel('您的姓名').press('Enter');
    await page.getByText(/^绑定码和姓名对不上，还可以试 \d 次/).waitFor();
    await newcomer.picture('bind-refused');
    await page.getByLabel('您的姓名').fill(people[0].name);
    await page.getByLabel('您的姓名').press('Enter');
    await shown(page).getByRole('heading', { name: '签到成功' }).waitFor();
    await newcomer.picture('check-in-after-binding');
    expect((await occasion.lineOf(people[0].name))?.attendance).toMatchObject({
      state: 'present',
      way: 'event-code',
    });
    expect([...newcomer.troubles, ...steward.troubles]).toEqual([]);
    await Promise.all([newcomer.leave(), steward.leave()]);
  });

  test('a post without a home here is told so, and not sent to bind what cannot be bound', async () => {
    const { browser, town } = given();
    const steward = await arriveAsSteward(browser, town);
    const occasion = await openOccasion(town, steward, '包粽子');
    const leader = await arrive(browser, town, PHONE);
    await signInBy(leader, '志愿队长');
    await scanFromTab(leader, (await occasion.screen()).qrText);
    const { page } = leader;
    await shown(page).getByRole('heading', { name: '这个账号没有存折' }).waitFor();
    await leader.picture('check-in-no-home');
    expect(await page.getByRole('button', { name: '去绑定' }).count()).toBe(0);
    await shown(page).getByRole('link', { name: '看活动' }).click();
    await page.waitForURL(/pages\/events/);
    expect([...leader.troubles, ...steward.troubles]).toEqual([]);
    await Promise.all([leader.leave(), steward.leave()]);
  });
}
