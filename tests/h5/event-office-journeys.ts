import { communityHouseholds, communityPeople } from '@bank/db/schema/community';
import { addDays, dayOf, sayClock, startOfDayMs } from '@bank/shared/calendar';
import { eq } from 'drizzle-orm';
import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from './faces.ts';
import type { Town } from './town.ts';
import { arrive, shown, signInBy, type Visitor, wordsOf } from './visitor.ts';

const PHONE = { width: 390, care: false };
const HALL = { width: 1280, care: false };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TITLE = '院坝健康义诊';

/** An hour that begins soon and ends on the day it began, whatever time it is. */
function soon(nowMs: number) {
  const startsAtMs = Math.ceil((nowMs + 20 * MINUTE) / MINUTE) * MINUTE;
  const endsAtMs = startsAtMs + HOUR;
  if (dayOf(endsAtMs) === dayOf(startsAtMs)) return { startsAtMs, endsAtMs };
  const midnightMs = startOfDayMs(addDays(dayOf(nowMs), 1));
  return { startsAtMs: midnightMs + 10 * MINUTE, endsAtMs: midnightMs + 70 * MINUTE };
}

/** Asks the bank with the session of whoever looks at the page. */
async function ask({ context }: Visitor, path: string) {
  return (await context.request.get(`/api${path}`)).json();
}

async function tell({ context }: Visitor, path: string, body: Record<string, unknown>) {
  const requestId = `journey-${crypto.randomUUID()}`;
  const answer = await context.request.post(`/api${path}`, { data: { requestId, ...body } });
  expect([answer.status(), await answer.text()]).toEqual([200, expect.any(String)]);
  return answer.json();
}

/** What a phone's camera reads off the screen. */
async function readCode(page: Page): Promise<string | undefined> {
  const { side, pixels } = await page.locator('.console__qr').evaluate((picture) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 400;
    const pen = canvas.getContext('2d');
    pen?.drawImage(picture as HTMLImageElement, 0, 0, 400, 400);
    return { side: 400, pixels: [...(pen?.getImageData(0, 0, 400, 400).data ?? [])] };
  });
  return jsQR(new Uint8ClampedArray(pixels), side, side)?.data;
}

async function elderOf(town: Town): Promise<{ name: string; householdCode: string }> {
  const [elder] = await town.bank.reader
    .select({ name: communityPeople.name, householdCode: communityHouseholds.code })
    .from(communityPeople)
    .innerJoin(communityHouseholds, eq(communityHouseholds.id, communityPeople.householdId))
    .where(eq(communityPeople.isLoneElder, true));
  if (!elder) throw new Error('the demonstration has no elder');
  return elder;
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

/** An event without the pages; answers the id of its one session. */
async function arrange(
  steward: Visitor,
  event: {
    title: string;
    countedBy: 'check-in' | 'headcount';
    signUp: object | null;
    capacity?: number;
  },
  times: { startsAtMs: number; endsAtMs: number },
): Promise<string> {
  const { title, countedBy, signUp, capacity = null } = event;
  const { posts } = await ask(steward, '/access/me');
  const { occasionIds } = await tell(steward, '/events/arranged', {
    areaId: posts[0].areaId,
    kind: 'culture',
    title,
    place: '3 栋楼下',
    description: '',
    contactName: '网格员',
    contactPhone: '13512345678',
    ruleCode: null,
    countedBy,
    countsHours: false,
    occasions: [{ ...times, capacity, signUp, takesWalkIns: true }],
  });
  return occasionIds[0];
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
export function eventOfficeJourneys(given: () => { browser: Browser; town: Town }): void {
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
    expect(codes.map((code: { digits: string }) => code.digits)).toContain(await digitsOn(page));
    expect(codes.map((code: { qrText: string }) => code.qrText)).toContain(await readCode(page));
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

  test('a session is moved, then called off, and says how many were told', async () => {
    const { browser, town } = given();
    const [steward, resident] = await Promise.all([
      arrive(browser, town, PHONE),
      arrive(browser, town, PHONE),
    ]);
    await signInBy(steward, '社区干部');
    await signInBy(resident, '居民');
    const title = '楼下读书会';
    const startsAtMs = startOfDayMs(addDays(dayOf(town.bank.chance.nowMs()), 4)) + 9 * HOUR;
    const signUp = { opensAtMs: startsAtMs - 300 * HOUR, closesAtMs: startsAtMs };
    const occasionId = await arrange(
      steward,
      { title, countedBy: 'check-in', signUp },
      { startsAtMs, endsAtMs: startsAtMs + HOUR },
    );
    await tell(resident, '/events/sign-ups', { occasionId });
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
    const { browser, town } = given();
    const [steward, resident] = await Promise.all([
      arrive(browser, town, PHONE),
      arrive(browser, town, PHONE),
    ]);
    await signInBy(steward, '社区干部');
    await signInBy(resident, '居民');
    const title = '楼下剪纸课';
    const startsAtMs = startOfDayMs(addDays(dayOf(town.bank.chance.nowMs()), 5)) + 9 * HOUR;
    const signUp = { opensAtMs: startsAtMs - 300 * HOUR, closesAtMs: startsAtMs };
    const occasionId = await arrange(
      steward,
      { title, countedBy: 'check-in', signUp, capacity: 1 },
      { startsAtMs, endsAtMs: startsAtMs + HOUR },
    );
    await tell(resident, '/events/sign-ups', { occasionId });
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

  test('where only heads are counted there is no code, and the close asks how many came', async () => {
    const { browser, town } = given();
    const steward = await arrive(browser, town, PHONE);
    await signInBy(steward, '社区干部');
    const times = soon(town.bank.chance.nowMs());
    const event = { title: '坝坝电影', countedBy: 'headcount', signUp: null } as const;
    const occasionId = await arrange(steward, event, times);
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
}
