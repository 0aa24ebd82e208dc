import Taro from '@tarojs/taro';
import { quietly } from './quietly';

/** Unguessable bytes from WeChat. */
export function randomBytes(count: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    quietly(
      Taro.getRandomValues({
        length: count,
        success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      }),
    );
  });
}
