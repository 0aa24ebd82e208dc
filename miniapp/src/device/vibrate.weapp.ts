import Taro from '@tarojs/taro';
import { quietly } from './quietly';

/** One short tick under the stamp. */
export function vibrateOnce(): void {
  quietly(Taro.vibrateShort({ type: 'medium' }));
}
