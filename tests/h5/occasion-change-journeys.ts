import { addDays, dayOf, startOfDayMs } from '@bank/shared/calendar';
import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { nameOf, tell } from './asking.ts';
import { elderOf } from './elder.ts';
import { faultsOf } from './faces.ts';
import { hoursFrom, openOccasion } from './occasion-now.ts';
import { scanFromTab } from './scanning.ts';
import type { Town } from './town.ts';
import { arrive, shown, signInBy } from './visitor.ts';

const PHONE = { width: 390, care: false };
const HOUR = 3_600_000;

/** A session some days from now that a resident has signed up for, and who arranged it. */
async function plannedSession(
  { browser, town }: { browser: Browser; town: Town },
  title: string,
  { inDays, capacity }: { inDays: number; capacity: number | null },
) {
  const steward = await arrive(browser, town, PHONE);
  await signInBy(steward, '社区干部');
  const resident = await arrive(browser, town, PHONE);
  await signInBy(resident, '居民');
  const startsAtMs = startOfDayMs(addDays(dayOf(town.bank.chance.nowMs()), inDays)) + 9 * HOUR;
  const signUp = { opensAtMs: startsAtMs - 300 * HOUR, closesAtMs: startsAtMs };
  const { occasionId } = await openOccasion(town, steward, title, {
    occasions: [{ startsAtMs, endsAtMs: startsAtMs + HOUR, capacity, signUp, takesWalkIns: true }],
  });
  await tell(resident, '/events/sign-ups', { occasionId });
  return { steward, resident, occasionId };
}

/** What a steward changes of a session before its day and on it, and who hears of it. */
export function occasionChangeJourneys(given: () => { browser: Browser; town: Town }): void {
  test('a session is moved, then called off, and says how many were told', async () => {
    const title = '楼下读书会';
    const { steward, resident } = await plannedSession(given(), title, {
      inDays: 4,
      capacity: null,
    });
    const { page } = steward;
    await steward.visit('/staff/occasions/index');
    const card = shown(page).locator('.card', { hasText: title });
    await card.getByRole('button', { name: '改时间地点' }).click();
    await page.getByRole('dialog').getByLabel('在哪里办').fill('5 栋楼下集合');
    await steward.picture('change-occasion');
    await page.getByRole('button', { name: '改好，告诉大家' }).click();
    await shown(page).getByText('改好了，消息发给了 1 人').waitFor();
    await card.getByText('5 栋楼下集合').waitFor();
    await card.getByRole('button', { name: '不办了' }).click();
    await page.getByRole('radio', { name: '天气不好' }).click();
    await page.getByRole('button', { name: '不办了，告诉大家' }).click();
    await shown(page).getByText('这场不办了，消息发给了 1 人').waitFor();
    await resident.visit('/notices/inbox/index');
    await shown(resident.page).getByText('活动不办了').waitFor();
    expect([...steward.troubles, ...resident.troubles]).toEqual([]);
    await Promise.all([steward.leave(), resident.leave()]);
  });

  test('an elder without a phone waits in line by number, a seat is added, and the place is given back', async () => {
    const { town } = given();
    const title = '楼下剪纸课';
    const { steward, resident, occasionId } = await plannedSession(given(), title, {
      inDays: 5,
      capacity: 1,
    });
    const { page } = steward;
    const elder = await elderOf(town);
    await steward.visit(`/staff/roll/index?id=${occasionId}`);
    await shown(page).getByRole('button', { name: '报存折号替人报名' }).click();
    const sheet = page.getByRole('dialog', { name: '替人报名' });
    await sheet.getByRole('textbox', { name: '存折号' }).fill('?');
    await sheet.getByRole('button', { name: '找这一户' }).click();
    await sheet.getByText('存折号是数字和字母').waitFor();
    await sheet.getByRole('textbox', { name: '存折号' }).fill(elder.householdCode);
    await sheet.getByRole('button', { name: '找这一户' }).click();
    const row = sheet.getByRole('button', { name: new RegExp(elder.name) });
    await row.waitFor();
    await steward.picture('roll-sign-up');
    await page.setViewportSize({ width: 320, height: 844 });
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: PHONE.width, height: 844 });
    await row.click();
    await shown(page).getByText(`${elder.name}排在候补第 1 位`).waitFor();
    await steward.picture('roll-with-line');

    await steward.visit('/staff/occasions/index');
    const card = shown(page).locator('.card', { hasText: title });
    await card.getByRole('button', { name: '改时间地点' }).click();
    const change = page.getByRole('dialog', { name: '改时间地点' });
    await change.getByLabel('名额').fill('很多');
    await change.getByRole('button', { name: '改好，告诉大家' }).click();
    await change.getByText('名额填数字').waitFor();
    await change.getByLabel('名额').fill('2');
    await steward.picture('change-seats');
    await change.getByRole('button', { name: '改好，告诉大家' }).click();
    await shown(page).getByText('改好了，消息发给了 1 人').waitFor();

    await steward.visit(`/staff/roll/index?id=${occasionId}`);
    await shown(page)
      .getByRole('button', { name: new RegExp(`^${elder.name}`) })
      .click();
    await page.getByRole('button', { name: '替人取消报名' }).click();
    await page.getByText('名额让给排在后面的人').waitFor();
    await steward.picture('roll-give-up');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '取消报名，让出名额' }).click();
    await shown(page).getByText(`${elder.name}的报名取消了`).waitFor();
    expect([...steward.troubles, ...resident.troubles]).toEqual([]);
    await Promise.all([steward.leave(), resident.leave()]);
  });

  test('a full session takes more seats after somebody came, and says why time and place stay', async () => {
    const { browser, town } = given();
    const [steward, resident, late] = await Promise.all([
      arrive(browser, town, PHONE),
      arrive(browser, town, PHONE),
      arrive(browser, town, PHONE),
    ]);
    await signInBy(steward, '社区干部');
    await signInBy(resident, '居民');
    await signInBy(late, '联户长');
    const nowMs = town.bank.chance.nowMs();
    const hours = hoursFrom(nowMs);
    const signUp = { opensAtMs: nowMs - HOUR, closesAtMs: hours.startsAtMs };
    const occasion = await openOccasion(town, steward, '磨刀补锅', {
      occasions: [{ ...hours, capacity: 1, signUp, takesWalkIns: true }],
    });
    await tell(resident, '/events/check-ins', {
      code: (await occasion.screen()).qrText,
      intent: 'in',
    });
    await scanFromTab(late, (await occasion.screen()).qrText);
    await shown(late.page).getByText('看活动').first().waitFor();
    await late.picture('check-in-full');
    expect(await occasion.lineOf(await nameOf(late))).toBeUndefined();

    const { page } = steward;
    await steward.visit('/staff/occasions/index');
    const card = shown(page).locator('.card', { hasText: '磨刀补锅' });
    expect(await card.getByRole('button', { name: '改时间地点' }).count()).toBe(0);
    expect(await card.getByRole('button', { name: '不办了' }).count()).toBe(0);
    await card.getByRole('button', { name: '改名额' }).click();
    const sheet = page.getByRole('dialog', { name: '改名额' });
    await sheet.getByText('已经有 1 人签到，时间和地点不能再改').waitFor();
    await sheet.getByText('社区文化广场').waitFor();
    expect(await sheet.getByLabel('在哪里办').count()).toBe(0);
    await steward.picture('change-seats-alone');
    await page.setViewportSize({ width: 320, height: 844 });
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: PHONE.width, height: 844 });
    await sheet.getByLabel('名额').fill('2');
    await sheet.getByRole('button', { name: '改好名额' }).click();
    await shown(page).getByText('改好了').waitFor();
    await card.getByText('名额 1 / 2').waitFor();

    await scanFromTab(late, (await occasion.screen()).qrText);
    await shown(late.page).getByRole('heading', { name: '签到成功' }).waitFor();
    expect([...steward.troubles, ...resident.troubles, ...late.troubles]).toEqual([]);
    await Promise.all([steward.leave(), resident.leave(), late.leave()]);
  });
}
