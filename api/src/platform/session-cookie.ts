import { PHONE_HEADER } from '@bank/shared/contracts/request';
import type { Endpoint } from '@bank/shared/endpoint';
import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';

const COOKIE = 'bank_session';

/** The session token of a request: a phone's header, else a browser's cookie. */
export function tokenOf(request: Request): string | null {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (bearer) return bearer;
  const cookies = request.headers.get('cookie') ?? '';
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(cookies)?.[1] ?? null;
}

/** Puts a new session into a cookie for browsers, which never see the token, and takes the cookie back at the end. */
export function dressWithCookie(isSecure: boolean) {
  return (context: Context, endpoint: Endpoint, answer: unknown): unknown => {
    if (endpoint.id === 'access/sign-out') deleteCookie(context, COOKIE, { path: '/' });
    const { token, ...rest } = (answer ?? {}) as { token?: string; expiresAtMs?: number };
    if (token === undefined || context.req.header(PHONE_HEADER) !== undefined) return answer;
    setCookie(context, COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure,
      ...(rest.expiresAtMs === undefined ? {} : { expires: new Date(rest.expiresAtMs) }),
    });
    return rest;
  };
}
