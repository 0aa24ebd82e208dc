import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, HOW_TO_GET_ONE, openBrowser } from './browser.ts';
import { counterJourneys } from './counter-journeys.ts';
import { dutyJourneys } from './duty-journeys.ts';
import { eventJourneys } from './event-journeys.ts';
import { eventOfficeJourneys } from './event-office-journeys.ts';
import { faces } from './faces.ts';
import { officeJourneys } from './office-journeys.ts';
import { selectionJourneys } from './selection-journeys.ts';
import { signInJourneys } from './sign-in-journeys.ts';
import { openTown, type Town } from './town.ts';

const chromium = findChromium();

if (chromium === undefined) {
  // A machine that proves the project must have a browser; anybody else is told what was not seen.
  const mayGoWithout = !process.env.CI;
  if (mayGoWithout) process.stderr.write(`\nSKIPPED, no page was looked at. ${HOW_TO_GET_ONE}\n\n`);
  test.skipIf(mayGoWithout)(`the pages are walked in a browser. ${HOW_TO_GET_ONE}`, () => {
    expect.unreachable(HOW_TO_GET_ONE);
  });
} else {
  let browser: Browser;
  let town: Town;
  const given = () => ({ browser, town });

  beforeAll(async () => {
    [browser, town] = [await openBrowser(chromium), await openTown()];
  });
  afterAll(async () => {
    await browser.close();
    await town.close();
  });

  describe('at the counter', () => counterJourneys(given));
  describe('at a selection', () => selectionJourneys(given));
  describe('at events', () => eventJourneys(given));
  describe('signing in', () => signInJourneys(given));
  describe('in the event office', () => eventOfficeJourneys(given));
  describe('in the office', () => officeJourneys(given));
  describe('with posts and duties', () => dutyJourneys(given));
  describe('every page', () => faces(given));
}
