import { passbookAccount } from '@bank/api/ledger/account';
import { FindOrder, HandOver } from '@bank/shared/contracts/redemption';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { printedBindCode } from '../bind-code.ts';
import { foundWorld, givePoints, RAN, SITE, STAFF, stockShelf, TIAN } from '../world.ts';
import type { WeappDriver } from './driver';
import { bindBy, type LivingBank, openLivingBank, signInByWeChat } from './living-bank';

let living: LivingBank;

beforeEach(async () => {
  living = await openLivingBank();
  await foundWorld(living.bank);
  await givePoints(living.bank, TIAN, 100);
  await stockShelf(living.bank, { name: '茶油', price: 60, stock: 1 });
});
afterEach(() => living.close());

const pointsOf = (householdId: string) => living.bank.balance(passbookAccount(householdId).id);

async function comeHome(): Promise<WeappDriver> {
  const phone = await living.launchAs('tian-phone', { path: 'access/sign-in/index' });
  await signInByWeChat(phone);
  await bindBy(phone, await printedBindCode(living.bank, TIAN), '田秀英');
  await phone.waitFor('田秀英 家');
  return phone;
}

/** Through the shelf to the sheet that asks once more. */
async function askForOil(phone: WeappDriver): Promise<void> {
  await phone.tap({ text: '储蓄所', within: '.tabbar' });
  await phone.waitFor('茶油');
  await phone.tap('.goods__i');
  await phone.waitFor('可以兑换');
  await phone.tap({ text: '兑换', within: '.footbar .btn' });
  await phone.waitFor('确认兑换');
}

/** Past the sheet too, to the order and its code. */
async function redeemOil(phone: WeappDriver): Promise<void> {
  await askForOil(phone);
  await phone.waitFor('还剩');
  expect(phone.texts('.sheet .num').join(' ')).toContain('40');
  await phone.tap({ text: '确认兑换', within: '.sheet .btn' });
  await phone.waitFor(() => phone.pageStack().at(-1) === 'redemption/order/index');
  await phone.waitFor(() => phone.count('.code') > 0);
}

const digitsOn = (phone: WeappDriver) => phone.text('.code').replace(/\D/g, '');

test('a family joins by WeChat and paper, redeems, is handed the goods, and reads it in the passbook', async () => {
  const phone = await comeHome();
  expect(phone.text('.hero-num')).toBe('100');
  await redeemOil(phone);
  expect(digitsOn(phone)).toMatch(/^\d{6}$/);

  const found = await living.bank.call(STAFF.teller, FindOrder, {
    requestId: living.bank.requestId(),
    branchId: SITE.branch,
    code: digitsOn(phone),
  });
  if (!('body' in found)) throw new Error(JSON.stringify(found));
  const handed = await living.bank.call(STAFF.teller, HandOver, {
    requestId: living.bank.requestId(),
    orderId: found.body.found?.order.id ?? '',
  });
  expect(handed.status).toBe(200);

  await phone.back();
  await phone.back();
  await phone.tap({ text: '首页', within: '.tabbar' });
  await phone.waitFor('看存折');
  await phone.tap({ text: '看存折' });
  await phone.waitFor(() => phone.count('.entry') > 0);
  expect(phone.texts('.entry')[0]).toMatch(/茶油.*−60.*40/);
});

test('two phones want the last one: the second is told so, and keeps its points', async () => {
  const phone = await comeHome();
  await askForOil(phone);
  await givePoints(living.bank, RAN, 100);
  const other = await living.launchAs('ran-phone', { path: 'access/sign-in/index' });
  await signInByWeChat(other);
  await bindBy(other, await printedBindCode(living.bank, RAN), '冉光华');
  await redeemOil(other);

  await phone.tap({ text: '确认兑换', within: '.sheet .btn' });
  await phone.waitFor('兑完');
  expect(await pointsOf(TIAN)).toBe(100);
});

test('an answer that was lost is asked for again with the same id, and pays once', async () => {
  const phone = await comeHome();
  await askForOil(phone);
  phone.loseNextAnswer();
  await phone.tap({ text: '确认兑换', within: '.sheet .btn' });
  await phone.waitFor(() => phone.pageStack().at(-1) === 'redemption/order/index');
  const asked = phone.requests.filter(({ path }) => path === '/api/redemption/orders');
  const ids = asked.filter(({ body }) => body).map(({ body }) => JSON.parse(body ?? '').requestId);
  expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  expect(await pointsOf(TIAN)).toBe(40);
});

test('an answer lost as the signal goes is asked for with the same id when it comes back', async () => {
  const phone = await comeHome();
  await askForOil(phone);
  phone.loseNextAnswer();
  await phone.tap({ text: '确认兑换', within: '.sheet .btn' });
  await phone.goOffline(true);
  await phone.waitFor('还不知道办成没有', 10_000);
  await phone.tap({ text: '确认兑换', within: '.sheet .btn' });
  await phone.waitFor('正在提交');
  await phone.waitFor('还不知道办成没有', 10_000);
  await phone.goOffline(false);
  await phone.tap({ text: '确认兑换', within: '.sheet .btn' });
  await phone.waitFor(() => phone.pageStack().at(-1) === 'redemption/order/index', 10_000);
  const ids = phone.requests
    .filter(({ path, body }) => path === '/api/redemption/orders' && body)
    .map(({ body }) => JSON.parse(body ?? '').requestId);
  expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  expect(await pointsOf(TIAN)).toBe(40);
});
