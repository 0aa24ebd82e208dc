import { addDays, type Day, dayOf, isDay, sayDay } from '@bank/shared/calendar';

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

/** What is wrong with each field, in words. */
export type FormErrors = Readonly<Partial<Record<keyof CampaignForm, string>>>;

const countError = (text: string, min: number, max: number, unit: string) =>
  /^[0-9]{1,2}$/.test(text) && Number(text) >= min && Number(text) <= max
    ? undefined
    : `请填 ${min} 到 ${max} ${unit}`;

/** `words` when the day is real and does not come before `earliest`. */
function dayError(day: Day, earliest: Day, words: string): string | undefined {
  if (!isDay(day)) return '日期要写成 2026-03-17 这样';
  return isDay(earliest) && day < earliest ? words : undefined;
}

/** The form's faults; empty when it can be sent. */
export function formErrors(form: CampaignForm, nowMs: number): FormErrors {
  const { title, seats, nominateUntil, voteFrom, voteUntil, publicityDays } = form;
  const afterNominating = isDay(nominateUntil) ? addDays(nominateUntil, 1) : '';
  const all = {
    title: title.trim().length >= 2 ? undefined : '请写这次评选叫什么',
    seats: countError(seats, 1, 20, '家'),
    nominateUntil: dayError(nominateUntil, dayOf(nowMs), '推荐截止要在今天或以后'),
    voteFrom: dayError(voteFrom, afterNominating, '投票要在推荐截止之后开始'),
    voteUntil: dayError(voteUntil, voteFrom, '投票截止不能早于开始'),
    publicityDays: countError(publicityDays, 3, 15, '天'),
  };
  return Object.fromEntries(Object.entries(all).filter(([, words]) => words !== undefined));
}

/** The day as it is said, below the field that holds it. */
export const saidDay = (day: string) => (isDay(day) ? sayDay(day) : undefined);
