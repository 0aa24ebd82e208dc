import {
  BindHousehold,
  ChoosePin,
  ListDemoDoors,
  ListOwnHelpers,
  ReadMe,
  ReadWhatIsKept,
  SetCareMode,
  SignInByPin,
  SignInByWeChat,
  SignInToDemo,
  SignOut,
  Unbind,
} from '@bank/shared/contracts/access';
import { useEffect } from 'react';
import { useChange } from './change';
import { useDone } from './done';
import { ask, useAsk } from './query-client';
import { beginSession, endSession } from './session';
import { sayUnread } from './unread';

/** Who holds this phone, their home and their posts. Refused in words before sign-in. */
export const meQuery = () => ask(ReadMe, {});

/** The doors of a demonstration; a real bank has none. */
export const demoDoorsQuery = () => ask(ListDemoDoors, {}, { keep: false });

/** Whoever holds this phone, as far as it remembers without a network. */
export const useLastMe = () => useAsk(meQuery()).data?.person ?? undefined;

/** Asks who holds this phone, and lets the tab bar know whether a message waits. */
export function useMe() {
  const me = useAsk(meQuery());
  const waits = (me.data?.unreadCount ?? 0) > 0 && me.error === null;
  useEffect(() => sayUnread(waits), [waits]);
  return me;
}

/** Whom one's home may call: the grid worker, the cluster lead. */
export const ownHelpersQuery = () => ask(ListOwnHelpers, {});

/** Everything that is kept about the person who asks. Not on the phone as well. */
export const whatIsKeptQuery = () => ask(ReadWhatIsKept, {}, { keep: false });

type Opened = { token?: string | undefined };

/** Sign-in by WeChat's code. `then` runs once the session is open. */
export function useWeChatSignIn(then: () => void) {
  const change = useChange(SignInByWeChat);
  useDone<Opened>(change.state, ({ token }) => {
    beginSession(token);
    then();
  });
  return change;
}

/** Sign-in by phone and PIN. While several people answer to both, `choices` asks 您是哪一位. */
export function usePinSignIn(then: () => void) {
  const change = useChange(SignInByPin);
  const choices = change.state.kind === 'done' ? change.state.answer.choices : [];
  useDone(change.state, (answer) => {
    if (answer.choices.length > 0) return;
    beginSession(answer.token);
    then();
  });
  return { ...change, choices };
}

/** A first or forgotten PIN, chosen with the one-time code a clerk gave; signs in as well. */
export function usePinChoice(then: () => void) {
  const change = useChange(ChoosePin);
  useDone<Opened>(change.state, ({ token }) => {
    beginSession(token);
    then();
  });
  return change;
}

/** Through a door of the demonstration. */
export function useDemoSignIn(then: () => void) {
  const change = useChange(SignInToDemo);
  useDone<Opened>(change.state, ({ token }) => {
    beginSession(token);
    then();
  });
  return change;
}

/** Binds this person to their passbook by the code on paper and their name. */
export const useBinding = () => useChange(BindHousehold);

/** This account no longer sees the passbook; the points stay where they are. */
export const useUnbinding = () => useChange(Unbind);

/** Ends the session on the server first, then forgets everything on this phone. */
export function useSignOut(then: () => void) {
  const change = useChange(SignOut);
  useDone(change.state, () => {
    endSession();
    then();
  });
  return change;
}

/** Remembers 大字版 for the person, on whichever phone they hold next. */
export const useCareModeMemory = () => useChange(SetCareMode);
