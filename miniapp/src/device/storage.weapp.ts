import Taro from '@tarojs/taro';
import type { PhoneStorage } from './storage-shape';

/** What WeChat keeps for this mini-program: 1 MB a key, 10 MB in all, cleared when it likes. */
export const storage: PhoneStorage = {
  read(key) {
    try {
      const text: unknown = Taro.getStorageSync(key);
      return typeof text === 'string' && text !== '' ? text : undefined;
    } catch {
      return undefined;
    }
  },
  write(key, text) {
    try {
      Taro.setStorageSync(key, text);
      return true;
    } catch {
      return false;
    }
  },
  remove(key) {
    try {
      Taro.removeStorageSync(key);
    } catch {
      // Nothing was kept.
    }
  },
  keys() {
    try {
      return Taro.getStorageInfoSync().keys;
    } catch {
      return [];
    }
  },
};
