import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { AXE, AXE_OPTIONS, type WithAxe } from './axe.ts';
import type { Town } from './town.ts';
import { arrive, signInBy, type Visitor } from './visitor.ts';

const ANYONE = [
  '/pages/home/index',
  '/pages/events/index',
  '/pages/shelf/index',
  '/pages/me/index',
  '/access/sign-in/index',
  '/access/bind/index',
  '/access/privacy/index',
  '/scoring/rulebook/index',
  '/scan/camera/index',
  '/notices/board-page/index',
  '/selection/campaigns/index',
  '/selection/honours/index',
  '/events/check-in/index',
];
const RESIDENT = [
  '/pages/home/index',
  '/pages/shelf/index',
  '/pages/me/index',
  '/passbook/lines/index',
  '/redemption/orders/index',
  '/notices/inbox/index',
  '/community/household/index',
  '/volunteering/hours/index',
  '/access/kept/index',
  '/access/account/index',
];
/** A resident too: the pages of events, so that nobody's round grows too long. */
const NEIGHBOUR = [
  '/pages/events/index',
  '/events/check-in/index',
  '/events/my-code/index',
  '/notices/board-page/index',
];
const TELLER = [
  '/staff/workbench/index',
  '/staff/pickup/index',
  '/staff/card/index',
  '/staff/stock/index',
  '/staff/receive/index',
];
const STEWARD = [
  '/staff/households/index',
  '/staff/prints/index',
  '/staff/intake/index',
  '/staff/occasions/index',
  '/staff/arrange-event/index',
  '/staff/services/index',
];
const ADMIN = ['/staff/workbench/index', '/staff/posts/index', '/staff/verification/index'];

const WHO: readonly (readonly [string | null, readonly string[]])[] = [
  [null, ANYONE],
  ['居民', RESIDENT],
  ['联户长', NEIGHBOUR],
  ['储蓄所管理员', TELLER],
  ['社区干部', STEWARD],
  ['县级管理员', ADMIN],
];
type Told = Record<'campaigns' | 'candidates', { id: string; title: string; siteName: string }[]>;
type Reading = (path: string) => Promise<Told>;

/** Each campaign as it stands, a candidate, the receipt and the form for a recommendation. */
async function selectionPages(read: Reading): Promise<string[]> {
  const { campaigns } = await read('/selection/campaigns');
  const id = campaigns.find(({ title }) => title === '本季最美家庭评选')?.id;
  const { candidates } = await read(`/selection/campaigns/${id}`);
  return [
    ...campaigns.map((one) => `/selection/campaign/index?id=${one.id}`),
    ...candidates
      .slice(0, 1)
      .map((one) => `/selection/candidate/index?campaign=${id}&id=${one.id}`),
    `/selection/receipt/index?id=${id}&on=2026-03-18`,
    ...campaigns.map((one) => `/selection/nominate/index?id=${one.id}`).slice(0, 1),
  ];
}

/** The office's side of it: the list, the form and every console of the steward's site. */
async function selectionConsoles(read: Reading): Promise<string[]> {
  const { campaigns } = await read('/selection/campaigns');
  return [
    '/staff/workbench/index',
    '/staff/campaigns/index',
    '/staff/open-campaign/index',
    ...campaigns
      .filter(({ siteName }) => siteName === '春晖社区')
      .map(({ id }) => `/staff/campaign/index?id=${id}`),
  ];
}

/** Rooms with many pages whose addresses are only known in the town: a round of their own each. */
const ROUNDS: readonly (readonly [string, string, (read: Reading) => Promise<string[]>])[] = [
  ['居民', 'selection', selectionPages],
  ['社区干部', 'selection', selectionConsoles],
];
const WIDTHS = [320, 390, 1280];
/** The width the screens are drawn at: of the others only what is wrong is kept as a picture. */
const DRAWN_WIDTH = 390;
const WINDOW_HEIGHT = 844;
/** A person has a dozen pages, each looked at six times; a busy machine is slow. */
const LOOK_WITHIN_MS = 300_000;

/** Pages whose address is only known in the town: one kind of goods, one order, one home. */
async function pagesOf({ context }: Visitor, door: string | null): Promise<string[]> {
  const read = async (path: string) => (await context.request.get(`/api${path}`)).json();
  if (door === '居民') {
    const [{ branch, items }, { orders }] = [
      await read('/redemption/shelf'),
      await read('/redemption/orders'),
    ];
    return [
      `/redemption/goods/index?branch=${branch.id}&item=${items[0].id}`,
      `/redemption/order/index?id=${orders[0].id}`,
    ];
  }
  if (door === '联户长') {
    const { occasions } = await read('/events/programme');
    return [`/events/detail/index?id=${occasions[0].eventId}`];
  }
  if (door === '县级管理员') {
    const [{ personId, personName }] = (await read('/access/posts')).posts;
    return [`/staff/give-post/index?person=${personId}&name=${encodeURIComponent(personName)}`];
  }
  if (door !== '社区干部') return [];
  const { households } = await read(`/community/households?search=${encodeURIComponent('0101')}`);
  const { occasions } = await read('/events/office-occasions');
  const occasionId = occasions[0].occasion.id;
  return [
    `/staff/household/index?id=${households[0].id}`,
    `/staff/console/index?id=${occasionId}`,
    `/staff/roll/index?id=${occasionId}`,
  ];
}

/** Elements that stick out of the window sideways, but for lines that are meant to scroll. */
function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element) => element.closest('.chips, .table') !== null;
    return [...document.querySelectorAll('.shell *')]
      .filter((element) => element.getClientRects().length > 0 && !scrolls(element))
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
      .map((element) => `${element.className}: ${element.textContent?.slice(0, 30)}`);
  });
}

/** What axe calls serious or critical on the page that is showing. A document gets axe once. */
export async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (options) => {
    const { axe } = window as unknown as WithAxe;
    return (await axe.run(document, options)).violations;
  }, AXE_OPTIONS);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** One page at every width, without opening it anew. */
async function look(visitor: Visitor, path: string, name: string): Promise<string[]> {
  const { page } = visitor;
  await visitor.visit(path);
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: WINDOW_HEIGHT });
    const out = (await stickingOut(page)).map((words) => `sticks out ${words}`);
    const wrong = [...out, ...(await faultsOf(page))];
    found.push(...wrong.map((words) => `${path} at ${width}: ${words}`));
    if (width === DRAWN_WIDTH || wrong.length > 0) await visitor.picture(`face-${name}-${width}`);
  }
  return found;
}

/** All pages of one person in one size of type; answers everything that is wrong with them. */
async function lookAtAll(
  visitor: Visitor,
  door: string | null,
  find: (visitor: Visitor) => Promise<readonly string[]>,
  mode: string,
): Promise<string[]> {
  if (door !== null) await signInBy(visitor, door);
  const found: string[] = [];
  for (const path of await find(visitor)) {
    const name = (path.split('?')[0] ?? path).replace(/\/index$/, '').replace(/\W+/g, '-');
    found.push(...(await look(visitor, path, `${door ?? 'anyone'}${name}-${mode}`)));
  }
  return [...found, ...visitor.troubles];
}

/** Both sizes of type side by side; answers everything that is wrong. */
async function lookTwice(
  { browser, town }: { browser: Browser; town: Town },
  door: string | null,
  find: (visitor: Visitor) => Promise<readonly string[]>,
): Promise<string[]> {
  const [usual, larger] = await Promise.all(
    [false, true].map((care) => arrive(browser, town, { width: 390, care })),
  );
  if (!usual || !larger) throw new Error('two windows were asked for');
  const found = await Promise.all([
    lookAtAll(usual, door, find, 'usual'),
    lookAtAll(larger, door, find, 'larger'),
  ]);
  await Promise.all([usual.leave(), larger.leave()]);
  return found.flat();
}

/**
 * Every page as each kind of person meets it: readable, reachable, inside the window, quiet. Rounds
 * go side by side, since each page is waited for before it is judged.
 */
export function faces(given: () => { browser: Browser; town: Town }): void {
  for (const [door, paths] of WHO) {
    test.concurrent(`pages for ${door ?? 'anyone'} are sound from 320 to 1280, in usual and in larger type`, {
      timeout: LOOK_WITHIN_MS,
    }, async () => {
      const find = async (visitor: Visitor) => [...paths, ...(await pagesOf(visitor, door))];
      expect(await lookTwice(given(), door, find)).toEqual([]);
    });
  }
  for (const [door, room, find] of ROUNDS) {
    test.concurrent(`pages of ${room} for ${door} are sound from 320 to 1280, in usual and in larger type`, {
      timeout: LOOK_WITHIN_MS,
    }, async () => {
      const inTown = ({ context }: Visitor) =>
        find(async (path) => (await context.request.get(`/api${path}`)).json());
      expect(await lookTwice(given(), door, inTown)).toEqual([]);
    });
  }
}
