import { randomInt } from 'node:crypto';
import autocannon from 'autocannon';
import { READERS, SIGNED_IN } from './ground.ts';
import { draw, type Kind } from './wish.ts';

/** What the generator, a process of its own, is told to send. */
export interface Order {
  readonly url: string;
  readonly kind: Kind | 'passbook' | 'echo';
  readonly tokens: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

export interface Heard {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly refusedCount: number;
}

const PATHS: Record<Order['kind'], string> = {
  award: '/api/bench/awards',
  'sign-up': '/api/bench/sign-ups',
  redeem: '/api/redemption/orders',
  echo: '/api/redemption/orders',
  passbook: '/api/passbook',
};

function bodyOf(kind: Order['kind'], home: number): string | undefined {
  if (kind === 'passbook') return undefined;
  const wish = draw();
  const { requestId } = wish;
  if (kind === 'award') {
    return JSON.stringify({ requestId, householdId: wish.householdId, amount: 1 });
  }
  if (kind === 'sign-up') return JSON.stringify({ requestId, occasion: wish.occasion });
  const { branchId, itemId } = wish;
  return JSON.stringify({ requestId, branchId, itemId, quantity: 1, home });
}

async function load(order: Order): Promise<Heard> {
  const isRead = order.kind === 'passbook';
  const homes = isRead ? [SIGNED_IN - READERS, SIGNED_IN] : [0, SIGNED_IN - READERS];
  const result = await autocannon({
    url: order.url,
    connections: order.connections,
    duration: order.seconds,
    requests: [
      {
        method: isRead ? 'GET' : 'POST',
        path: PATHS[order.kind],
        setupRequest(request) {
          const home = randomInt(homes[0] ?? 0, homes[1] ?? 1);
          const headers = {
            'content-type': 'application/json',
            'x-bank-phone': 'weapp',
            authorization: `Bearer ${order.tokens[home] ?? ''}`,
          };
          const body = bodyOf(order.kind, home);
          return { ...request, headers, ...(body === undefined ? {} : { body }) };
        },
      },
    ],
  });
  return {
    perSecond: result['2xx'] / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    refusedCount: result.non2xx + result.errors,
  };
}

process.on('message', (order: Order) => {
  void load(order).then((heard) => process.send?.(heard));
});
