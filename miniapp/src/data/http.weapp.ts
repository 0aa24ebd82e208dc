import Taro from '@tarojs/taro';
import { quietly } from '@/device/quietly';
import { UnknownOutcome } from './errors';
import type { HttpAnswer, SendHttp } from './http-shape';

/** By WeChat, which hands every status to `success` and keeps no cookies. */
export const sendHttp: SendHttp = ({ method, url, headers, body, timeoutMs, signal }) =>
  new Promise<HttpAnswer>((resolve, reject) => {
    const task = Taro.request<string, string>({
      url,
      method,
      header: headers,
      ...(body !== undefined && { data: body }),
      timeout: timeoutMs,
      // The answer is parsed once, by its contract.
      dataType: 'text',
      responseType: 'text',
      success: ({ statusCode, data }) =>
        resolve({
          status: statusCode,
          text: typeof data === 'string' ? data : JSON.stringify(data),
        }),
      fail: () => reject(new UnknownOutcome()),
    });
    // `fail` has answered already; the promise beside it says the same again.
    quietly(task);
    // With interceptors installed there is nothing to abort.
    signal?.addEventListener('abort', () => task.abort?.());
  });
