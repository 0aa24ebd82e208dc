import Taro from '@tarojs/taro';
import { quietly } from './quietly';
import type { ScanOpened } from './scan-shape';

/** WeChat's scanner, at once. A link printed on a poster arrives as its text. */
export function openScanner(): Promise<ScanOpened> {
  return new Promise((resolve) => {
    quietly(
      Taro.scanCode({
        scanType: ['qrCode'],
        success: ({ result }) => resolve({ kind: 'text', text: result }),
        fail: ({ errMsg }) =>
          resolve(/cancel/.test(errMsg) ? { kind: 'cancelled' } : { kind: 'no-camera' }),
        // The callbacks have answered already; the promise beside them says the same again.
      }),
    );
  });
}
