import { PHONE_HEADER } from '@bank/shared/contracts/request';
import { storage } from '@/device/storage';

const KEY = 'session-token';

/** WeChat keeps no cookies: the token travels in a header. */
export function sessionHeaders(): Record<string, string> {
  const token = storage.read(KEY);
  const phone = { [PHONE_HEADER]: 'weapp' };
  return token === undefined ? phone : { ...phone, Authorization: `Bearer ${token}` };
}

export function keepSessionToken(token: string): void {
  storage.write(KEY, token);
}

export function dropSessionToken(): void {
  storage.remove(KEY);
}
