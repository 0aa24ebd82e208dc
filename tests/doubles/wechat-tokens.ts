/**
 * The life of an access token as WeChat's stable_token gives it out: the same token until its last
 * five minutes, then a new one while the old one still works; a forced one kills the old at once,
 * at most every 30 s and 20 times a day.
 */

const LIFE_MS = 7_200_000;
const OVERLAP_MS = 300_000;
const FORCE_APART_MS = 30_000;
const FORCES_A_DAY_MAX = 20;
const DAY_MS = 86_400_000;
/** Quotas start again at midnight in Shanghai. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

type Token = { text: string; untilMs: number; killed: boolean };

export type TokenMachine = {
  /** The token to use now and its remaining seconds. */
  give(nowMs: number, force: boolean): { access_token: string; expires_in: number };
  /** 0 when it works, else the error WeChat answers with. */
  check(token: string, nowMs: number): 0 | 40001 | 41001 | 42001;
};

/** A fresh machine; tokens are numbered, so a test can name them. */
export function tokenMachine(): TokenMachine {
  const tokens: Token[] = [];
  const forcedAtMs: number[] = [];

  const make = (nowMs: number): Token => {
    const token = {
      text: `token-${tokens.length + 1}-`.padEnd(136, 'x'),
      untilMs: nowMs + LIFE_MS,
      killed: false,
    };
    tokens.push(token);
    return token;
  };

  const mayForce = (nowMs: number): boolean => {
    const today = Math.floor((nowMs + SHANGHAI_OFFSET_MS) / DAY_MS);
    const forcedToday = forcedAtMs.filter(
      (atMs) => Math.floor((atMs + SHANGHAI_OFFSET_MS) / DAY_MS) === today,
    );
    const lastMs = forcedAtMs.at(-1) ?? Number.NEGATIVE_INFINITY;
    return nowMs - lastMs >= FORCE_APART_MS && forcedToday.length < FORCES_A_DAY_MAX;
  };

  return {
    give(nowMs, force) {
      let token = tokens.at(-1);
      if (force && token !== undefined && mayForce(nowMs)) {
        forcedAtMs.push(nowMs);
        for (const old of tokens) old.killed = true;
        token = make(nowMs);
      }
      if (token === undefined || token.untilMs - nowMs <= OVERLAP_MS) token = make(nowMs);
      return {
        access_token: token.text,
        expires_in: Math.floor((token.untilMs - nowMs) / 1_000),
      };
    },
    check(text, nowMs) {
      if (text === '') return 41001;
      const token = tokens.find((one) => one.text === text);
      if (token === undefined || token.killed) return 40001;
      return token.untilMs <= nowMs ? 42001 : 0;
    },
  };
}
