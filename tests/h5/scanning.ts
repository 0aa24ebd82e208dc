import type { Visitor } from './visitor.ts';

/** What a hand does when the camera does not read: the text goes into the field below it. */
export async function scan({ page }: Visitor, text: string): Promise<void> {
  await page.getByLabel('扫不上，就输码上的字').fill(text);
  await page.getByRole('button', { name: '用这个码' }).click();
}

/** The same, from the page that the scan key opens. */
export async function scanFromTab(visitor: Visitor, text: string): Promise<void> {
  await visitor.visit('/scan/camera/index');
  await scan(visitor, text);
}
