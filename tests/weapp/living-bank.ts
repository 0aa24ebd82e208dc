import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { openTestBank, type TestBank } from '../bank.ts';
import { openWeChatDouble } from '../doubles/wechat.ts';
import { wechatBehind } from '../doubles/wechat-caller.ts';
import { weappDist } from './build-under-test';
import { type LaunchOptions, launchWeapp, type WeappDriver } from './driver';

/** The real bank on a port, with WeChat's double behind it. */
export interface LivingBank {
  readonly bank: TestBank;
  /** A phone whose WeChat account is this person's, with the bank's own time on its clock. */
  launchAs(openId: string, options?: Partial<LaunchOptions>): Promise<WeappDriver>;
  /** Ends it; every phone must have run without a fault, and the book must be sound. */
  close(): Promise<void>;
}

async function listenOn(bank: TestBank): Promise<{ url: string; close(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: (request) => bank.app.fetch(request) });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** Opens one, empty of people. */
export async function openLivingBank(): Promise<LivingBank> {
  let bank: TestBank | undefined;
  const clock = () => bank?.bank.chance.nowMs() ?? Date.now();
  const double = await openWeChatDouble({ nowMs: clock });
  bank = await openTestBank({ wechat: wechatBehind(double) });
  const living = bank;
  const server = await listenOn(living);
  const phones: WeappDriver[] = [];
  return {
    bank: living,
    async launchAs(openId, options = {}) {
      const phone = await launchWeapp({
        dist: weappDist(),
        apiBase: server.url,
        nowMs: clock,
        ...options,
        mocks: {
          login: () => ({ code: double.mintLoginCode({ openid: openId }) }),
          ...options.mocks,
        },
      });
      phones.push(phone);
      return phone;
    },
    async close() {
      const faults = phones.flatMap((phone) => phone.problems());
      for (const phone of phones) phone.close();
      await server.close();
      await double.close();
      await living.close();
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
}

/** 微信登录, from the page where one says who one is. */
export async function signInByWeChat(phone: WeappDriver): Promise<void> {
  await phone.waitFor('微信登录');
  await phone.tap({ text: '微信登录', within: '.btn' });
  await phone.waitFor(() => phone.pageStack().at(-1) === 'pages/home/index');
}

/** 绑定存折, with the code on paper. */
export async function bindBy(phone: WeappDriver, code: string, name: string): Promise<void> {
  await phone.waitFor('绑定存折');
  await phone.tap({ text: '绑定存折', within: '.btn' });
  await phone.waitFor('绑定码');
  await phone.input({ label: '绑定码' }, code);
  await phone.input({ label: '您的姓名' }, name);
  await phone.tap({ text: '绑定', within: '.btn' });
  await phone.waitFor(() => phone.pageStack().at(-1) === 'pages/home/index');
}
