import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from './faces.ts';
import type { Town } from './town.ts';
import { arrive, shown, signInBy, type Visitor, wordsOf } from './visitor.ts';

const PHONE = { width: 390, care: false };
const HALL = { width: 1280, care: false };

async function volunteerAndLeader({
  browser,
  town,
}: {
  browser: Browser;
  town: Town;
}): Promise<[Visitor, Visitor]> {
  const volunteer = await arrive(browser, town, PHONE);
  await signInBy(volunteer, '联户长');
  const leader = await arrive(browser, town, PHONE);
  await signInBy(leader, '志愿队长');
  return [volunteer, leader];
}

/** 记一次服务, as far as it waits for the team leader. */
async function logService(
  visitor: Visitor,
  log: { day: string; from: string; until: string; words: string },
): Promise<void> {
  const { page } = visitor;
  await visitor.visit('/volunteering/hours/index');
  await page.getByRole('button', { name: '记一次服务' }).click();
  const sheet = page.getByRole('dialog', { name: '记一次服务' });
  await sheet.getByRole('radio', { name: log.day }).click();
  await sheet.getByLabel('几点开始').fill(log.from);
  await sheet.getByLabel('几点结束').fill(log.until);
  await sheet.getByLabel('做了什么').fill(log.words);
  await sheet.getByRole('button', { name: '记上，等认定' }).click();
  await shown(page)
    .getByText(/^记好了/)
    .waitFor();
}

/** Time that people gave by themselves: logged, taken back, returned, confirmed. */
export function serviceJourneys(given: () => { browser: Browser; town: Town }): void {
  test('service of one’s own is logged, confirmed, and stands in hours and in points', async () => {
    const { browser, town } = given();
    const [resident, leader] = await Promise.all([
      arrive(browser, town, PHONE),
      arrive(browser, town, HALL),
    ]);
    await signInBy(resident, '居民');
    await signInBy(leader, '社区干部');
    const { page } = resident;
    await resident.visit('/volunteering/hours/index');
    await page.getByRole('button', { name: '记一次服务' }).click();
    const sheet = page.getByRole('dialog', { name: '记一次服务' });
    await sheet.getByRole('radio', { name: '昨天' }).click();
    await sheet.getByLabel('几点开始').fill('9点');
    await sheet.getByLabel('几点结束').fill('9:20');
    await sheet.getByLabel('做了什么').fill('给楼下的老人送饭、打扫');
    await sheet.getByRole('button', { name: '记上，等认定' }).click();
    await sheet.getByText('不满 30 分钟的不计时长').waitFor();
    await sheet.getByLabel('几点结束').fill('11:00');
    await resident.picture('log-service');
    await sheet.getByRole('button', { name: '记上，等认定' }).click();
    await shown(page).getByText('记好了 2 小时，等志愿队长认定').waitFor();
    await shown(page).getByText('等认定', { exact: true }).waitFor();

    await leader.visit('/staff/services/index');
    await shown(leader.page).getByText('给楼下的老人送饭、打扫').waitFor();
    await leader.picture('services');
    const waiting = shown(leader.page).locator('.card', { hasText: '给楼下的老人送饭、打扫' });
    await waiting.getByRole('button', { name: '认定' }).click();
    await shown(leader.page)
      .getByText(/记上 2 小时，\+4 分/)
      .waitFor();
    await waiting.waitFor({ state: 'detached' });

    await resident.visit('/volunteering/hours/index');
    // Two of today, and two that the demonstration had confirmed before.
    expect(await wordsOf(shown(page).locator('.hero-num'))).toBe('4');
    await resident.picture('hours');
    await resident.visit('/passbook/lines/index');
    const line = shown(page).locator('.entry', { hasText: '志愿服务：助老' }).first();
    expect(await wordsOf(line.locator('.entry__amt'))).toBe('+4');
    expect([...resident.troubles, ...leader.troubles]).toEqual([]);
    await Promise.all([resident.leave(), leader.leave()]);
  });

  test('service that was returned says why, is put right from what was written, and is confirmed', async () => {
    const [volunteer, leader] = await volunteerAndLeader(given());
    await logService(volunteer, {
      day: '前天',
      from: '13:00',
      until: '17:00',
      words: '陪老人看病',
    });
    await leader.visit('/staff/services/index');
    const waiting = shown(leader.page).locator('.card', { hasText: '陪老人看病' });
    await waiting.getByRole('button', { name: '退回' }).click();
    const returning = leader.page.getByRole('dialog', { name: '退回这一次' });
    await returning.getByRole('button', { name: '先选一个原因' }).waitFor();
    await returning.getByRole('radio', { name: /^时间对不上/ }).click();
    await leader.picture('return-service');
    await leader.page.setViewportSize({ width: 320, height: 844 });
    expect(await faultsOf(leader.page)).toEqual([]);
    await leader.picture('return-service-320');
    await leader.page.setViewportSize({ width: PHONE.width, height: 844 });
    await returning.getByRole('button', { name: '退回', exact: true }).click();
    await shown(leader.page)
      .getByText(/^退回给.+了，原因也发过去了$/)
      .waitFor();
    await waiting.waitFor({ state: 'detached' });

    const { page } = volunteer;
    await volunteer.visit('/notices/inbox/index');
    await shown(page).getByText('志愿时长退回了').click();
    await page.waitForURL(/volunteering\/hours/);
    const line = shown(page).getByRole('button', { name: /没通过/ });
    await line.getByText('时间对不上，请改好再报').waitFor();
    await volunteer.picture('returned-service');
    await line.click();
    const sheet = page.getByRole('dialog', { name: '改好再记' });
    await sheet.getByText('上次没通过：时间对不上，请改好再报').waitFor();
    expect(await sheet.getByLabel('几点开始').inputValue()).toBe('13:00');
    await sheet.getByLabel('几点结束').fill('15:00');
    await sheet.getByLabel('做了什么').fill('陪老人看病，三点回来');
    await volunteer.picture('mend-service');
    await sheet.getByRole('button', { name: '记上，等认定' }).click();
    await shown(page).getByText('记好了 2 小时，等志愿队长认定').waitFor();

    await leader.visit('/staff/services/index');
    const mended = shown(leader.page).locator('.card', { hasText: '陪老人看病，三点回来' });
    await mended.getByRole('button', { name: '认定' }).click();
    await shown(leader.page)
      .getByText(/记上 2 小时/)
      .waitFor();
    await volunteer.visit('/volunteering/hours/index');
    expect(await wordsOf(shown(page).locator('.hero-num'))).toBe('2');
    expect([...volunteer.troubles, ...leader.troubles]).toEqual([]);
    await Promise.all([volunteer.leave(), leader.leave()]);
  });

  test('service that was logged by mistake is taken back before anybody decides, and its time is free again', async () => {
    const [volunteer, leader] = await volunteerAndLeader(given());
    const wrong = { day: '昨天', from: '14:00', until: '16:00', words: '打扫三楼的楼道' };
    await logService(volunteer, wrong);
    const { page } = volunteer;
    await shown(page)
      .getByRole('button', { name: /14:00–16:00 等认定/ })
      .click();
    const sheet = page.getByRole('dialog', { name: '这次记错了' });
    await sheet.getByText(/14:00–16:00，2 小时/).waitFor();
    await volunteer.picture('withdraw-service');
    await sheet.getByRole('button', { name: '撤回这一次' }).click();
    await shown(page).getByText('撤回了，可以重新记').waitFor();
    await shown(page)
      .getByText(/14:00–16:00/)
      .waitFor({ state: 'detached' });
    await leader.visit('/staff/services/index');
    expect(await shown(leader.page).getByText(wrong.words).count()).toBe(0);
    await logService(volunteer, { ...wrong, words: '打扫五楼的楼道' });
    expect([...volunteer.troubles, ...leader.troubles]).toEqual([]);
    await Promise.all([volunteer.leave(), leader.leave()]);
  });
}
