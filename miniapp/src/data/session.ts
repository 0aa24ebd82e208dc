import { forgetDrafts } from './draft';
import { forgetAnswers } from './kept-answers';
import { queryClient } from './query-client';
import { forgetPending } from './request-id';
import { dropSessionToken, keepSessionToken } from './session-token';
import { sayUnread } from './unread';

/**
 * A person has signed in on this phone. Nothing the last person saw may show through, so all kept
 * answers, drafts and unanswered changes go first. On H5 the session is a cookie and the token is not kept.
 */
export function beginSession(token: string | undefined): void {
  forget();
  if (token !== undefined) keepSessionToken(token);
}

/** Nobody is signed in on this phone any more. */
export function endSession(): void {
  dropSessionToken();
  forget();
}

function forget(): void {
  forgetAnswers();
  forgetPending();
  forgetDrafts();
  queryClient.clear();
  sayUnread(false);
}
