import Taro from '@tarojs/taro';
import { quietly } from '@/device/quietly';

/** The four tab pages, in the order of the bar; the scan key stands in the middle and is no page. */
export const TABS = {
  home: { path: '/pages/home/index', text: '首页', icon: 'home' },
  events: { path: '/pages/events/index', text: '活动', icon: 'events' },
  shelf: { path: '/pages/shelf/index', text: '储蓄所', icon: 'bank' },
  me: { path: '/pages/me/index', text: '我的', icon: 'me' },
} as const;
/** Where a person says who they are. */
export const SIGN_IN_PAGE = '/access/sign-in/index';
export const BIND_PAGE = '/access/bind/index';
export const PASSBOOK_PAGE = '/passbook/lines/index';
export const ORDERS_PAGE = '/redemption/orders/index';
export const INBOX_PAGE = '/notices/inbox/index';
export const BOARD_PAGE = '/notices/board-page/index';
export const CAMPAIGNS_PAGE = '/selection/campaigns/index';
export const HONOURS_PAGE = '/selection/honours/index';
export const HOUSEHOLD_PAGE = '/community/household/index';
export const RULEBOOK_PAGE = '/scoring/rulebook/index';
export const KEPT_PAGE = '/access/kept/index';
export const PRIVACY_PAGE = '/access/privacy/index';
export const ACCOUNT_PAGE = '/access/account/index';
export const HOURS_PAGE = '/volunteering/hours/index';
export const WORKBENCH_PAGE = '/staff/workbench/index';
/** Camera, photo, or the characters under a code. */
export const SCAN_PAGE = '/scan/camera/index';
export const CHECK_IN_PAGE = '/events/check-in/index';
/** 我的码, for staff to scan. */
export const MY_CODE_PAGE = '/events/my-code/index';

/** The page of one order. */
export const orderPage = (orderId: string) => `/redemption/order/index?id=${orderId}`;

/** The page of one kind of goods at one branch. */
export const goodsPage = (branchId: string, itemId: string) =>
  `/redemption/goods/index?branch=${branchId}&item=${itemId}`;

/** The page of one event. */
export const eventPage = (eventId: string) => `/events/detail/index?id=${eventId}`;

/** The page of one campaign. */
export const campaignPage = (campaignId: string) => `/selection/campaign/index?id=${campaignId}`;

/** Where one checks in to, or out of, one occasion. */
export const checkInPage = (occasionId: string, intent: 'in' | 'out') =>
  `${CHECK_IN_PAGE}?occasion=${occasionId}&intent=${intent}`;

export type TabName = keyof typeof TABS;

const tabPaths: readonly string[] = Object.values(TABS).map((tab) => tab.path);

/** WeChat stacks ten pages and then refuses: near the end a page replaces the one below it. */
const STACK_MAX = 9;

/** A page that does not open (a second tap on the same row) leaves the first where it is. */
const opened = quietly;

/** The pages that lie open, without what follows their address; the last is on top. */
export const pagesOpen = (): string[] =>
  Taro.getCurrentPages().map(({ route = '' }) => `/${route.replace(/^\//, '')}`);

/** Opens a page of ours: a tab is switched to, any other page is laid on top. */
export function go(to: string): void {
  const path = to.split('?')[0] ?? to;
  if (tabPaths.includes(path)) opened(Taro.switchTab({ url: path }));
  else if (Taro.getCurrentPages().length >= STACK_MAX) opened(Taro.redirectTo({ url: to }));
  else opened(Taro.navigateTo({ url: to }));
}

/** One page back; from a page that was opened by a link, home. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) opened(Taro.navigateBack());
  else opened(Taro.switchTab({ url: TABS.home.path }));
}

/** Opens a page in place of this one: what was done here is not gone back to. */
export function goInstead(to: string): void {
  opened(Taro.redirectTo({ url: to }));
}

const ROOMS = [
  '/pages/',
  '/events/',
  '/redemption/',
  '/passbook/',
  '/notices/',
  '/selection/',
  '/community/',
  '/volunteering/',
  '/access/',
];

/** Whether an address that came with a message leads to a page there is here. */
export const isPageOfOurs = (address: string): boolean =>
  ROOMS.some((room) => address.startsWith(room));
