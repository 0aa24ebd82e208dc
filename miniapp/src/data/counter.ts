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
import { about, useChange } from './change';
import { ask } from './query-client';

/** What waits at a counter and what left it today; without a branch, the clerk's first. */
export const counterQuery = (branchId?: BranchId) => ask(ReadCounter, branchId ? { branchId } : {});

/** Received, handed out, lost, set aside, free: a line for each kind of goods. */
export const stockQuery = (branchId?: BranchId) => ask(ReadStock, branchId ? { branchId } : {});

export const useFindingOrder = () => useChange(FindOrder);
export const useHandingOver = (orderId: string) => useChange(HandOver, about(HandOver, orderId));
export const useReversing = (orderId: string) =>
  useChange(ReverseHandOver, about(ReverseHandOver, orderId));
export const useFindingCardHolder = () => useChange(FindCardHolder);
export const useCardRedemption = (householdId: string, itemId: string) =>
  useChange(RedeemByCard, about(RedeemByCard, householdId, itemId));
export const useReceivingStock = (branchId: string, itemId: string) =>
  useChange(ReceiveStock, about(ReceiveStock, branchId, itemId));
