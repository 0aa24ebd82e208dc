import { CloseOccasion, DecideLateScan, ReadRoll } from '@bank/shared/contracts/events-staff';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  arrange,
  codeOnScreen,
  foundProgramme,
  HOUR_MS,
  MINUTE_MS,
} from '../api/occasion-world.ts';
import { OPENING_MS } from '../bank.ts';
import { printedBindCode } from '../bind-code.ts';
import { STAFF, TIAN } from '../world.ts';
import type { WeappDriver } from './driver';
import { bindBy, type LivingBank, openLivingBank, signInByWeChat } from './living-bank';

const STARTS_MS = OPENING_MS + 30 * MINUTE_MS;
const AT_NINE = { startsAtMs: STARTS_MS, endsAtMs: STARTS_MS + 2 * HOUR_MS } as const;
let living: LivingBank;
/** What WeChat's scanner reads next. */
let inView = '';

beforeEach(async () => {
  living = await openLivingBank();
  await foundProgramme(living.bank);
});
afterEach(() => living.close());

async function comeHome(): Promise<WeappDriver> {
  const phone = await living.launchAs('tian-phone', {
    path: 'access/sign-in/index',
    mocks: { scanCode: () => ({ result: inView, scanType: 'QR_CODE' }) },
  });
  await signInByWeChat(phone);
  await bindBy(phone, await printedBindCode(living.bank, TIAN), '田秀英');
  await phone.waitFor('田秀英 家');
  return phone;
}

async function scan(phone: WeappDriver, text: string): Promise<void> {
  inView = text;
  await phone.tap({ text: '扫码', within: '.tabbar' });
  await phone.waitFor(() => phone.pageStack().at(-1) === 'events/check-in/index');
}

const close = (occasionId: string) =>
  living.bank.call(STAFF.steward, CloseOccasion, {
    requestId: living.bank.requestId(),
    occasionId,
  });

test('a scan checks in once, a second says so, and the points stand in the passbook after the close', async () => {
  const { occasionId } = await arrange(living.bank, {}, AT_NINE);
  const phone = await comeHome();
  await scan(phone, await codeOnScreen(living.bank, occasionId));
  await phone.waitFor('已签到');
  await phone.waitFor('待入账');
  expect(phone.text()).toContain('+2');
  await phone.back();

  living.bank.pass(MINUTE_MS);
  await scan(phone, await codeOnScreen(living.bank, occasionId));
  await phone.waitFor('已经签过了');
  await phone.back();
  await phone.tap({ text: '看存折' });
  await phone.waitFor('还没到账');
  expect(phone.text()).toContain('+2');
  await phone.back();

  living.bank.pass(3 * HOUR_MS);
  expect(await close(occasionId)).toMatchObject({ body: { postedCount: 1, postedPoints: 2 } });
  await phone.tap({ text: '看存折' });
  await phone.waitFor(() => !phone.text().includes('还没到账') && phone.count('.entry') > 0);
  expect(phone.texts('.entry')[0]).toMatch(/清洁家园志愿服务.*\+2.*2/);
});

test('a stale code and a stranger’s code each get their own sentence, and nothing is recorded', async () => {
  const { occasionId } = await arrange(living.bank, {}, AT_NINE);
  const phone = await comeHome();
  const old = await codeOnScreen(living.bank, occasionId);
  living.bank.pass(5 * MINUTE_MS);
  await scan(phone, old);
  await phone.waitFor('这个码过期了，请扫屏幕上的新码');
  await phone.back();

  const fresh = await codeOnScreen(living.bank, occasionId);
  const forged = `${fresh.slice(0, -1)}${fresh.endsWith('A') ? 'B' : 'A'}`;
  await scan(phone, forged);
  await phone.waitFor('这不是我们的签到码');
  const roll = await living.bank.call(STAFF.steward, ReadRoll, { occasionId });
  expect(roll).toMatchObject({ body: { lines: [] } });
});

test('who stays is asked at the second scan whether to leave, and the minutes are counted', async () => {
  const { occasionId } = await arrange(
    living.bank,
    { ruleCode: 'JF01', countsHours: true },
    AT_NINE,
  );
  const phone = await comeHome();
  await scan(phone, await codeOnScreen(living.bank, occasionId));
  await phone.waitFor('已签到');
  await phone.back();
  living.bank.pass(2 * HOUR_MS);
  await scan(phone, await codeOnScreen(living.bank, occasionId));
  await phone.waitFor('走了，签退');
  await phone.tap({ text: '走了，签退', within: '.btn' });
  await phone.waitFor('已签退');
  // In at nine, begun at half past, out at eleven: an hour and a half.
  await phone.waitFor('1 小时 30 分');
});

test('a scan without signal is kept, does not look like a success, and waits for staff to decide', async () => {
  const { occasionId } = await arrange(living.bank, {}, AT_NINE);
  const phone = await comeHome();
  const code = await codeOnScreen(living.bank, occasionId);
  await phone.goOffline(true);
  await scan(phone, code);
  await phone.waitFor('没网，还没有签上');
  expect(phone.text()).not.toContain('已签到');
  living.bank.pass(20 * MINUTE_MS);
  await phone.goOffline(false);
  await phone.waitFor('等工作人员确认');

  const sent = phone.requests.filter(({ path }) => path === '/api/events/late-scans');
  await phone.waitFor(() => sent.every(({ status }) => status === 200));
  expect(sent.length).toBe(1);
  const roll = await living.bank.call(STAFF.steward, ReadRoll, { occasionId });
  expect(roll).toMatchObject({ body: { lines: [{ attendance: { state: 'waiting' } }] } });
  const decided = await living.bank.call(STAFF.steward, DecideLateScan, {
    requestId: living.bank.requestId(),
    occasionId,
    personId: 'person_tian',
    isAccepted: true,
  });
  expect(decided).toMatchObject({ body: { state: 'present' } });
});
