import { expect, test } from 'vitest';
import { destinationOf } from './destinations';

const EVENT = 'E1ABCDEFGH000001ABCDEFGHJKMNPQRS';

test.each([
  ['a link on a screen', `https://bank.example.cn/q/${EVENT}`],
  ['the code alone', EVENT],
  ['what WeChat makes of a link', `https%3A%2F%2Fbank.example.cn%2Fq%2F${EVENT}`],
  ['six figures', '123456'],
  ['six figures as they are read aloud', '１２３ ４５６'],
])('%s opens the check-in', (_what, text) => {
  expect(destinationOf(text)).toEqual({ kind: 'check-in' });
});

test('a bind code opens the page where a passbook is bound', () => {
  expect(destinationOf('https://bank.example.cn/q/B17G3XK9Q2MA')).toEqual({
    kind: 'bind',
    code: 'B17G3XK9Q2MA',
  });
});

test.each([
  ['P1ABCDEFGH000001ABCDEFGHJKMNPQRS', '工作人员来扫'],
  ['K10123456789', '领取台'],
  ['https://elsewhere.example.cn/menu', '没认出这个码'],
  ['12345', '没认出这个码'],
])('%s leads nowhere, and a sentence says what to do', (text, words) => {
  const destination = destinationOf(text);
  expect(destination.kind === 'words' && destination.words).toContain(words);
});
