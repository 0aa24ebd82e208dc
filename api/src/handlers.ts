import type { BookCheck } from '@bank/db/verify';
import { accessHandlers } from './access/routes.ts';
import { communityHandlers } from './community/routes.ts';
import { eventsChecks } from './events/checks.ts';
import { eventsHandlers } from './events/routes.ts';
import { intakeHandlers } from './intake/routes.ts';
import { verifyForAuditor } from './ledger/queries.ts';
import { noticesHandlers } from './notices/routes.ts';
import { passbookHandlers } from './passbook/routes.ts';
import type { Handler } from './platform/serve.ts';
import type { WeChat } from './platform/wechat.ts';
import { redemptionChecks } from './redemption/checks.ts';
import { redemptionHandlers } from './redemption/routes.ts';
import { scoringChecks } from './scoring/checks.ts';
import { scoringHandlers } from './scoring/routes.ts';
import { selectionChecks } from './selection/checks.ts';
import { selectionHandlers } from './selection/routes.ts';
import { volunteeringChecks } from './volunteering/checks.ts';
import { volunteeringHandlers } from './volunteering/routes.ts';

/** What each room promises about its own rows, beside the ledger's own checks. */
export const bookChecks: readonly BookCheck[] = [
  ...redemptionChecks,
  ...selectionChecks,
  ...scoringChecks,
  ...eventsChecks,
  ...volunteeringChecks,
];

/** Every promise of the bank and who keeps it. The OpenAPI document and the docs come from here. */
export function allHandlers(wechat: WeChat | null): Handler[] {
  return [
    ...communityHandlers,
    ...accessHandlers(wechat),
    verifyForAuditor(bookChecks) as unknown as Handler,
    ...passbookHandlers,
    ...scoringHandlers,
    ...noticesHandlers,
    ...redemptionHandlers,
    ...selectionHandlers,
    ...eventsHandlers,
    ...volunteeringHandlers,
    ...intakeHandlers,
  ];
}
