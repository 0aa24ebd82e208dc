import type { Row } from '@bank/db/plan';
import { parseScanned } from '@bank/shared/codes';
import {
  ChoosePin,
  SetCareMode,
  SignInByPin,
  SignInByWeChat,
  SignInToDemo,
  SignOut,
} from '@bank/shared/contracts/access';
import { PersonId } from '@bank/shared/ids';
import { maskName } from '@bank/shared/masks';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { hash, verify } from '@node-rs/argon2';
import { personById, personPhone, recordPerson } from '../community/store.ts';
import { type Command, command, type Desk } from '../platform/command.ts';
import type { CodeToSession, WeChat } from '../platform/wechat.ts';
import { tokenHash } from './identify.ts';
import { isSimplePin } from './session.ts';
import {
  type Account,
  accountById,
  accountByOpenId,
  type CountedTries,
  endSession,
  grantsOfPerson,
  oneTimeCodeByHash,
  openSession,
  openSessionsOf,
  pinAccountOfPerson,
  pinsByPhone,
  pinVersionOf,
  recordAccount,
  recordOneTimeCode,
  recordPin,
  recordTries,
  triesOf,
} from './store.ts';
import {
  afterWrongTry,
  decideTry,
  ONE_TIME_CODE_TRIES,
  PIN_TRIES,
  type TryLimit,
  triesLeft,
} from './tries.ts';

/** Opens a session for an account, new or known. The token is told once. */
function signIn(
  desk: Desk,
  account: Account | null,
  change: Partial<Account>,
  holdsPost: boolean,
  rows: readonly Row[] = [],
) {
  const id = account?.id ?? desk.chance.newId('account');
  const session = openSession(
    desk.chance,
    (token) => tokenHash(desk, token),
    { id, holdsPost },
    desk.nowMs,
  );
  return accept({
    subjectId: id,
    answer: { expiresAtMs: session.expiresAtMs },
    once: { token: session.token },
    rows: [...rows, recordAccount(account, { ...change, id }), session.row],
  });
}

/** 微信登录. The code is spent at the first asking; what it yields is looked up once a request. */
export function signInByWeChat(wechat: WeChat): Command<typeof SignInByWeChat> {
  const asked = new WeakMap<object, Promise<CodeToSession>>();
  return command(SignInByWeChat, {
    async load(desk, input) {
      // A second round of the same request must not spend the code again.
      const answer = asked.get(input) ?? wechat.codeToSession(input.code);
      asked.set(input, answer);
      const found = await answer;
      if (found.state !== 'known')
        return { found, account: null, holdsPost: false, openIdHash: '' };
      const openIdHash = desk.keys.hash('openid', found.openId);
      const account = await desk.lookout.look(accountByOpenId, openIdHash);
      const grants = account?.personId
        ? await desk.lookout.look(grantsOfPerson, account.personId)
        : [];
      return { found, account, openIdHash, holdsPost: grants.length > 0 };
    },
    decide({ found, account, openIdHash, holdsPost }, desk) {
      if (found.state === 'known') return signIn(desk, account, { openIdHash }, holdsPost);
      if (found.state === 'code-spent') {
        return refuse({ code: 'access/wechat-code-spent', facts: NO_FACTS });
      }
      if (found.state === 'risky')
        return refuse({ code: 'access/wechat-refused', facts: NO_FACTS });
      return refuse({ code: 'access/wechat-away', facts: NO_FACTS });
    },
  });
}

function wrongTry<Left extends { triesLeft: number }>(
  id: string,
  counted: CountedTries | null,
  limit: TryLimit,
  nowMs: number,
): { left: Left['triesLeft']; rows: Row[] } {
  const open = decideTry(counted, limit, nowMs);
  const after = afterWrongTry(open.ok ? open.value : { windowStartMs: nowMs, wrongCount: 0 });
  return { left: triesLeft(after, limit), rows: [recordTries(id, counted, after)] };
}

/** 手机号加密码. A number may belong to several people: then the phone asks which. */
export const signInByPin = command(SignInByPin, {
  async load(desk, input) {
    const triesId = desk.keys.hash('tries', `pin|${input.phone}`);
    const [counted, holders] = await Promise.all([
      desk.lookout.look(triesOf, triesId),
      desk.lookout.look(pinsByPhone, input.phone),
    ]);
    const agreeing = [];
    for (const holder of holders) {
      if (await verify(holder.pinHash, input.pin)) agreeing.push(holder);
    }
    const chosen =
      agreeing.find((holder) => holder.personId === input.personId) ??
      (agreeing.length === 1 ? agreeing[0] : undefined);
    const [account, grants] = await Promise.all([
      chosen ? desk.lookout.look(pinAccountOfPerson, chosen.personId) : null,
      chosen ? desk.lookout.look(grantsOfPerson, chosen.personId) : [],
    ]);
    return { triesId, counted, agreeing, chosen, account, holdsPost: grants.length > 0 };
  },
  decide({ triesId, counted, agreeing, chosen, account, holdsPost }, desk) {
    const may = decideTry(counted, PIN_TRIES, desk.nowMs);
    if (!may.ok) return refuse({ code: 'access/paused', facts: may.problem });
    if (agreeing.length === 0) {
      const { left, rows } = wrongTry(triesId, counted, PIN_TRIES, desk.nowMs);
      return { ok: false, problem: { code: 'access/wrong-pin', facts: { triesLeft: left } }, rows };
    }
    if (!chosen)
      return accept({
        subjectId: null,
        answer: { choices: [] },
        once: { choices: choicesOf(agreeing) },
      });
    const { value } = signIn(desk, account, { personId: chosen.personId }, holdsPost);
    return accept({ ...value, answer: { ...value.answer, choices: [] } });
  },
});

/** 您是哪一位: masked, since a phone and a PIN were shown but nobody yet said who. */
function choicesOf(people: readonly { personId: string; name: string }[]) {
  return people.map(({ personId, name }) => ({
    personId: PersonId.parse(personId),
    maskedName: maskName(name),
  }));
}

/** 一次性码 → 密码. The code proves the person; the phone number becomes the name to sign in by. */
export const choosePin = command(ChoosePin, {
  async load(desk, input) {
    const triesId = desk.keys.hash('tries', `code|${input.phone}`);
    const codeHash = desk.keys.hash('one-time-code', plainCode(input.code));
    const [counted, code] = await Promise.all([
      desk.lookout.look(triesOf, triesId),
      desk.lookout.look(oneTimeCodeByHash, codeHash),
    ]);
    const personId = code?.id ?? '';
    const [account, grants, pinVersion, person] = await Promise.all([
      desk.lookout.look(pinAccountOfPerson, personId),
      desk.lookout.look(grantsOfPerson, personId),
      desk.lookout.look(pinVersionOf, personId),
      desk.lookout.look(personById, personId),
    ]);
    const pinHash = await hash(input.pin);
    const holder = person?.person.state === 'here' ? person.person : null;
    return { triesId, counted, code, account, grants, pinVersion, pinHash, holder };
  },
  decide({ triesId, counted, code, account, grants, pinVersion, pinHash, holder }, desk, input) {
    const may = decideTry(counted, ONE_TIME_CODE_TRIES, desk.nowMs);
    if (!may.ok) return refuse({ code: 'access/paused', facts: may.problem });
    const isGood = code && !code.isUsed && code.expiresAtMs > desk.nowMs;
    // A number on the roster must be the one given: a code found on a desk is not enough.
    if (!isGood || !holder || (holder.phone ?? input.phone) !== input.phone) {
      const { left, rows } = wrongTry(triesId, counted, ONE_TIME_CODE_TRIES, desk.nowMs);
      return {
        ok: false,
        problem: { code: 'access/wrong-one-time-code', facts: { triesLeft: left } },
        rows,
      };
    }
    if (isSimplePin(input.pin)) return refuse({ code: 'access/pin-too-simple', facts: NO_FACTS });
    return signIn(desk, account, { personId: code.id }, grants.length > 0, [
      recordOneTimeCode({ ...code, version: code.version + 1, isUsed: true }),
      recordPin(code.id, pinVersion, pinHash, desk.nowMs),
      ...(holder.phone === null
        ? [recordPerson({ ...holder, version: holder.version + 1, phone: input.phone })]
        : []),
    ]);
  },
});

/** 演示登录: only in a database that was made as a demo. */
export const signInToDemo = command(SignInToDemo, {
  async load(desk, input) {
    const [account, grants, person] = await Promise.all([
      desk.lookout.look(pinAccountOfPerson, input.personId),
      desk.lookout.look(grantsOfPerson, input.personId),
      desk.lookout.look(personPhone, input.personId),
    ]);
    return { account, grants, person };
  },
  decide({ account, grants, person }, desk, input) {
    if (!desk.isDemo) return refuse({ code: 'access/not-a-demo', facts: NO_FACTS });
    if (!person) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    return signIn(desk, account, { personId: input.personId }, grants.length > 0);
  },
});

/** 退出登录: at once, here or on every phone. */
export const signOut = command(SignOut, {
  async load(desk) {
    const { actor } = desk;
    if (actor.kind !== 'person' && actor.kind !== 'visitor') return [];
    return desk.lookout.look(openSessionsOf, actor.accountId);
  },
  decide(sessions, { actor }, input) {
    const own = actor.kind === 'person' || actor.kind === 'visitor' ? actor.sessionId : '';
    const ending = sessions.filter((session) => input.everywhere || session.id === own);
    return accept({ subjectId: own, answer: {}, rows: ending.map(endSession) });
  },
});

export const setCareMode = command(SetCareMode, {
  async load({ actor, lookout }) {
    if (actor.kind !== 'person' && actor.kind !== 'visitor') return null;
    return lookout.look(accountById, actor.accountId);
  },
  decide(account, _desk, { isCareMode }) {
    if (!account) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const rows =
      account.isCareMode === isCareMode
        ? []
        : [recordAccount(account, { id: account.id, isCareMode })];
    return accept({ subjectId: account.id, answer: {}, rows });
  },
});

/** A one-time code as it was printed or typed: upper case, without separators. */
export function plainCode(text: string): string {
  const scanned = parseScanned(text);
  return scanned.kind === 'spoken' ? scanned.symbols : text.toUpperCase().replace(/[\s-]/g, '');
}
