export const PIN_LENGTH = 6;
export const PHONE_LENGTH_MAX = 13;
const PHONE_DIGITS_MIN = 10;
const MOBILE_DIGITS = 11;

/** What is wrong with a phone number as typed so far, in words. */
export function phoneError(phone: string): string | undefined {
  const digits = phone.replace(/\D/g, '').length;
  if (digits === 0) return '请填手机号';
  return digits < PHONE_DIGITS_MIN ? `还差 ${MOBILE_DIGITS - digits} 位` : undefined;
}

/** What is wrong with a PIN as typed so far, in words. */
export function pinError(pin: string): string | undefined {
  if (!/^\d*$/.test(pin)) return '密码只有数字';
  return pin.length < PIN_LENGTH
    ? `密码是 6 位数字，还差 ${PIN_LENGTH - pin.length} 位`
    : undefined;
}
