import { dayOf } from '@bank/shared/calendar';
import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { ask, signInAs, tell } from './asking.ts';
import { openOccasion } from './occasion-now.ts';
import { homeWithPhones } from './office-workbook.ts';
import type { Town } from './town.ts';
import { arrive, keepTimeOf, shown, signInBy, type Visitor, wordsOf } from './visitor.ts';

const PHONE = { width: 390, care: false };
const DESK = { width: 1280, care: false };
const TITLE = '邻里包粽子';

/** A neighbour who was given the post of a steward, and so has a home here that earns points. */
async function neighbourWithPost(
  { browser, town }: { browser: Browser; town: Town },
  areaId: string,
): Promise<Visitor> {
  const { people } = await homeWithPhones(town, 8);
  const admin = await arrive(browser, town, DESK);
  await signInBy(admin, '县级管理员');
  await tell(admin, '/access/posts', {
    personId: people[0].id,
    role: 'steward',
    areaId,
    fromOn: dayOf(town.bank.chance.nowMs()),
    toOn: null,
  });
  await admin.leave();
  const neighbour = await arrive(browser, town, PHONE);
  await signInAs(neighbour, people[0].id);
  return neighbour;
}

/** Nobody pays the own home: what a close leaves is for a colleague. */
export function leftAwardJourneys(given: () => { browser: Browser; town: Town }): void {
  test('who closes a session leaves the points of the own home, and a colleague posts them', async () => {
    const { browser, town } = given();
    const colleague = await arrive(browser, town, DESK);
    await signInBy(colleague, '社区干部');
    const { posts } = await ask(colleague, '/access/me');
    const closer = await neighbourWithPost(given(), posts[0].areaId);
    const resident = await arrive(browser, town, PHONE);
    await signInBy(resident, '居民');
    const occasion = await openOccasion(town, colleague, TITLE);
    for (const visitor of [closer, resident]) {
      const code = (await occasion.screen()).qrText;
      await tell(visitor, '/events/check-ins', { code, intent: 'in' });
    }
    town.letPass(Math.max(0, occasion.startsAtMs - town.bank.chance.nowMs()));

    await Promise.all([keepTimeOf(town, closer), keepTimeOf(town, colleague)]);
    const { page } = closer;
    await closer.visit(`/staff/roll/index?id=${occasion.occasionId}`);
    await shown(page).getByRole('button', { name: '结束签到' }).click();
    const sheet = page.getByRole('dialog', { name: '结束签到' });
    await sheet.getByRole('button', { name: '结束签到' }).click();
    await sheet.getByText('您自己家的 1 笔，请别的社区干部在名册里入账').waitFor();
    await sheet.getByText(/^1 人，共 \d+ 分$/).waitFor();
    await closer.picture('close-left');
    await sheet.getByRole('button', { name: '好', exact: true }).click();
    await shown(page).getByRole('button', { name: '替同事入账' }).click();
    await shown(page)
      .getByText(/自己家/)
      .last()
      .waitFor();
    await closer.picture('left-own');

    await colleague.visit('/staff/occasions/index');
    const card = shown(colleague.page).locator('.card', { hasText: TITLE });
    await card.getByText(/待入账 1 笔/).waitFor();
    await card.getByRole('link', { name: '名册' }).click();
    await colleague.page.waitForURL(/staff\/roll/);
    await shown(colleague.page)
      .getByText(/还有 1 笔没入账/)
      .waitFor();
    await colleague.picture('left-awards');
    await shown(colleague.page).getByRole('button', { name: '替同事入账' }).click();
    await shown(colleague.page).getByText('入账了').waitFor();
    await shown(colleague.page)
      .getByText(/^1 人，共 \d+ 分$/)
      .waitFor();
    await colleague.picture('left-posted');

    await closer.visit('/passbook/lines/index');
    const line = shown(page).locator('.entry', { hasText: TITLE }).first();
    expect(await wordsOf(line.locator('.entry__amt'))).toMatch(/^\+\d+$/);
    await colleague.visit(`/staff/roll/index?id=${occasion.occasionId}`);
    await shown(colleague.page).getByText('已签到 2 人').waitFor();
    expect(await colleague.page.getByRole('button', { name: '替同事入账' }).count()).toBe(0);
    expect([...closer.troubles, ...colleague.troubles, ...resident.troubles]).toEqual([]);
    await Promise.all([closer.leave(), colleague.leave(), resident.leave()]);
  });
}
