import Taro from '@tarojs/taro';

/** Where WeChat's own capsule sits, px: a title row of ours must leave it free. */
export function capsuleRow(): { topPx: number; heightPx: number } {
  const statusPx = Taro.getWindowInfo().statusBarHeight ?? 20;
  return { topPx: statusPx, heightPx: 44 };
}
