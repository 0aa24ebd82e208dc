import {
  ConfirmService,
  ListWaitingServices,
  LogService,
  ReadHours,
  ReturnService,
  WithdrawService,
} from '@bank/shared/contracts/volunteering';
import type { ServiceId } from '@bank/shared/ids';
import { about, useChange } from './change';
import { ask } from './query-client';

/** 我的志愿时长: hours, stars, months and lines. */
export const hoursQuery = () => ask(ReadHours, {});

/** What waits for a team leader, with the words of those who did it: not kept on the phone. */
export const waitingServicesQuery = () => ask(ListWaitingServices, {}, { keep: false });

export const useLogging = () => useChange(LogService);

export const useWithdrawing = (serviceId: ServiceId) =>
  useChange(WithdrawService, about(WithdrawService, serviceId));

export const useConfirming = (serviceId: ServiceId) =>
  useChange(ConfirmService, about(ConfirmService, serviceId));

export const useReturning = (serviceId: ServiceId) =>
  useChange(ReturnService, about(ReturnService, serviceId));
