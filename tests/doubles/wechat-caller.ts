import { openWeChat } from '@bank/api/platform/wechat';
import type { WeChatDouble } from './wechat.ts';

/** WeChat as the bank calls it, with the double in its place: nothing waits, nothing is drawn by lot. */
export const wechatBehind = (double: WeChatDouble) =>
  openWeChat(
    { baseUrl: double.url, appId: double.app.appId, secret: double.app.secret },
    { fetch, sleep: async () => undefined, random: () => 0 },
  );
