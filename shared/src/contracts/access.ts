import { endpoint } from '../endpoint.ts';
import { AreaId, GrantId, HouseholdId, PersonId, RequestId } from '../ids.ts';
import { ROLES } from '../roles.ts';
import * as z from '../zod.ts';
import { AreaPath, Day, Done, PersonName, Phone, words } from './shapes.ts';

/** 登录, 绑定, 岗位: who somebody is and what they may do. */

export const Pin = z.string().check(z.regex(/^[0-9]{6}$/, '密码是 6 位数字'));
/** 8 letters and digits that staff hand over; O, I and L are never in it. */
export const OneTimeCode = z.string().check(z.trim(), z.minLength(6), z.maxLength(24));
export const BindCode = z.string().check(z.trim(), z.minLength(6), z.maxLength(120));

export const HeldPost = z.object({
  role: z.enum(ROLES),
  roleName: z.string(),
  areaId: AreaId,
  areaPath: AreaPath,
  areaName: z.string(),
});
export type HeldPost = z.infer<typeof HeldPost>;

/** What the phone knows of whoever holds it. */
export const Me = z.object({
  person: z.nullable(
    z.object({
      id: PersonId,
      name: z.string(),
      isHouseholder: z.boolean(),
      household: z.nullable(
        z.object({
          id: HouseholdId,
          code: z.string(),
          householderName: z.string(),
          siteName: z.string(),
          siteId: AreaId,
          areaName: z.string(),
        }),
      ),
    }),
  ),
  posts: z.array(HeldPost),
  isDemo: z.boolean(),
  isCareMode: z.boolean(),
  unreadCount: z.int(),
});
export type Me = z.infer<typeof Me>;

/** A session was opened. `token` travels once; a browser gets it as a cookie and never sees it. */
export const SignedIn = z.object({ token: z.optional(z.string()), expiresAtMs: z.int() });

export const ReadMe = endpoint({
  id: 'access/read-me',
  method: 'GET',
  path: '/access/me',
  summary: '我是谁：本人、家庭、岗位',
  duty: 'signed-in',
  scope: 'self',
  input: z.object({}),
  output: Me,
  refusals: [],
});

export const SignInByWeChat = endpoint({
  id: 'access/sign-in-by-wechat',
  method: 'POST',
  path: '/access/wechat-sign-ins',
  summary: '微信登录',
  duty: 'anyone',
  scope: 'public',
  input: z.object({ requestId: RequestId, code: words(1, 128) }),
  output: SignedIn,
  refusals: ['access/wechat-code-spent', 'access/wechat-away', 'access/wechat-refused'],
  secrets: ['code'],
});

export const SignInByPin = endpoint({
  id: 'access/sign-in-by-pin',
  method: 'POST',
  path: '/access/pin-sign-ins',
  summary: '手机号加密码登录；几个人共用一个号码时再选是谁',
  duty: 'anyone',
  scope: 'public',
  input: z.object({
    requestId: RequestId,
    phone: Phone,
    pin: Pin,
    personId: z.optional(PersonId),
  }),
  output: z.object({
    token: z.optional(z.string()),
    expiresAtMs: z.optional(z.int()),
    /** More than one person answers to this phone and PIN: 您是哪一位. Nobody is signed in yet. */
    choices: z.array(z.object({ personId: PersonId, maskedName: z.string() })),
  }),
  refusals: ['access/wrong-pin', 'access/paused'],
  secrets: ['phone', 'pin', 'personId'],
});

export const ChoosePin = endpoint({
  id: 'access/choose-pin',
  method: 'POST',
  path: '/access/pins',
  summary: '用工作人员给的一次性码设密码，设好就登录',
  duty: 'anyone',
  scope: 'public',
  input: z.object({ requestId: RequestId, code: OneTimeCode, phone: Phone, pin: Pin }),
  output: SignedIn,
  refusals: ['access/wrong-one-time-code', 'access/paused', 'access/pin-too-simple'],
  secrets: ['code', 'phone', 'pin'],
});

export const DemoDoor = z.object({
  personId: PersonId,
  title: z.string(),
  name: z.string(),
  note: z.string(),
});

export const ListDemoDoors = endpoint({
  id: 'access/list-demo-doors',
  method: 'GET',
  path: '/access/demo-doors',
  summary: '演示入口（只在演示库里有）',
  duty: 'anyone',
  scope: 'public',
  input: z.object({}),
  output: z.object({ doors: z.array(DemoDoor) }),
  refusals: [],
});

export const SignInToDemo = endpoint({
  id: 'access/sign-in-to-demo',
  method: 'POST',
  path: '/access/demo-sign-ins',
  summary: '演示登录（只在演示库里有）',
  duty: 'anyone',
  scope: 'public',
  input: z.object({ requestId: RequestId, personId: PersonId }),
  output: SignedIn,
  refusals: ['access/not-a-demo'],
});

export const SignOut = endpoint({
  id: 'access/sign-out',
  method: 'POST',
  path: '/access/sign-outs',
  summary: '退出登录，马上作废',
  duty: 'signed-in',
  scope: 'self',
  input: z.object({ requestId: RequestId, everywhere: z.boolean() }),
  output: Done,
  refusals: [],
});

export const BindHousehold = endpoint({
  id: 'access/bind-household',
  method: 'POST',
  path: '/access/bindings',
  summary: '用绑定码和姓名绑定存折',
  duty: 'signed-in',
  scope: 'self',
  input: z.object({ requestId: RequestId, code: BindCode, name: PersonName }),
  output: z.object({ householdCode: z.string() }),
  refusals: [
    'access/wrong-bind-code',
    'access/already-bound',
    'access/paused',
    'access/name-not-clear',
  ],
  secrets: ['code', 'name'],
});

export const Unbind = endpoint({
  id: 'access/unbind',
  method: 'POST',
  path: '/access/unbindings',
  summary: '解除绑定：这部手机不再看这本存折',
  duty: 'signed-in',
  scope: 'self',
  input: z.object({ requestId: RequestId }),
  output: Done,
  refusals: ['access/not-bound'],
});

export const SetCareMode = endpoint({
  id: 'access/set-care-mode',
  method: 'POST',
  path: '/access/care-mode',
  summary: '记住大字版',
  duty: 'signed-in',
  scope: 'self',
  input: z.object({ requestId: RequestId, isCareMode: z.boolean() }),
  output: Done,
  refusals: [],
});

/** 找得到的人: who looks after one's home, to be called. The number is dialled, not shown. */
export const ListOwnHelpers = endpoint({
  id: 'access/list-own-helpers',
  method: 'GET',
  path: '/access/own-helpers',
  summary: '我家的网格员和联户长，有事打电话',
  duty: 'household-member',
  scope: 'self',
  input: z.object({}),
  output: z.object({
    helpers: z.array(
      z.object({
        role: z.enum(['grid-worker', 'cluster-lead']),
        name: z.string(),
        phone: z.string(),
      }),
    ),
  }),
  refusals: [],
});

export const ReadWhatIsKept = endpoint({
  id: 'access/read-what-is-kept',
  method: 'GET',
  path: '/access/what-is-kept',
  summary: '留着我的哪些信息：看和带走',
  duty: 'signed-in',
  scope: 'self',
  input: z.object({}),
  output: z.object({
    madeAtMs: z.int(),
    sections: z.array(
      z.object({
        title: z.string(),
        why: z.string(),
        lines: z.array(z.object({ label: z.string(), value: z.string() })),
      }),
    ),
  }),
  refusals: [],
});

export const IssuedCode = z.object({
  /** Shown once on the clerk's screen. */
  code: z.optional(z.string()),
  personName: z.string(),
  expiresAtMs: z.int(),
});

export const IssueResidentCode = endpoint({
  id: 'access/issue-resident-code',
  method: 'POST',
  path: '/access/resident-codes',
  summary: '给居民一个一次性码，用来设密码',
  duty: 'sign-in.issue-resident-code',
  scope: 'area',
  input: z.object({ requestId: RequestId, personId: PersonId }),
  output: IssuedCode,
  refusals: ['access/holds-a-post'],
});

export const IssueStaffCode = endpoint({
  id: 'access/issue-staff-code',
  method: 'POST',
  path: '/access/staff-codes',
  summary: '给工作人员第一次登录的一次性码',
  duty: 'sign-in.issue-staff-code',
  scope: 'area',
  input: z.object({ requestId: RequestId, personId: PersonId }),
  output: IssuedCode,
  refusals: ['access/holds-no-post', 'access/own-code'],
});

export const POST_STATES = ['active', 'waiting', 'ended'] as const;

export const PostRecord = z.object({
  id: GrantId,
  personId: PersonId,
  personName: z.string(),
  role: z.enum(ROLES),
  roleName: z.string(),
  areaId: AreaId,
  areaName: z.string(),
  fromOn: Day,
  toOn: z.nullable(Day),
  state: z.enum(POST_STATES),
  organisation: z.string(),
  isSignedUp: z.boolean(),
});
export type PostRecord = z.infer<typeof PostRecord>;

export const ListPosts = endpoint({
  id: 'access/list-posts',
  method: 'GET',
  path: '/access/posts',
  summary: '岗位名单',
  duty: 'posts.read',
  scope: 'area',
  input: z.object({ search: z.optional(words(0, 40)), state: z.optional(z.enum(POST_STATES)) }),
  output: z.object({ posts: z.array(PostRecord), more: z.boolean() }),
  refusals: [],
});

export const GivePost = endpoint({
  id: 'access/give-post',
  method: 'POST',
  path: '/access/posts',
  summary: '给岗位：谁、什么岗、哪一片、从哪天到哪天',
  duty: 'posts.give',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    personId: PersonId,
    role: z.enum(ROLES),
    areaId: AreaId,
    fromOn: Day,
    toOn: z.nullable(Day),
    organisation: z.optional(words(0, 60)),
  }),
  output: z.object({ grantId: GrantId, state: z.enum(POST_STATES) }),
  refusals: ['access/post-held', 'access/own-post', 'access/post-days-wrong', 'access/not-a-post'],
});

export const ApprovePost = endpoint({
  id: 'access/approve-post',
  method: 'POST',
  path: '/access/post-approvals',
  summary: '同意一个等待生效的岗位（县级管理员、审计）',
  duty: 'posts.give',
  scope: 'area',
  input: z.object({ requestId: RequestId, grantId: GrantId }),
  output: z.object({ state: z.enum(POST_STATES) }),
  refusals: ['access/post-not-waiting', 'access/own-post'],
});

export const EndPost = endpoint({
  id: 'access/end-post',
  method: 'POST',
  path: '/access/post-ends',
  summary: '结束岗位，马上收回权限',
  duty: 'posts.give',
  scope: 'area',
  input: z.object({ requestId: RequestId, grantId: GrantId }),
  output: z.object({ state: z.enum(POST_STATES) }),
  refusals: ['access/post-ended', 'access/last-admin'],
});

const waitWords = (waitSeconds: number) =>
  waitSeconds < 90 ? `${waitSeconds} 秒` : `${Math.ceil(waitSeconds / 60)} 分钟`;

export const accessProblems = {
  'access/wechat-code-spent': {
    status: 409,
    title: '登录码用过了',
    detail: () => '微信的登录码用过了，请再点一次登录',
  },
  'access/wechat-away': {
    status: 503,
    title: '微信没有回应',
    detail: () => '微信暂时没有回应，请过一会儿再点登录',
  },
  'access/wechat-refused': {
    status: 403,
    title: '微信没有同意登录',
    detail: () => '微信没有同意登录。请到社区服务台，工作人员帮您办',
  },
  'access/wrong-pin': {
    status: 403,
    title: '号码或密码不对',
    detail: (facts: { triesLeft: number }) =>
      `号码或密码不对，还可以试 ${facts.triesLeft} 次。忘了就请网格员给您一个新的一次性码`,
  },
  'access/wrong-one-time-code': {
    status: 403,
    title: '一次性码不对',
    detail: (facts: { triesLeft: number }) =>
      `一次性码不对或过期了，还可以试 ${facts.triesLeft} 次。请核对，或请工作人员重新给一个`,
  },
  'access/paused': {
    status: 429,
    title: '试得太多了，先停一停',
    detail: (facts: { waitSeconds: number }) =>
      `试错的次数多了，请过 ${waitWords(facts.waitSeconds)}再试，或找网格员`,
  },
  'access/pin-too-simple': {
    status: 422,
    title: '密码太简单',
    detail: () => '这个密码别人容易猜到，请换 6 个不连着、不一样的数字',
  },
  'access/not-a-demo': {
    status: 404,
    title: '这里不是演示',
    detail: () => '这里不是演示系统，请用微信或手机号登录',
  },
  'access/wrong-bind-code': {
    status: 403,
    title: '绑定码或姓名不对',
    detail: (facts: { triesLeft: number }) =>
      `绑定码和姓名对不上，还可以试 ${facts.triesLeft} 次。请看清纸上的码，姓名要和户口本一样`,
  },
  'access/name-not-clear': {
    status: 409,
    title: '家里有同名的人',
    detail: () => '家里有两位同名，请到社区服务台，工作人员帮您绑定',
  },
  'access/already-bound': {
    status: 409,
    title: '已经绑定过了',
    detail: () => '这个微信已经绑定了一本存折。要换一本，请先在「我的」里解除绑定',
  },
  'access/not-bound': {
    status: 409,
    title: '还没有绑定',
    detail: () => '这个账号还没有绑定存折，不用解除',
  },
  'access/holds-a-post': {
    status: 409,
    title: '这位是工作人员',
    detail: () => '这位有工作岗位，登录码要由县级管理员来给',
  },
  'access/holds-no-post': {
    status: 409,
    title: '这位没有岗位',
    detail: () => '这位现在没有岗位。居民的登录码由网格员或社区干部来给',
  },
  'access/own-code': {
    status: 403,
    title: '不能给自己发码',
    detail: () => '登录码不能自己给自己，请另一位县级管理员来办',
  },
  'access/post-held': {
    status: 409,
    title: '已经有这个岗位',
    detail: () => '这位在这一片已经有这个岗位，不用再给',
  },
  'access/own-post': {
    status: 403,
    title: '不能给自己岗位',
    detail: () => '自己的岗位不能自己给、自己批，请另一位县级管理员来办',
  },
  'access/post-days-wrong': {
    status: 422,
    title: '起止日期不对',
    detail: () => '结束的日子要在开始的日子之后',
  },
  'access/not-a-post': {
    status: 422,
    title: '这不是岗位',
    detail: () => '居民和户主跟着花名册走，不用另外给岗位',
  },
  'access/post-not-waiting': {
    status: 409,
    title: '不用再批',
    detail: () => '这个岗位不在等待，可能已经生效或结束了',
  },
  'access/post-ended': {
    status: 409,
    title: '岗位已经结束',
    detail: () => '这个岗位已经结束了',
  },
  'access/last-admin': {
    status: 409,
    title: '要留一位县级管理员',
    detail: () => '这是最后一位县级管理员，先给别人这个岗位再结束它',
  },
} as const;
