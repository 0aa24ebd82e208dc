import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

const read = (environment: Record<string, string>) => readConfig(environment, '/bank/data');

describe('settings', () => {
  test('without any, it is a demo that listens to this machine alone', () => {
    expect(read({})).toMatchObject({
      ok: true,
      value: {
        kind: 'demo',
        host: '127.0.0.1',
        port: 3000,
        publicUrl: 'http://127.0.0.1:3000',
        databaseUrl: 'file:/bank/data/bank.db',
        wechat: null,
      },
    });
  });

  test('with WeChat it is never a demo', () => {
    const wechat = { WECHAT_APPID: 'wx1', WECHAT_SECRET: 's' };
    expect(read(wechat)).toMatchObject({ value: { kind: 'county', wechat: { appId: 'wx1' } } });
    expect(read({ ...wechat, DEMO: 'on' })).toMatchObject({
      problem: expect.stringContaining('演示登录和微信不能一起开'),
    });
  });

  test.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ DEMO: 'maybe' }, 'DEMO'],
    [{ PUBLIC_URL: 'ftp://x' }, 'PUBLIC_URL'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ WECHAT_APPID: 'wx1' }, 'WECHAT_SECRET'],
    [{ WECHAT_SECRET: 's' }, 'WECHAT_APPID'],
    [{ MASTER_KEY: 'short' }, 'MASTER_KEY'],
  ])('%o is refused by name', (environment, name) => {
    expect(read(environment as Record<string, string>)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(name),
    });
  });

  test('a slash at the end of the public address is not doubled in printed links', () => {
    expect(read({ PUBLIC_URL: 'https://bank.example/' })).toMatchObject({
      value: { publicUrl: 'https://bank.example' },
    });
  });
});
