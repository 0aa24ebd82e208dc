/** A phone of the mini-program sends this: it keeps its token itself, where a browser gets a cookie. */
export const PHONE_HEADER = 'x-bank-phone';

/** Refusals of the door itself, before any room is asked. */
export const requestProblems = {
  'request/bad-input': {
    status: 400,
    title: '有一处要改',
    detail: (facts: { field: string; why: string }) =>
      facts.field === '' ? `填的内容要改：${facts.why}` : `「${facts.field}」要改：${facts.why}`,
  },
  'request/unreadable': {
    status: 400,
    title: '没看懂发来的内容',
    detail: () => '发来的内容没看懂，请退回上一页再试一次',
  },
  'request/too-large': {
    status: 413,
    title: '内容太大',
    detail: (facts: { bytesMax: number }) =>
      `一次最多收 ${Math.floor(facts.bytesMax / 1024)} KB，请分开来交`,
  },
  'request/reused-id': {
    status: 422,
    title: '这张单子已经交过',
    detail: () => '这张单子交过了，内容又不一样。请从头再填一次',
  },
  'request/answer-not-kept': {
    status: 409,
    title: '已经办过了',
    detail: () => '这件事刚才已经办好，为了安全没有留下结果，请重新办一次',
  },
  'request/not-found': {
    status: 404,
    title: '没找到',
    detail: () => '没找到这一条，可能已经撤下，也可能不归您管',
  },
  'request/not-signed-in': {
    status: 401,
    title: '请先登录',
    detail: () => '请先登录，再办这件事',
  },
  'request/not-your-duty': {
    status: 403,
    title: '这件事不归您办',
    detail: (facts: { whoMay: string }) => `这件事要由${facts.whoMay}来办`,
  },
  'request/busy': {
    status: 503,
    title: '人有点多',
    detail: () => '现在办事的人多，请过几秒再点一次，不会重复记',
  },
  'request/unknown-outcome': {
    status: 500,
    title: '还不知道办成没有',
    detail: () => '还不知道办成没有。请再点一次，不会重复记，积分没有少',
  },
} as const;
