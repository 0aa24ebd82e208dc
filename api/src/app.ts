import { meaningOf, NO_FACTS, problemCodes } from '@bank/shared/problem';
import type { Context as HonoContext } from 'hono';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { identify } from './access/identify.ts';
import { docsPage } from './docs-page.ts';
import { allHandlers } from './handlers.ts';
import { openApiDocument } from './openapi.ts';
import type { Bank } from './platform/context.ts';
import type { Log } from './platform/log.ts';
import type { Metrics } from './platform/metrics.ts';
import { type Handler, problemResponse, serve } from './platform/serve.ts';
import { dressWithCookie, tokenOf } from './platform/session-cookie.ts';
import type { WeChat } from './platform/wechat.ts';

export interface Surroundings {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly wechat: WeChat | null;
  /** Serves the built H5 app; null where there is none, as in tests of the API. */
  readonly pages: ((context: HonoContext) => Promise<Response>) | null;
  /** Who may read `/metrics`. */
  readonly mayReadMetrics: (context: HonoContext) => boolean;
}

const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  // Inline styles are how the H5 runtime places things; scripts are only our own files.
  styleSrc: ["'self'", "'unsafe-inline'"],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  mediaSrc: ["'self'", 'blob:'],
  workerSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
};

/** The whole product behind one door: the API, the machine pages, and the H5 app of one origin. */
export function openApp(bank: Bank, surroundings: Surroundings): Hono {
  const { log, metrics, wechat, pages, mayReadMetrics } = surroundings;
  const isSecure = bank.publicUrl.startsWith('https:');
  const app = new Hono();
  const handlers = allHandlers(wechat);
  app.use(
    secureHeaders({
      contentSecurityPolicy: CONTENT_POLICY,
      strictTransportSecurity: isSecure ? 'max-age=31536000; includeSubDomains' : false,
      permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [] },
      crossOriginEmbedderPolicy: false,
    }),
  );
  const door = {
    bank,
    log,
    metrics,
    identify: (request: Request) => identify(bank, tokenOf(request)),
    dress: dressWithCookie(isSecure),
  };
  for (const handler of handlers) serve(app, door, handler);
  serveMachinePages(app, bank, handlers, metrics, mayReadMetrics);
  app.all('/api/*', () => problemResponse({ code: 'request/not-found', facts: NO_FACTS }));
  if (pages) app.get('*', pages);
  app.notFound(() => problemResponse({ code: 'request/not-found', facts: NO_FACTS }));
  app.onError((error) => {
    log.error({ endpoint: 'door', reason: error.stack ?? error.message });
    return problemResponse({ code: 'request/unknown-outcome', facts: NO_FACTS });
  });
  return app;
}

function serveMachinePages(
  app: Hono,
  bank: Bank,
  handlers: readonly Handler[],
  metrics: Metrics,
  mayReadMetrics: (context: HonoContext) => boolean,
): void {
  const endpoints = handlers.map((handler) => handler.endpoint);
  const document = openApiDocument(endpoints);
  app.get('/openapi.json', (context) => context.json(document));
  app.get('/docs', (context) => context.html(docsPage(endpoints)));
  app.get('/healthz', (context) => context.json({ ok: true, lastSeq: bank.writer.lastSeq }));
  app.get('/metrics', async (context) =>
    mayReadMetrics(context)
      ? context.text(await metrics.text())
      : problemResponse({ code: 'request/not-found', facts: NO_FACTS }),
  );
  app.get('/problems/:room/:what', (context) => {
    const { room, what } = context.req.param();
    const code = problemCodes.find((known) => known === `${room}/${what}`);
    return code
      ? context.json({ code, ...meaningOf(code) })
      : problemResponse({ code: 'request/not-found', facts: NO_FACTS });
  });
}
