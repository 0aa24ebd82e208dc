import { addDays, type Day, dayOf, sayDay, startOfDayMs } from '@bank/shared/calendar';
import { readDay } from '../../ui/time-words';

const DAY_MS = 86_400_000;

/** A campaign as it is typed: all fields are words until it is opened. */
export interface CampaignForm extends Record<string, string> {
  title: string;
  kind: string;
  seats: string;
  nominateUntil: string;
  voteFrom: string;
  voteUntil: string;
  publicityDays: string;
}

/** A week to recommend, two days to choose the candidates, a week to vote. */
export function blankForm(nowMs: number): CampaignForm {
  const today = dayOf(nowMs);
  return {
    title: '',
    kind: 'model-family',
    seats: '3',
    nominateUntil: addDays(today, 7),
    voteFrom: addDays(today, 10),
    voteUntil: addDays(today, 16),
    publicityDays: '5',
  };
}

/** The day that was typed, on this side of the next year. */
export const dayIn = (typed: string, nowMs: number): Day | undefined =>
  readDay(typed, dayOf(nowMs), 'ahead');

/** What is wrong with each field, in words. */
export type FormErrors = Readonly<Partial<Record<keyof CampaignForm, string>>>;

const countError = (text: string, min: number, max: number, unit: string) =>
  /^[0-9]{1,2}$/.test(text) && Number(text) >= min && Number(text) <= max
    ? undefined
    : `请填 ${min} 到 ${max} ${unit}`;

/** `words` when the day is real and does not come before `earliest`. */
function dayError(
  day: Day | undefined,
  earliest: Day | undefined,
  words: string,
): string | undefined {
  if (day === undefined) return '日期要写成 2026-03-17 这样';
  return earliest !== undefined && day < earliest ? words : undefined;
}

/** The form's faults; empty when it can be sent. */
export function formErrors(form: CampaignForm, nowMs: number): FormErrors {
  const { title, seats, publicityDays } = form;
  const nominateUntil = dayIn(form.nominateUntil, nowMs);
  const voteFrom = dayIn(form.voteFrom, nowMs);
  const afterNominating = nominateUntil && addDays(nominateUntil, 1);
  const all = {
    title: title.trim().length >= 2 ? undefined : '请写这次评选叫什么',
    seats: countError(seats, 1, 20, '家'),
    nominateUntil: dayError(nominateUntil, dayOf(nowMs), '推荐截止要在今天或以后'),
    voteFrom: dayError(voteFrom, afterNominating, '投票要在推荐截止之后开始'),
    voteUntil: dayError(dayIn(form.voteUntil, nowMs), voteFrom, '投票截止不能早于开始'),
    publicityDays: countError(publicityDays, 3, 15, '天'),
  };
  return Object.fromEntries(Object.entries(all).filter(([, words]) => words !== undefined));
}

/** The day as it is said, below the field that holds it. */
export function saidDay(typed: string, nowMs: number): string {
  const day = dayIn(typed, nowMs);
  return day === undefined ? '' : sayDay(day);
}

const daysFrom = (from: Day, until: Day) =>
  Math.round((startOfDayMs(until) - startOfDayMs(from)) / DAY_MS);

/** 推荐 8 天, 定候选家庭 2 天, 投票 7 天, 公示 5 天: how long each part takes; nothing while a day is wrong. */
export function partsWords(form: CampaignForm, nowMs: number): readonly string[] {
  const errors = formErrors(form, nowMs);
  if (errors.nominateUntil ?? errors.voteFrom ?? errors.voteUntil ?? errors.publicityDays) {
    return [];
  }
  const today = dayOf(nowMs);
  const [nominateUntil = today, voteFrom = today, voteUntil = today] = [
    form.nominateUntil,
    form.voteFrom,
    form.voteUntil,
  ].map((typed) => dayIn(typed, nowMs));
  const choosing = daysFrom(nominateUntil, voteFrom) - 1;
  return [
    `推荐 ${daysFrom(today, nominateUntil) + 1} 天`,
    ...(choosing > 0 ? [`定候选家庭 ${choosing} 天`] : []),
    `投票 ${daysFrom(voteFrom, voteUntil) + 1} 天`,
    `公示 ${form.publicityDays} 天`,
  ];
}
