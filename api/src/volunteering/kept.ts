import { volunteeringServices } from '@bank/db/schema/volunteering';
import { sayClock, sayMoment } from '@bank/shared/calendar';
import { HELPED_WORDS, type ServiceState } from '@bank/shared/contracts/volunteering';
import { desc, eq } from 'drizzle-orm';
import type { Keeper } from '../access/kept.ts';

const LINES_MAX = 200;
const STATE_WORDS: Record<ServiceState, string> = {
  pending: '等认定',
  confirmed: '认定了',
  returned: '退回了',
  withdrawn: '撤回了',
};

/** 志愿服务: what somebody wrote down of their own service. */
export const keptByVolunteering: Keeper = async ({ reader }, { personId }) => {
  const services = await reader
    .select()
    .from(volunteeringServices)
    .where(eq(volunteeringServices.personId, personId))
    .orderBy(desc(volunteeringServices.startsAtMs))
    .limit(LINES_MAX);
  return {
    title: '志愿服务',
    why: '时长和积分从这里来；您写的话只有您和队长看得到',
    lines: services.map(({ startsAtMs, endsAtMs, helped, words, state }) => ({
      label: `${sayMoment(startsAtMs)}–${sayClock(endsAtMs)}`,
      value: `${HELPED_WORDS[helped]}：${words}（${STATE_WORDS[state]}）`,
    })),
  };
};
