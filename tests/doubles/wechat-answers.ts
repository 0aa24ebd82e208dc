/** The texts WeChat answers with. Their spelling, not ours. */
const MESSAGES: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40013: 'invalid appid',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  40226: 'code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  42001: 'access_token expired',
  43002: 'require POST method',
  44002: 'empty post data',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
};

/** The body of a refusal, with the tail WeChat puts behind its message. `count` makes it unlike the last. */
export function refusal(errcode: number, count: number): { errcode: number; errmsg: string } {
  const rid = [0x6312abcd + count, 0x1a2b3c4d, 0x5e6f7a8b].map((part) => part.toString(16));
  return { errcode, errmsg: `${MESSAGES[errcode] ?? 'unknown error'} rid: ${rid.join('-')}` };
}
