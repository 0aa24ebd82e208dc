import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { weappDist } from './build-under-test';
import { launchWeapp, type WeappDriver } from './driver';
import { openSignedOutBank, type SignedOutBank } from './signed-out-bank';

let bank: SignedOutBank;
let weapp: WeappDriver;

beforeAll(async () => {
  bank = await openSignedOutBank();
});
afterEach(() => {
  weapp.close();
  expect(weapp.problems()).toEqual([]);
});
afterAll(() => bank.close());

async function launchBinding(query: Record<string, string> = {}): Promise<void> {
  weapp = await launchWeapp({
    dist: weappDist(),
    apiBase: bank.url,
    path: 'access/bind/index',
    query,
  });
  await weapp.waitFor('绑定码');
}

const sentChanges = () => weapp.requests.filter((request) => request.method !== 'GET');

test('a mistyped bind code is told from a wrong one on the phone, and nothing is sent', async () => {
  await launchBinding();
  await weapp.input({ label: '绑定码' }, '7G3XK-9Q2MB');
  await weapp.input({ label: '您的姓名' }, '田秀英');
  await weapp.tap({ text: '绑定', within: '.btn' });
  await weapp.waitFor('对不上');
  expect(sentChanges()).toEqual([]);
});

test('a bind code typed in any way is sent in its one exact form', async () => {
  await launchBinding();
  await weapp.input({ label: '绑定码' }, '７ｇ３ｘｋ　９ｑ２ｍａ');
  await weapp.input({ label: '您的姓名' }, ' 田秀英 ');
  await weapp.tap({ text: '绑定', within: '.btn' });
  await weapp.waitFor(() => sentChanges().some((sent) => sent.status === 401));
  expect(JSON.parse(sentChanges()[0]?.body ?? '')).toMatchObject({
    code: 'B17G3XK9Q2MA',
    name: '田秀英',
  });
});

test('without signal nothing arrives, the page says so, and the words typed stay', async () => {
  await launchBinding({ code: 'B17G3XK9Q2MA' });
  await weapp.goOffline(true);
  await weapp.input({ label: '您的姓名' }, '田秀英');
  await weapp.tap({ text: '绑定', within: '.btn' });
  await weapp.waitFor('没网');
  expect(sentChanges().filter((sent) => sent.status !== undefined)).toEqual([]);
  expect(weapp.property('wx-input', 'value')).toBe('B17G3XK9Q2MA');
});
