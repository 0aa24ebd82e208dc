import { expect, test } from 'vitest';
import { blankForm, dayIn, formErrors, partsWords, saidDay } from './campaign-form';

/** 3 月 17 日 10:00 in the community. */
const nowMs = Date.UTC(2026, 2, 17, 2);
const form = { ...blankForm(nowMs), title: '第一季度最美家庭评选' };

test('a new form is whole but for its name', () => {
  expect(formErrors(blankForm(nowMs), nowMs)).toEqual({ title: '请写这次评选叫什么' });
  expect(formErrors(form, nowMs)).toEqual({});
});

test('a day is read as people write it, and said with its weekday', () => {
  expect(dayIn('4月2日', nowMs)).toBe('2026-04-02');
  expect(saidDay('4/2', nowMs)).toBe('4 月 2 日 周四');
  expect(saidDay('下周', nowMs)).toBe('');
});

test('the parts follow one another, and each wrong day says why', () => {
  expect(formErrors({ ...form, voteFrom: form.nominateUntil }, nowMs)).toEqual({
    voteFrom: '投票要在推荐截止之后开始',
  });
  expect(formErrors({ ...form, voteUntil: '2026-03-20', seats: '0' }, nowMs)).toEqual({
    voteUntil: '投票截止不能早于开始',
    seats: '请填 1 到 20 家',
  });
  expect(formErrors({ ...form, nominateUntil: '?' }, nowMs)).toEqual({
    nominateUntil: '日期要写成 2026-03-17 这样',
  });
});

test('how long each part takes is said, today and the last day counted', () => {
  expect(partsWords(form, nowMs)).toEqual([
    '推荐 8 天',
    '定候选家庭 2 天',
    '投票 7 天',
    '公示 5 天',
  ]);
  const sooner = { ...form, nominateUntil: '3-17', voteFrom: '3-18', voteUntil: '3-18' };
  expect(partsWords(sooner, nowMs)).toEqual(['推荐 1 天', '投票 1 天', '公示 5 天']);
  expect(partsWords({ ...form, voteUntil: '' }, nowMs)).toEqual([]);
});
