/** The addresses of the staff pages. */
export const PICKUP_PAGE = '/staff/pickup/index';
export const CARD_PAGE = '/staff/card/index';
export const STOCK_PAGE = '/staff/stock/index';
export const RECEIVE_PAGE = '/staff/receive/index';
export const HOUSEHOLDS_PAGE = '/staff/households/index';
export const PRINTS_PAGE = '/staff/prints/index';
export const POSTS_PAGE = '/staff/posts/index';
export const VERIFICATION_PAGE = '/staff/verification/index';
export const INTAKE_PAGE = '/staff/intake/index';
export const CAMPAIGNS_PAGE = '/staff/campaigns/index';
export const OPEN_CAMPAIGN_PAGE = '/staff/open-campaign/index';

/** One campaign as those see it who run it. */
export const campaignConsolePage = (campaignId: string) => `/staff/campaign/index?id=${campaignId}`;

/** The registration of one household. */
export const householdPage = (householdId: string) => `/staff/household/index?id=${householdId}`;

/** A new post for somebody. */
export const givePostPage = (personId: string, name: string) =>
  `/staff/give-post/index?person=${personId}&name=${encodeURIComponent(name)}`;
export const OCCASIONS_PAGE = '/staff/occasions/index';
export const ARRANGE_PAGE = '/staff/arrange-event/index';
export const SERVICES_PAGE = '/staff/services/index';

/** The check-in desk of one occasion. */
export const consolePage = (occasionId: string) => `/staff/console/index?id=${occasionId}`;

/** The roll of one occasion. */
export const rollPage = (occasionId: string) => `/staff/roll/index?id=${occasionId}`;
