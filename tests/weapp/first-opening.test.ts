import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { weappDist } from './build-under-test';
import { type LaunchOptions, launchWeapp, type WeappDriver } from './driver';
import { openSignedOutBank, type SignedOutBank } from './signed-out-bank';

const HOME = 'pages/home/index';
const ME = 'pages/me/index';
let bank: SignedOutBank;
const opened: WeappDriver[] = [];

beforeAll(async () => {
  bank = await openSignedOutBank();
});
afterEach(() => {
  for (const weapp of opened.splice(0)) {
    weapp.close();
    expect(weapp.problems()).toEqual([]);
  }
});
afterAll(() => bank.close());

async function launch(options: Partial<LaunchOptions> = {}): Promise<WeappDriver> {
  const weapp = await launchWeapp({ dist: weappDist(), apiBase: bank.url, ...options });
  opened.push(weapp);
  return weapp;
}

test('the first opening shows home and the five keys, without asking who one is', async () => {
  const weapp = await launch();
  await weapp.waitFor('扫码');
  expect(weapp.pageStack()).toEqual([HOME]);
  expect(weapp.texts('.tab')).toEqual(['首页', '活动', '扫码', '储蓄所', '我的']);
  expect(weapp.texts('.tab--on')).toEqual(['首页']);
});

test('each tab opens its page, lights its key, and stays as it was when one comes back', async () => {
  const weapp = await launch();
  await weapp.waitFor('扫码');
  for (const [words, page] of [
    ['活动', 'pages/events/index'],
    ['储蓄所', 'pages/shelf/index'],
    ['我的', ME],
    ['首页', HOME],
  ] as const) {
    await weapp.tap({ text: words, within: '.tabbar' });
    await weapp.waitFor(() => weapp.pageStack().join() === page);
    await weapp.waitFor(() => weapp.texts('.tab--on').join() === words);
  }
});

test('larger type is one tap away without login, reaches every page, and is remembered', async () => {
  const weapp = await launch({ path: ME });
  await weapp.waitFor('大字版');
  expect(weapp.count('.care')).toBe(0);
  await weapp.tap({ text: '大字版' });
  await weapp.waitFor(() => weapp.count('.care') > 0);
  expect(weapp.storage()).toMatchObject({ care: 'on' });
  await weapp.tap({ text: '首页', within: '.tabbar' });
  await weapp.waitFor(() => weapp.pageStack().join() === HOME && weapp.count('.care') > 0);
});

test('a phone whose type is set large opens in larger type by itself', async () => {
  const weapp = await launch({ system: { fontSizeSetting: 23 } });
  await weapp.waitFor(() => weapp.count('.care') > 0);
});

test('the scan key opens the camera at once, and leaving it is no fault', async () => {
  let opens = 0;
  const weapp = await launch({
    mocks: {
      scanCode: () => {
        opens += 1;
        throw new Error('cancel');
      },
    },
  });
  await weapp.waitFor('扫码');
  await weapp.tap({ text: '扫码', within: '.tabbar' });
  await weapp.waitFor(() => opens === 1);
  expect(weapp.pageStack()).toEqual([HOME]);
});

test('a screen reader hears what each key is', async () => {
  const weapp = await launch();
  await weapp.waitFor('扫码');
  expect(weapp.property({ text: '活动', within: '.tabbar' }, 'ariaHidden')).not.toBe(true);
  expect(weapp.property('.tab--on', 'ariaRole')).toBe('link');
  expect(weapp.property('.tab--scan', 'ariaRole')).toBe('button');
});
