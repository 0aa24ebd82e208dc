import {
  FindHouseholds,
  ListAreas,
  MendHousehold,
  MendPerson,
  NameVoter,
  PrintBindCodes,
  PrintElderCard,
  ReadHousehold,
  ReadOwnHousehold,
  RevokeElderCard,
} from '@bank/shared/contracts/community';
import type { HouseholdId } from '@bank/shared/ids';
import { about, useChange } from './change';
import { ask } from './query-client';

/** The home of whoever holds this phone, as it is registered. */
export const ownHouseholdQuery = () => ask(ReadOwnHousehold, {});

/** The names of sites, grids and joint households. */
export const areasQuery = () => ask(ListAreas, {});

/** Other people's homes are not kept on the clerk's phone. */
export const householdsQuery = (search: string) => ask(FindHouseholds, { search }, { keep: false });
export const householdQuery = (householdId: HouseholdId) =>
  ask(ReadHousehold, { householdId }, { keep: false });

/** Whom the householder asks to cast the home's ballot. */
export const useNamingVoter = () => useChange(NameVoter);

export const useHouseholdMend = (householdId: string) =>
  useChange(MendHousehold, about(MendHousehold, householdId));
export const usePersonMend = (personId: string) =>
  useChange(MendPerson, about(MendPerson, personId));
/** Of one home or one area. */
export const useBindCodePrint = (subjectId: string) =>
  useChange(PrintBindCodes, about(PrintBindCodes, subjectId));
export const useElderCardPrint = (personId: string) =>
  useChange(PrintElderCard, about(PrintElderCard, personId));
export const useCardRevocation = (cardId: string) =>
  useChange(RevokeElderCard, about(RevokeElderCard, cardId));
