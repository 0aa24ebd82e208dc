import { endpoint } from '../endpoint.ts';
import { NoticeId, RequestId } from '../ids.ts';
import * as z from '../zod.ts';
import { Done } from './shapes.ts';

/** 消息 for one person, and the 公示板 for everybody. */

export const INBOX_MAX = 50;

export const INBOX_KINDS = [
  'place-came-free',
  'points-posted',
  'order-ready',
  'order-soon-lapses',
  'order-lapsed',
  'order-reversed',
  'late-scan-decided',
  'service-decided',
  'sign-in-code-reset',
  'event-changed',
  'event-cancelled',
  'ballot-open',
  'honour-conferred',
] as const;

/** The words are made from codes and facts when read: the inbox row keeps no sentence. */
export const InboxLine = z.object({
  id: NoticeId,
  kind: z.enum(INBOX_KINDS),
  title: z.string(),
  text: z.string(),
  /** Where a tap leads inside the app, or null. */
  page: z.nullable(z.string()),
  isRead: z.boolean(),
  atMs: z.int(),
});
export type InboxLine = z.infer<typeof InboxLine>;

export const ReadInbox = endpoint({
  id: 'notices/read-inbox',
  method: 'GET',
  path: '/notices/inbox',
  summary: '我的消息',
  duty: 'signed-in',
  scope: 'self',
  input: z.object({}),
  output: z.object({ lines: z.array(InboxLine), unreadCount: z.int() }),
  refusals: [],
});

export const MarkInboxRead = endpoint({
  id: 'notices/mark-inbox-read',
  method: 'POST',
  path: '/notices/inbox-reads',
  summary: '消息都看过了',
  duty: 'signed-in',
  scope: 'self',
  input: z.object({ requestId: RequestId }),
  output: Done,
  refusals: [],
});

/** A public list: masked names, and a day on which it takes itself down. */
export const BoardNotice = z.object({
  id: NoticeId,
  title: z.string(),
  siteName: z.string(),
  lines: z.array(z.object({ label: z.string(), value: z.string() })),
  postedAtMs: z.int(),
  untilMs: z.int(),
});
export type BoardNotice = z.infer<typeof BoardNotice>;

export const ReadBoard = endpoint({
  id: 'notices/read-board',
  method: 'GET',
  path: '/notices/board',
  summary: '公示板',
  duty: 'anyone',
  scope: 'public',
  input: z.object({ siteCode: z.optional(z.string().check(z.maxLength(20))) }),
  output: z.object({ notices: z.array(BoardNotice) }),
  refusals: [],
});

export const noticesProblems = {} as const;
