import * as z from './zod.ts';

const ID_LENGTH_MAX = 64;

/** An id is a prefix that names its kind and a time-ordered random tail, made by the context. */
function id<const Brand extends string>(prefix: string, _brand: Brand) {
  return z
    .string()
    .check(z.maxLength(ID_LENGTH_MAX), z.regex(new RegExp(`^${prefix}_[0-9A-Za-z]{1,60}$`)))
    .brand<Brand>();
}

export const AreaId = id('area', 'AreaId');
export type AreaId = z.infer<typeof AreaId>;
export const HouseholdId = id('home', 'HouseholdId');
export type HouseholdId = z.infer<typeof HouseholdId>;
export const PersonId = id('person', 'PersonId');
export type PersonId = z.infer<typeof PersonId>;
export const GrantId = id('grant', 'GrantId');
export type GrantId = z.infer<typeof GrantId>;
export const CardId = id('card', 'CardId');
export type CardId = z.infer<typeof CardId>;
export const SessionId = id('session', 'SessionId');
export type SessionId = z.infer<typeof SessionId>;
export const TransferId = id('transfer', 'TransferId');
export type TransferId = z.infer<typeof TransferId>;
export const RuleId = id('rule', 'RuleId');
export type RuleId = z.infer<typeof RuleId>;
export const ItemId = id('item', 'ItemId');
export type ItemId = z.infer<typeof ItemId>;
export const OrderId = id('order', 'OrderId');
export type OrderId = z.infer<typeof OrderId>;
export const EventId = id('event', 'EventId');
export type EventId = z.infer<typeof EventId>;
export const OccasionId = id('occasion', 'OccasionId');
export type OccasionId = z.infer<typeof OccasionId>;
export const ServiceId = id('service', 'ServiceId');
export type ServiceId = z.infer<typeof ServiceId>;
export const CampaignId = id('campaign', 'CampaignId');
export type CampaignId = z.infer<typeof CampaignId>;
export const CandidateId = id('candidate', 'CandidateId');
export type CandidateId = z.infer<typeof CandidateId>;
export const NoticeId = id('notice', 'NoticeId');
export type NoticeId = z.infer<typeof NoticeId>;

/** Made and stored by the phone before it sends; the bank gives it one answer, ever. */
export const RequestId = z
  .string()
  .check(z.minLength(16), z.maxLength(ID_LENGTH_MAX), z.regex(/^[0-9A-Za-z_-]+$/))
  .brand<'RequestId'>();
export type RequestId = z.infer<typeof RequestId>;
