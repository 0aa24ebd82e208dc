import type { CredentialField } from './credential-form';

const PIN_LENGTH = 6;
const PHONE_LENGTH_MAX = 13;
const PHONE_DIGITS_MIN = 10;
const MOBILE_DIGITS = 11;

function phoneFault(phone: string): string | undefined {
  const digits = phone.replace(/\D/g, '').length;
  if (digits === 0) return '请填手机号';
  return digits < PHONE_DIGITS_MIN ? `还差 ${MOBILE_DIGITS - digits} 位` : undefined;
}

function pinFault(pin: string): string | undefined {
  if (!/^\d*$/.test(pin)) return '密码只有数字';
  return pin.length < PIN_LENGTH
    ? `密码是 6 位数字，还差 ${PIN_LENGTH - pin.length} 位`
    : undefined;
}

/** The phone number of whoever signs in. */
export const PHONE_FIELD: CredentialField<'phone'> = {
  name: 'phone',
  label: '手机号',
  kind: 'phone',
  lengthMax: PHONE_LENGTH_MAX,
  fault: phoneFault,
};

/** Six figures that were chosen before, or are chosen now. */
export const pinField = (label: string): CredentialField<'pin'> => ({
  name: 'pin',
  label,
  hint: '6 位数字',
  kind: 'password',
  lengthMax: PIN_LENGTH,
  fault: pinFault,
});
