import Taro from '@tarojs/taro';
import { quietly } from './quietly';

/** Full light while a code is shown; the answer puts the old light back. */
export function raiseBrightness(): () => void {
  let before: number | undefined;
  quietly(
    Taro.getScreenBrightness({
      success: ({ value }) => {
        before = value;
        quietly(Taro.setScreenBrightness({ value: 1 }));
      },
    }),
  );
  return () => {
    if (before === undefined) return;
    quietly(Taro.setScreenBrightness({ value: before }));
  };
}
