import Taro from '@tarojs/taro';

/** WeChat's one-time login code, good for five minutes and one use. */
export async function weChatCode(): Promise<string | undefined> {
  const { code } = await Taro.login();
  return code === '' ? undefined : code;
}
