import Taro from '@tarojs/taro';

const CARE_FROM_PX = 22;
const CARE_FROM_FACTOR = 1.29;

/** What WeChat says beside the fields its typings know. */
interface TypeSetting {
  fontSizeSetting?: number;
  fontSizeScaleFactor?: number;
}

/** Whether WeChat's type is set as large as 关怀模式 wants it: iOS says px, Android a factor. */
export function systemTypeIsLarge(): boolean {
  const base = Taro.getAppBaseInfo() as TypeSetting;
  return (
    (base.fontSizeSetting ?? 0) >= CARE_FROM_PX ||
    (base.fontSizeScaleFactor ?? 1) >= CARE_FROM_FACTOR
  );
}
