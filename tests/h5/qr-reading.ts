import jsQr from 'jsqr';
import type { Locator } from 'playwright-core';

/** What a phone's camera would read from a picture on the page. */
export async function readQr(picture: Locator): Promise<string | undefined> {
  const { pixels, width, height } = await picture.evaluate((image: HTMLImageElement) => {
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const data = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return { pixels: [...data], width: canvas.width, height: canvas.height };
  });
  return jsQr(new Uint8ClampedArray(pixels), width, height)?.data;
}
