import {
  eventsAttendances,
  eventsEvents,
  eventsOccasions,
  eventsSignUps,
} from '@bank/db/schema/events';
import { sayMoment } from '@bank/shared/calendar';
import { desc, eq } from 'drizzle-orm';
import type { Keeper } from '../access/kept.ts';

const LINES_MAX = 200;
const SIGN_UP_WORDS = { seated: '报上了', waiting: '在排候补', cancelled: '取消了' };
const ATTENDANCE_WORDS = {
  waiting: '补交的，等确认',
  present: '签到了',
  refused: '补交的，没算',
  undone: '签到撤回了',
};

/** 活动: what somebody signed up for, and where they were. */
export const keptByEvents: Keeper = async ({ reader }, { personId }) => {
  const [signUps, attendances] = await Promise.all([
    reader
      .select({
        title: eventsEvents.title,
        state: eventsSignUps.state,
        atMs: eventsSignUps.askedAtMs,
      })
      .from(eventsSignUps)
      .innerJoin(eventsOccasions, eq(eventsOccasions.id, eventsSignUps.occasionId))
      .innerJoin(eventsEvents, eq(eventsEvents.id, eventsOccasions.eventId))
      .where(eq(eventsSignUps.personId, personId))
      .orderBy(desc(eventsSignUps.askedAtMs))
      .limit(LINES_MAX),
    reader
      .select({
        title: eventsEvents.title,
        state: eventsAttendances.state,
        atMs: eventsAttendances.inAtMs,
      })
      .from(eventsAttendances)
      .innerJoin(eventsOccasions, eq(eventsOccasions.id, eventsAttendances.occasionId))
      .innerJoin(eventsEvents, eq(eventsEvents.id, eventsOccasions.eventId))
      .where(eq(eventsAttendances.personId, personId))
      .orderBy(desc(eventsAttendances.inAtMs))
      .limit(LINES_MAX),
  ]);
  return {
    title: '活动',
    why: '报名占着名额，签到算着积分，都要查得到',
    lines: [
      ...signUps.map(({ title, state, atMs }) => ({
        label: `${sayMoment(atMs)} 报名`,
        value: `${title}，${SIGN_UP_WORDS[state]}`,
      })),
      ...attendances.map(({ title, state, atMs }) => ({
        label: sayMoment(atMs),
        value: `${title}，${ATTENDANCE_WORDS[state]}`,
      })),
    ],
  };
};
