import { expect, test } from 'vitest';
import { openWeChat } from './wechat';

const settings = { baseUrl: 'https://api.example.cn/', appId: 'wx1', secret: 'shh' };

function answering(body: string, status = 200) {
  const asked: { address: string; init: RequestInit | undefined }[] = [];
  const weChat = openWeChat(settings, {
    fetch: async (address, init) => {
      asked.push({ address: String(address), init });
      return new Response(body, { status });
    },
    sleep: async () => undefined,
    random: () => 0.5,
  });
  return { asked, weChat };
}

test('the question is a GET to the configured address, with the code escaped', async () => {
  const { asked, weChat } = answering('{"openid":"o-1","session_key":"a2V5"}');
  expect(await weChat.codeToSession('a&b=c')).toEqual({ state: 'known', openId: 'o-1' });
  expect(asked.map((one) => one.address)).toEqual([
    'https://api.example.cn/sns/jscode2session?appid=wx1&secret=shh&js_code=a%26b%3Dc&grant_type=authorization_code',
  ]);
});

test('a redirect is not followed: the address holds the secret', async () => {
  const { asked, weChat } = answering('{}');
  await weChat.codeToSession('code');
  expect(asked[0]?.init?.redirect).toBe('error');
});

test.each([
  '{}',
  'null',
  '[]',
  '"text"',
  '',
  '{"errcode":"0","openid":"o-1"}',
  '{"openid":7}',
  `{"openid":"${'x'.repeat(20_000)}"}`,
])('an answer without sense is trouble on the other side (%#)', async (body) => {
  const { weChat } = answering(body);
  expect((await weChat.codeToSession('code')).state).toBe('away');
});

test('an error status counts whatever the body says', async () => {
  const { weChat } = answering('{"openid":"o-1"}', 503);
  expect(await weChat.codeToSession('code')).toEqual({ state: 'away', why: 'http 503' });
});
