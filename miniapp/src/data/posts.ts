import {
  ApprovePost,
  EndPost,
  GivePost,
  IssueResidentCode,
  IssueStaffCode,
  ListPosts,
  type PostRecord,
} from '@bank/shared/contracts/access';
import { about, useChange } from './change';
import { ask } from './query-client';

export type PostState = PostRecord['state'];

/** Posts in one state, narrowed by a name where one is given. Not kept on the phone. */
export const postsQuery = (state: PostState, search: string) =>
  ask(ListPosts, { state, ...(search !== '' && { search }) }, { keep: false });

export const useGivingPost = (personId: string) => useChange(GivePost, about(GivePost, personId));
export const useApprovingPost = (grantId: string) =>
  useChange(ApprovePost, about(ApprovePost, grantId));
export const useEndingPost = (grantId: string) => useChange(EndPost, about(EndPost, grantId));
export const useResidentCode = (personId: string) =>
  useChange(IssueResidentCode, about(IssueResidentCode, personId));
export const useStaffCode = (personId: string) =>
  useChange(IssueStaffCode, about(IssueStaffCode, personId));
