import Taro from '@tarojs/taro';
import type { FileToSave } from './save-file-shape';

/** Writes a file and opens it in WeChat, from where it can be sent on or printed. */
export function saveFile({ name, base64 }: FileToSave): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  return new Promise((resolve) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => {
        Taro.openDocument({ filePath, showMenu: true }).then(
          () => resolve(true),
          () => resolve(false),
        );
      },
      fail: () => resolve(false),
    });
  });
}
