import { OpenCampaign, OpenVoting } from '@bank/shared/contracts/selection';
import { bodyOf } from '../answer.ts';
import { openTestBank, type TestBank } from '../bank.ts';
import { foundWorld, PENG, person, post, SITE, STAFF, TIAN } from '../world.ts';

export const DAY_MS = 86_400_000;
/** The other steward who counts. */
export const SECOND = 'person_second';
/** Who stands, once the shortlist is made. */
export const standing = [TIAN, PENG].map((householdId) => ({
  householdId,
  story: '照顾邻居老人三年',
}));

/** A bank with two stewards and one campaign that takes nominations. */
export async function openCampaignWorld(): Promise<{ bank: TestBank; campaignId: string }> {
  const bank = await openTestBank();
  await foundWorld(bank);
  await bank.given({ rows: [person(SECOND, null, '第二位'), post(SECOND, 'steward', SITE.area)] });
  const opened = await bank.call(STAFF.steward, OpenCampaign, {
    requestId: bank.requestId(),
    areaId: SITE.area,
    title: '第一季度最美家庭',
    kind: 'model-family',
    seats: 1,
    nominateUntil: '2026-03-18',
    voteFrom: '2026-03-19',
    voteUntil: '2026-03-20',
    publicityDays: 5,
  });
  return { bank, campaignId: bodyOf(opened).campaignId };
}

/** Two homes stand and the first day of voting has come. */
export async function openVotingAt(
  bank: TestBank,
  campaignId: string,
): Promise<{ tian: string; peng: string }> {
  await bank.call(STAFF.steward, OpenVoting, {
    requestId: bank.requestId(),
    campaignId,
    candidates: standing,
  });
  bank.pass(2 * DAY_MS);
  const { rows } = await bank.opened.connections.reading.execute(
    'SELECT id, household_id FROM selection_candidates',
  );
  const idOf = (householdId: string) =>
    String(rows.find((row) => row.household_id === householdId)?.id);
  return { tian: idOf(TIAN), peng: idOf(PENG) };
}
