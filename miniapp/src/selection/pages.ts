/** The addresses inside this room; those that others lead to are in ui/go. */
export const candidatePage = (campaignId: string, candidateId: string) =>
  `/selection/candidate/index?campaign=${campaignId}&id=${candidateId}`;

export const nominatePage = (campaignId: string) => `/selection/nominate/index?id=${campaignId}`;

/** The receipt of a ballot: which campaign and which day, never for whom. */
export const receiptPage = (campaignId: string, day: string) =>
  `/selection/receipt/index?id=${campaignId}&on=${day}`;
