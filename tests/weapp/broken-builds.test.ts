import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { weappDist } from './build-under-test';
import { launchWeapp } from './driver';
import { openSignedOutBank, type SignedOutBank } from './signed-out-bank';
import { checkWeapp, sizeTable } from './static-checks';

/**
 * The runner's own test: builds broken on purpose, each of which it must notice, either without
 * starting them (`check`) or by opening the first two tabs (`run`).
 */

const HOME = 'pages/home/index';
let bank: SignedOutBank;
const folders: string[] = [];

beforeAll(async () => {
  bank = await openSignedOutBank();
});
afterAll(async () => {
  await bank.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

type Breaking = (dist: string) => void;

function brokenBuild(breaking: Breaking): string {
  const folder = mkdtempSync(join(tmpdir(), 'weapp-'));
  folders.push(folder);
  cpSync(weappDist(), folder, { recursive: true });
  breaking(folder);
  return folder;
}

/** Changes a file and makes sure that something did change. */
function edit(path: string, change: (text: string) => string): Breaking {
  return (dist) => {
    const before = readFileSync(join(dist, path), 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${path} was not broken`);
    writeFileSync(join(dist, path), after);
  };
}

const remove =
  (path: string): Breaking =>
  (dist) =>
    rmSync(join(dist, path));
const before = (path: string, text: string) =>
  edit(path, (script) => script.replace(/^("use strict";)?/, `$1${text};`));
/** Wraps the page's options just before they are given to WeChat. */
const homePage = (change: string) =>
  edit(`${HOME}.js`, (script) =>
    script.replace(
      /Page\((\w+)\)/,
      (_, name: string) => `${change.replaceAll('$', name)}Page(${name})`,
    ),
  );

/** Opens home, then the second tab; what went wrong on the way. */
async function run(dist: string, withinMs = 400): Promise<string[]> {
  const weapp = await launchWeapp({ dist, apiBase: bank.url });
  try {
    await weapp.waitFor('储蓄所', withinMs);
    await weapp.tap({ text: '活动', within: '.tabbar' });
    await weapp.waitFor(() => weapp.pageStack().join() === 'pages/events/index', withinMs);
  } catch (error) {
    return [String(error), ...weapp.problems()];
  } finally {
    weapp.close();
  }
  return weapp.problems();
}

test('the build as it is passes both keepers', async () => {
  expect(checkWeapp(weappDist())).toEqual([]);
  expect(await run(weappDist(), 4_000)).toEqual([]);
});

test('every package stays within its size', () => {
  const rows = sizeTable(weappDist());
  console.table(rows);
  expect(rows.filter((row) => row.bytes > row.bytesMax)).toEqual([]);
  expect(rows[0]?.bytesMax).toBe(900 * 1024);
});

describe('found without starting it', () => {
  test.each<[string, Breaking, RegExp]>([
    ['a script that does not parse', before('app.js', 'var #x = 1'), /^app\.js: /],
    ['a broken view script', edit('utils.wxs', (text) => text.replace('{', '')), /^utils\.wxs: /],
    [
      'a view script in newer syntax',
      edit('utils.wxs', (text) => text.replace('var ', 'let ')),
      /utils\.wxs uses syntax newer/,
    ],
    ['a missing chunk', remove('vendors.js'), /requires vendors\.js, which is missing/],
    ['a missing page script', remove(`${HOME}.js`), /pages\/home\/index, which has no \.js/],
    ['a missing template file', remove('comp.wxml'), /comp, which has no \.wxml/],
    ['a missing shared template', remove('base.wxml'), /names base\.wxml, which is missing/],
    [
      'a missing tab bar',
      remove('custom-tab-bar/index.json'),
      /custom-tab-bar\/index, which has no/,
    ],
    [
      'a page nobody wrote',
      edit('app.json', (text) => text.replace('"pages":[', '"pages":["pages/ghost/index",')),
      /pages\/ghost\/index, which has no \.js/,
    ],
    [
      'a tag that is not closed',
      edit('base.wxml', (text) => text.replace('</view>', '')),
      /base\.wxml:\d+:\d+ /,
    ],
    [
      'a literal template nobody defines',
      edit(`${HOME}.wxml`, (text) => text.replace('taro_tmpl', 'no_tmpl')),
      /uses template no_tmpl/,
    ],
    [
      'no word for screen readers',
      edit('base.wxml', (text) => text.replaceAll('aria-label', 'data-label')),
      /no template carries aria-label/,
    ],
    ['a browser global', before(`${HOME}.js`, 'localStorage.getItem("x")'), /uses localStorage$/],
    ['a network call past wx', before('common.js', 'fetch("/x")'), /^common\.js uses fetch$/],
    ['code made from text', before('common.js', 'new Function("return 1")()'), /with Function$/],
    ['an API WeChat does not have', before(`${HOME}.js`, 'wx.shakeHands()'), /wx\.shakeHands/],
    [
      'a main package too large',
      (dist) => writeFileSync(join(dist, 'ballast.txt'), 'x'.repeat(900 * 1024)),
      /package main has \d+ bytes/,
    ],
    [
      'a tab without its page',
      edit('app.json', (text) =>
        text.replace('"list":[', '"list":[{"pagePath":"x/y","text":"x"},'),
      ),
      /tab x\/y is no page/,
    ],
    ['no app.json', remove('app.json'), /app\.json is missing/],
  ])('%s', (_name, breaking, fault) => {
    expect(checkWeapp(brokenBuild(breaking))).toContainEqual(expect.stringMatching(fault));
  });
});

describe('found by running it', () => {
  test.each<[string, Breaking, RegExp]>([
    [
      'the template of text is gone',
      edit('base.wxml', (text) =>
        text.replace(/<template name="tmpl_0_\d+">\s*<text[\s\S]*?<\/template>/g, ''),
      ),
      /nothing on screen|waited/,
    ],
    [
      'the view script is broken',
      edit('utils.wxs', (text) => text.replace('module.exports', 'module.nothing')),
      /waited|not a function/,
    ],
    ['a chunk is missing', remove('vendors.js'), /'vendors\.js' is not defined/],
    [
      'a page never calls Page()',
      edit(`${HOME}.js`, (text) => text.replace('Page(', 'void(')),
      /called neither Page\(\) nor Component\(\)/,
    ],
    ['a browser global is touched', before(`${HOME}.js`, 'localStorage.getItem("x")'), /undefined/],
    ['code is made from text', before(`${HOME}.js`, 'Function("return 1")()'), /disallowed/],
    ['an unknown API is called', before(`${HOME}.js`, 'wx.shakeHands()'), /not a function/],
    [
      'an API is called that no test answers',
      before(`${HOME}.js`, 'wx.chooseMedia({})'),
      /not mocked/,
    ],
    [
      'the app throws at launch',
      edit('app.js', (text) => text.replace(/\bApp\(/, 'App({onLaunch(){throw new Error("no")}},')),
      /App onLaunch: Error: no/,
    ],
    [
      'taps go nowhere',
      edit('base.wxml', (text) => text.replaceAll('bindtap="eh"', 'bindtap="eh2"')),
      /waited/,
    ],
    [
      'a screen is sent in one huge piece',
      homePage(
        'var o=$.onLoad;$.onLoad=function(q){o.call(this,q);this.setData({b:"x".repeat(300000)})};',
      ),
      /sent 3000\d\d bytes in one setData/,
    ],
    [
      'a page throws while it opens',
      homePage('$.onLoad=function(){throw new Error("no")};'),
      /onLoad: Error: no/,
    ],
  ])('%s', async (_name, breaking, fault) => {
    expect(await run(brokenBuild(breaking))).toContainEqual(expect.stringMatching(fault));
  });
});
