import Taro from '@tarojs/taro';
import type { ScanOpened } from './scan-shape';

/** A browser has no scanner of its own: the scan page opens, with camera, photo and figures. */
export async function openScanner(): Promise<ScanOpened> {
  await Taro.navigateTo({ url: '/scan/camera/index' });
  return { kind: 'by-page' };
}
