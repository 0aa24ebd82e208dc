import { expect, test } from 'vitest';
import { maskName, maskPhone } from './masks.ts';

test.each([
  ['张三丰', '张*丰'],
  ['王芳', '王*'],
  ['欧阳修', '欧阳*'],
  ['欧阳锦华', '欧阳*华'],
  ['冉', '冉'],
  ['尉迟', '尉*'],
  ['𬭎小龑', '𬭎*龑'],
  ['爱新觉罗启', '爱***启'],
  ['阿依古丽·买买提', '阿依古丽·***'],
])('%s is shown in public as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test('a phone is shown so that it cannot be dialled', () => {
  expect(maskPhone('13800138000')).toBe('138****8000');
  expect(maskPhone('12345')).toBe('****');
});
