import {
  CastBallot,
  Conclude,
  CountVotes,
  ListCampaigns,
  Nominate,
  OpenCampaign,
  OpenVoting,
  ReadCampaign,
  ReadHonours,
  ReadNominations,
  ReadTurnout,
} from '@bank/shared/contracts/selection';
import type { CampaignId, CandidateId } from '@bank/shared/ids';
import { about, useChange } from './change';
import { useDone } from './done';
import { ask, queryClient } from './query-client';

/** Campaigns under way and past; without login too. */
export const campaignsQuery = () => ask(ListCampaigns, {});

/** One campaign with its candidates in the household's own order. It never says what was chosen. */
export const campaignQuery = (campaignId: CampaignId) => ask(ReadCampaign, { campaignId });

/** The wall. */
export const honoursQuery = () => ask(ReadHonours, {});

/** What neighbours wrote about neighbours stays off the clerk's phone. */
export const nominationsQuery = (campaignId: CampaignId) =>
  ask(ReadNominations, { campaignId }, { keep: false });

/** Turnout by grid, and whether the count was asked for. */
export const turnoutQuery = (campaignId: CampaignId) => ask(ReadTurnout, { campaignId });

export const useNominating = (campaignId: CampaignId) =>
  useChange(Nominate, about(Nominate, campaignId));

/**
 * Casts the one ballot. The choice is never written on the phone: it is remembered only while the
 * app stays open and the bank has not answered, and each candidate's by itself, so that looking at
 * another one sends nothing.
 */
export function useCasting(campaignId: CampaignId, candidateId: CandidateId) {
  const change = useChange(CastBallot, about(CastBallot, campaignId, candidateId));
  useDone(change.state, () => {
    queryClient.setQueryData(campaignQuery(campaignId).queryKey, (campaign) => {
      if (!campaign?.own) return campaign;
      return { ...campaign, own: { ...campaign.own, hasCast: true } };
    });
  });
  return change;
}

export const useOpeningCampaign = () => useChange(OpenCampaign);
export const useOpeningVoting = (campaignId: CampaignId) =>
  useChange(OpenVoting, about(OpenVoting, campaignId));
export const useCounting = (campaignId: CampaignId) =>
  useChange(CountVotes, about(CountVotes, campaignId));
export const useConcluding = (campaignId: CampaignId) =>
  useChange(Conclude, about(Conclude, campaignId));
