import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium, HOW_TO_GET_ONE, openBrowser } from './browser.ts';
import { openTown, type Town } from './town.ts';

export type Given = () => { browser: Browser; town: Town };

/**
 * Walks through a town of its own with a browser of its own. Without a browser a machine that proves
 * the project fails; anybody else is told what was not seen.
 */
export function inTown(walk: (given: Given) => void): void {
  const chromium = findChromium();
  if (chromium === undefined) {
    const mayGoWithout = !process.env.CI;
    if (mayGoWithout)
      process.stderr.write(`\nSKIPPED, no page was looked at. ${HOW_TO_GET_ONE}\n\n`);
    test.skipIf(mayGoWithout)(`the pages are walked in a browser. ${HOW_TO_GET_ONE}`, () => {
      expect.unreachable(HOW_TO_GET_ONE);
    });
    return;
  }
  let browser: Browser;
  let town: Town;
  beforeAll(async () => {
    [browser, town] = [await openBrowser(chromium), await openTown()];
  });
  afterAll(async () => {
    await browser.close();
    await town.close();
  });
  walk(() => ({ browser, town }));
}
