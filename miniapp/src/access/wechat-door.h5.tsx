/** A browser has no WeChat account to sign in with. */
export function WeChatDoor(_props: { onOpen: () => void }) {
  return null;
}
