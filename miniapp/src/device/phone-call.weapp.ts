import Taro from '@tarojs/taro';
import { quietly } from './quietly';

/** Hands the number to the phone's own dialler; a person who thinks better of it is no error. */
export function callPhone(number: string): void {
  quietly(Taro.makePhoneCall({ phoneNumber: number }));
}
