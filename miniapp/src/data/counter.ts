import {
  type BranchId,
  FindCardHolder,
  FindOrder,
  HandOver,
  ReadCounter,
  ReadStock,
  ReceiveStock,
  RedeemByCard,
  ReverseHandOver,
} from '@bank/shared/contracts/redemption';
import { useChange } from './change';
import { ask } from './query-client';

/** What waits at a counter and what left it today; without a branch, the clerk's first. */
export const counterQuery = (branchId?: BranchId) => ask(ReadCounter, branchId ? { branchId } : {});

/** Received, handed out, lost, set aside, free: a line for each kind of goods. */
export const stockQuery = (branchId?: BranchId) => ask(ReadStock, branchId ? { branchId } : {});

export const useFindingOrder = () => useChange(FindOrder);
export const useHandingOver = () => useChange(HandOver);
export const useReversing = () => useChange(ReverseHandOver);
export const useFindingCardHolder = () => useChange(FindCardHolder);
export const useCardRedemption = () => useChange(RedeemByCard);
export const useReceivingStock = () => useChange(ReceiveStock);
