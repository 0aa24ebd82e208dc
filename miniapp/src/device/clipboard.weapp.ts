import Taro from '@tarojs/taro';

/** Puts words where they can be pasted; WeChat says so by itself. */
export function copyWords(words: string): Promise<boolean> {
  return Taro.setClipboardData({ data: words }).then(
    () => true,
    () => false,
  );
}
