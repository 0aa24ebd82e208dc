import type { Handler } from '../platform/serve.ts';
import type { WeChat } from '../platform/wechat.ts';
import { bindHousehold, unbind } from './binding-commands.ts';
import { type Keeper, readWhatIsKept } from './kept.ts';
import { listOwnHelpers } from './own-helpers.ts';
import {
  approvePost,
  endPost,
  givePost,
  issueResidentCode,
  issueStaffCode,
} from './post-commands.ts';
import { listDemoDoors, listPosts, readMe } from './queries.ts';
import {
  choosePin,
  setCareMode,
  signInByPin,
  signInByWeChat,
  signInToDemo,
  signOut,
} from './sign-in-commands.ts';

/** Which promise is kept by which command or query. WeChat's door is there only when it is set up. */
export function accessHandlers(
  wechat: WeChat | null,
  keepers: readonly Keeper[],
  sayCommand: (id: string) => string,
): Handler[] {
  return [
    ...(wechat ? [signInByWeChat(wechat)] : []),
    signInByPin,
    choosePin,
    signInToDemo,
    signOut,
    setCareMode,
    bindHousehold,
    unbind,
    issueResidentCode,
    issueStaffCode,
    givePost,
    approvePost,
    endPost,
    readMe,
    listPosts,
    listDemoDoors,
    listOwnHelpers,
    readWhatIsKept(keepers, sayCommand),
  ] as Handler[];
}
