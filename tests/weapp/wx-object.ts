import type { Host, LaunchFacts } from './bridge';
import { type PhoneStorage, phoneStorage } from './phone-storage';

/** The `wx` of a phone: a few members work, the rest ask the test, and every member is there. */

type Callbacks = {
  success?: (result: object) => void;
  fail?: (error: { errMsg: string }) => void;
  complete?: (result: object) => void;
};
type Options = Callbacks & Record<string, unknown>;
export type Member = (...inputs: never[]) => unknown;

export type WxWorld = {
  wx: Record<string, unknown>;
  storage: PhoneStorage;
  emit(listener: string, value: unknown): void;
};

const SYSTEM = {
  brand: 'double',
  model: 'double',
  platform: 'android',
  system: 'Android 13',
  language: 'zh_CN',
  theme: 'light',
  version: '8.0.56',
  SDKVersion: '3.8.0',
  pixelRatio: 2,
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  statusBarHeight: 20,
  screenTop: 0,
  fontSizeSetting: 17,
  fontSizeScaleFactor: 1,
  safeArea: { left: 0, right: 375, top: 20, bottom: 667, width: 375, height: 647 },
};

/** Calls that change only what a phone shows outside the page: noted, and answered with success. */
const NOTED_CALLS = new Set(
  `hideHomeButton hideKeyboard hideLoading hideTabBar hideToast loadFontFace pageScrollTo
  setBackgroundColor setBackgroundTextStyle setKeepScreenOn setNavigationBarColor
  setNavigationBarTitle setScreenBrightness showLoading showTabBar showToast startPullDownRefresh
  stopPullDownRefresh updateShareMenu vibrateLong vibrateShort hideShareMenu showShareMenu`.split(
    /\s+/,
  ),
);

/** Builds `wx`; `router` holds the five ways to another page. */
export function buildWx(
  facts: LaunchFacts,
  host: Host,
  router: Record<string, (options: { url?: string; delta?: number }) => void>,
): WxWorld {
  const storage = phoneStorage();
  const listeners = new Map<string, Set<(value: unknown) => void>>();
  const system = { ...SYSTEM, ...facts.system };
  const launch = { path: facts.path, query: facts.query, scene: facts.scene, referrerInfo: {} };

  const wx: Record<string, unknown> = {};
  for (const name of facts.wxNames) wx[name] = unanswered(name, host, listeners);
  for (const name of ['getSystemInfoSync', 'getWindowInfo', 'getDeviceInfo', 'getAppBaseInfo']) {
    wx[name] = () => ({ ...system });
  }
  Object.assign(wx, storage.sync, {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    cloud: {},
    canIUse: (name: string) => facts.wxNames.includes(name.split('.')[0] ?? ''),
    nextTick: (work: () => void) => void setTimeout(work, 0),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getSystemSetting: () => ({ wifiEnabled: true, locationEnabled: true }),
    getAppAuthorizeSetting: () => ({ cameraAuthorized: 'authorized' }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wxdouble', envVersion: 'develop' } }),
    getMenuButtonBoundingClientRect: () => ({
      ...{ left: 281, right: 368, top: 24, bottom: 56, width: 87, height: 32 },
    }),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    request: (options: Options) => request(options, host),
  });
  const answers: Record<string, (options: never) => unknown> = {
    ...storage.asynchronous,
    ...router,
    getSystemInfo: () => ({ ...system }),
    getNetworkType: () => ({ networkType: 'wifi' }),
    getScreenBrightness: () => ({ value: 0.5 }),
    getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: '《隐私说明》' }),
    getRandomValues: ({ length }: { length: number }) => ({
      randomValues: Uint8Array.from(host.randomBytes(length)).buffer,
    }),
  };
  for (const [name, answer] of Object.entries(answers)) wx[name] = answering(name, answer, host);
  return {
    wx,
    storage,
    emit: (listener, value) => {
      for (const hear of listeners.get(listener) ?? []) hear(value);
    },
  };
}

function answering(name: string, answer: (options: never) => unknown, host: Host) {
  return (options: Options = {}) =>
    settle(name, options, async () => {
      const mocked = host.mock(name, plainText(options));
      return mocked === undefined ? answer(options as never) : JSON.parse(await mocked);
    });
}

/** What no member of its own is known for: a listener, a noted call, a mock, or a complaint. */
function unanswered(
  name: string,
  host: Host,
  listeners: Map<string, Set<(value: unknown) => void>>,
) {
  const listener = /^(on|off)[A-Z]/.exec(name)?.[1];
  if (listener !== undefined) {
    const key = name.replace(/^off/, 'on');
    return (hear?: (value: unknown) => void) => {
      const heard = listeners.get(key) ?? new Set();
      listeners.set(key, heard);
      if (listener === 'off' && hear === undefined) heard.clear();
      else if (hear !== undefined) listener === 'on' ? heard.add(hear) : heard.delete(hear);
    };
  }
  return (options: Options = {}) => {
    const text = plainText(options);
    const mocked = host.mock(name, text);
    if (mocked === undefined && NOTED_CALLS.has(name)) {
      host.note({ kind: 'call', text: name, options: text });
      return settle(name, options, async () => ({}));
    }
    if (mocked === undefined) host.note({ kind: 'unmocked', text: `wx.${name}` });
    if (/Sync$|^create/.test(name)) return undefined;
    return settle(name, options, async () => {
      if (mocked === undefined) throw new Error('not mocked');
      return JSON.parse(await mocked);
    });
  };
}

/** WeChat's manner: callbacks when any is given, else a promise. */
function settle(name: string, options: Options, work: () => Promise<unknown>): unknown {
  const callbacks = Object(options) as Callbacks;
  const { success, fail, complete } = callbacks;
  const outcome = work().then(
    (result) => {
      const said = { errMsg: `${name}:ok`, ...Object(result) };
      success?.(said);
      complete?.(said);
      return said;
    },
    (error: unknown) => {
      const said = { errMsg: `${name}:fail ${error instanceof Error ? error.message : error}` };
      fail?.(said);
      complete?.(said);
      if (fail === undefined && complete === undefined && success === undefined) throw said;
      return said;
    },
  );
  return (success ?? fail ?? complete) ? undefined : outcome;
}

function request(options: Options, host: Host): object {
  let aborted = false;
  const asked = {
    url: String(options.url),
    method: String(options.method ?? 'GET').toUpperCase(),
    headers: Object(options.header) as Record<string, string>,
    body: bodyOf(options.data),
    timeoutMs: Number(options.timeout ?? 60_000),
  };
  void settle('request', options, async () => {
    const answered = await host.request(asked);
    if (aborted) throw new Error('abort');
    if ('failed' in answered) throw new Error(answered.failed);
    const parse = options.dataType !== 'text' && options.dataType !== '其他';
    return {
      statusCode: answered.status,
      header: answered.headers,
      cookies: [],
      data: parse ? parsedOrText(answered.text) : answered.text,
    };
  });
  const nothing = () => undefined;
  return {
    abort: () => {
      aborted = true;
    },
    onHeadersReceived: nothing,
    offHeadersReceived: nothing,
    onChunkReceived: nothing,
    offChunkReceived: nothing,
  };
}

function bodyOf(data: unknown): string | undefined {
  if (data === undefined || data === null) return undefined;
  return typeof data === 'string' ? data : JSON.stringify(data);
}

function parsedOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Callbacks drop out, as they would on the way to a phone's system. */
function plainText(options: unknown): string {
  return JSON.stringify(options) ?? 'null';
}
