import type { BookCheck } from '@bank/db/verify';
import type { Keeper } from './access/kept.ts';
import { accessHandlers } from './access/routes.ts';
import { communityHandlers } from './community/routes.ts';
import { eventsChecks } from './events/checks.ts';
import { keptByEvents } from './events/kept.ts';
import { eventsHandlers } from './events/routes.ts';
import { intakeHandlers } from './intake/routes.ts';
import { verifyForAuditor } from './ledger/queries.ts';
import { keptByNotices } from './notices/kept.ts';
import { noticesHandlers } from './notices/routes.ts';
import { passbookHandlers } from './passbook/routes.ts';
import type { Handler } from './platform/serve.ts';
import type { WeChat } from './platform/wechat.ts';
import { redemptionChecks } from './redemption/checks.ts';
import { keptByRedemption } from './redemption/kept.ts';
import { redemptionHandlers } from './redemption/routes.ts';
import { scoringChecks } from './scoring/checks.ts';
import { scoringHandlers } from './scoring/routes.ts';
import { selectionChecks } from './selection/checks.ts';
import { keptBySelection } from './selection/kept.ts';
import { selectionHandlers } from './selection/routes.ts';
import { volunteeringChecks } from './volunteering/checks.ts';
import { keptByVolunteering } from './volunteering/kept.ts';
import { volunteeringHandlers } from './volunteering/routes.ts';

/** What each room promises about its own rows, beside the ledger's own checks. */
export const bookChecks: readonly BookCheck[] = [
  ...redemptionChecks,
  ...selectionChecks,
  ...scoringChecks,
  ...eventsChecks,
  ...volunteeringChecks,
];

/** What each room tells somebody that it keeps of them, in the order they read it. */
const keepers: readonly Keeper[] = [
  keptByEvents,
  keptByVolunteering,
  keptByRedemption,
  keptBySelection,
  keptByNotices,
];

/** Every promise of the bank and who keeps it. The OpenAPI document and the docs come from here. */
export function allHandlers(wechat: WeChat | null): Handler[] {
  const handlers: Handler[] = [];
  // A command is told by the summary of its promise; what the clock does by itself has none.
  const sayCommand = (id: string) =>
    handlers.find(({ endpoint }) => endpoint.id === id)?.endpoint.summary ?? '系统自动办的';
  handlers.push(
    ...communityHandlers,
    ...accessHandlers(wechat, keepers, sayCommand),
    verifyForAuditor(bookChecks) as unknown as Handler,
    ...passbookHandlers,
    ...scoringHandlers,
    ...noticesHandlers,
    ...redemptionHandlers,
    ...selectionHandlers,
    ...eventsHandlers,
    ...volunteeringHandlers,
    ...intakeHandlers,
  );
  return handlers;
}
