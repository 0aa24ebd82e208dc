import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { nameOf } from './asking.ts';
import { arriveAsSteward, openOccasion } from './occasion-now.ts';
import { scanFromTab } from './scanning.ts';
import type { Town } from './town.ts';
import { arrive, keepTimeOf, shown, signInBy, wordsOf } from './visitor.ts';

const PHONE = { width: 390, care: false };
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** What the demonstration's rulebook gives for an hour of service (JF01). */
const POINTS_AN_HOUR = 2;

/** 1 小时, 45 分钟: as this town's hour is said, which is shorter just before midnight. */
const sayStay = (ms: number) => (ms === HOUR_MS ? '1 小时' : `${Math.floor(ms / MINUTE_MS)} 分钟`);

/** Going home: by a second scan of the same screen, where time counts. */
export function leavingJourneys(given: () => { browser: Browser; town: Town }): void {
  test('a volunteer leaves by a second scan: not at once, then asked once, and the time of the event counts', async () => {
    const { browser, town } = given();
    const steward = await arriveAsSteward(browser, town);
    const occasion = await openOccasion(town, steward, '清扫花坛', {
      kind: 'volunteering',
      ruleCode: 'JF01',
      countsHours: true,
    });
    const { startsAtMs, endsAtMs } = occasion;
    const stayedMs = endsAtMs - startsAtMs;
    const volunteer = await arrive(browser, town, PHONE);
    const { page } = volunteer;
    await keepTimeOf(town, volunteer);
    const pass = async (ms: number) => {
      town.letPass(ms);
      await page.clock.fastForward(ms);
    };
    const heading = (name: string | RegExp) => shown(page).getByRole('heading', { name });
    const fact = (words: string) => wordsOf(shown(page).locator('.kv').filter({ hasText: words }));
    await signInBy(volunteer, '居民');
    const name = await nameOf(volunteer);
    await scanFromTab(volunteer, (await occasion.screen()).qrText);
    await heading('签到成功').waitFor();
    await shown(page).getByText('走的时候再扫一次，才算完成').waitFor();
    expect(await fact('计时长')).toContain('签退时算好');
    await volunteer.picture('volunteer-in');

    await pass(5 * MINUTE_MS);
    await scanFromTab(volunteer, (await occasion.screen()).qrText);
    await heading(/已经签过了$/).waitFor();
    await shown(page)
      .getByText(/签到满 10 分钟才能签退/)
      .waitFor();
    expect(await page.getByRole('button', { name: '走了，签退' }).count()).toBe(0);

    await pass(endsAtMs - town.bank.chance.nowMs() + MINUTE_MS);
    // Whoever closes now is told first, and led to where it can be mended.
    await keepTimeOf(town, steward);
    await steward.visit(`/staff/roll/index?id=${occasion.occasionId}`);
    await shown(steward.page).getByRole('button', { name: '结束签到' }).click();
    const sheet = steward.page.getByRole('dialog', { name: '结束签到' });
    await sheet.getByText(/^还有 1 人没签退，不算时长也不得分/).waitFor();
    await sheet.getByRole('link', { name: '去名册签退' }).waitFor();
    await steward.picture('close-some-still-in');

    await scanFromTab(volunteer, (await occasion.screen()).qrText);
    await shown(page).getByText('走了，签退吗').waitFor();
    await volunteer.picture('volunteer-leaving');
    await shown(page).getByRole('button', { name: '走了，签退' }).click();
    await heading('签退成功').waitFor();
    await volunteer.picture('volunteer-out');
    expect(await fact('计时长')).toContain(sayStay(stayedMs));
    const points = Math.floor(stayedMs / HOUR_MS) * POINTS_AN_HOUR;
    if (points > 0) expect(await fact('待入账')).toContain(`+${points}`);
    const line = await occasion.lineOf(name);
    expect(line?.attendance).toMatchObject({
      state: 'present',
      outAtMs: expect.any(Number),
      serviceMinutes: Math.floor(stayedMs / MINUTE_MS),
    });

    await scanFromTab(volunteer, (await occasion.screen()).qrText);
    await heading(/^您 \d\d:\d\d 已经签退了$/).waitFor();
    await volunteer.visit('/volunteering/hours/index');
    const row = shown(page).locator('.row', { hasText: '清扫花坛' });
    expect(await wordsOf(row)).toContain('活动结束后记上');
    await volunteer.picture('hours-after-leaving');
    expect([...volunteer.troubles, ...steward.troubles]).toEqual([]);
    await Promise.all([volunteer.leave(), steward.leave()]);
  });
}
