import {
  ApprovePost,
  EndPost,
  GivePost,
  IssueResidentCode,
  IssueStaffCode,
  ListPosts,
  type PostRecord,
} from '@bank/shared/contracts/access';
import { useChange } from './change';
import { ask } from './query-client';

export type PostState = PostRecord['state'];

/** Posts in one state, narrowed by a name where one is given. Not kept on the phone. */
export const postsQuery = (state: PostState, search: string) =>
  ask(ListPosts, { state, ...(search !== '' && { search }) }, { keep: false });

export const useGivingPost = () => useChange(GivePost);
export const useApprovingPost = () => useChange(ApprovePost);
export const useEndingPost = () => useChange(EndPost);
export const useResidentCode = () => useChange(IssueResidentCode);
export const useStaffCode = () => useChange(IssueStaffCode);
