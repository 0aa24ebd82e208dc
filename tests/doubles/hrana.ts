import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HranaRequest, type HranaStream, openHranaStream } from './hrana-stream';

/**
 * A double of a remote libSQL server (Hrana over HTTP, JSON pipelines) on a real libSQL file, for
 * what only distance shows: round trips, lost replies and a second machine.
 */

export type HranaDouble = {
  /** An `http://` address for `createClient({ url })`. */
  url: string;
  /** How long each request travels, in ms; half before the work and half after. */
  setDelayMs(delayMs: number): void;
  /** The next requests vanish before the work is done. */
  loseRequests(count: number): void;
  /** The next requests are worked on, and their replies vanish: the caller cannot know. */
  loseReplies(count: number): void;
  /** How many pipelines arrived, and how many statements they held. */
  counts(): { roundTrips: number; statements: number };
  close(): Promise<void>;
};

type Pipeline = { baton?: string | null; requests: HranaRequest[] };
type Open = { stream: HranaStream; expiry: NodeJS.Timeout | undefined };

/** A stream that holds a transaction and says nothing is dropped, as servers do. */
const STREAM_IDLE_MS = 5_000;

class Desk {
  readonly open = new Map<string, Open>();
  delayMs = 0;
  requestsToLose = 0;
  repliesToLose = 0;
  roundTrips = 0;
  statements = 0;
  private batons = 0;
  private waiting: (() => void)[] = [];

  constructor(private readonly path: string) {}

  async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    if (request.method !== 'POST' || !/^\/v[23]\/pipeline$/.test(request.url ?? '')) {
      // The client asks here whether the newer encoding is spoken; it is not.
      response.writeHead(request.url === '/v2' ? 200 : 404).end();
      return;
    }
    this.roundTrips += 1;
    await travel(this.delayMs / 2);
    if (this.requestsToLose > 0) {
      this.requestsToLose -= 1;
      request.socket.destroy();
      return;
    }
    const answer = await this.work(JSON.parse(body) as Pipeline);
    await travel(this.delayMs / 2);
    if (this.repliesToLose > 0) {
      this.repliesToLose -= 1;
      request.socket.destroy();
      return;
    }
    response.writeHead(answer === undefined ? 400 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { message: 'Invalid baton', code: 'BATON_INVALID' }));
  }

  drop(baton: string): void {
    const found = this.open.get(baton);
    this.open.delete(baton);
    clearTimeout(found?.expiry);
    found?.stream.close();
    for (const wake of this.waiting.splice(0)) wake();
  }

  private async work(pipeline: Pipeline): Promise<object | undefined> {
    const taken = await this.take(pipeline.baton ?? undefined);
    if (taken === undefined) return undefined;
    const results = pipeline.requests.map((asked) => {
      this.statements += asked.batch?.steps.length ?? (asked.type === 'execute' ? 1 : 0);
      return taken.answer(asked);
    });
    const ended = pipeline.requests.some((asked) => asked.type === 'close');
    this.batons += 1;
    const baton = `baton-${this.batons}`;
    const expiry = ended ? undefined : setTimeout(() => this.drop(baton), STREAM_IDLE_MS).unref();
    this.open.set(baton, { stream: taken, expiry });
    if (ended) this.drop(baton);
    else for (const wake of this.waiting.splice(0)) wake();
    return { baton: ended ? null : baton, base_url: null, results };
  }

  /** The stream a baton stands for, or a new one once nobody else is inside a transaction. */
  private async take(baton: string | undefined): Promise<HranaStream | undefined> {
    if (baton === undefined) {
      while ([...this.open.values()].some(({ stream }) => stream.holdsTheWriter())) {
        await new Promise<void>((wake) => this.waiting.push(wake));
      }
      return openHranaStream(this.path);
    }
    const found = this.open.get(baton);
    this.open.delete(baton);
    clearTimeout(found?.expiry);
    return found?.stream;
  }
}

/** Serves one file on a free loopback port. The file must exist or may be made by the first statement. */
export async function openHranaDouble(path: string): Promise<HranaDouble> {
  const desk = new Desk(path);
  const server = createServer((request, response) => void desk.receive(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    setDelayMs: (delayMs) => {
      desk.delayMs = delayMs;
    },
    loseRequests: (count) => {
      desk.requestsToLose = count;
    },
    loseReplies: (count) => {
      desk.repliesToLose = count;
    },
    counts: () => ({ roundTrips: desk.roundTrips, statements: desk.statements }),
    close: () =>
      new Promise((closed) => {
        for (const baton of [...desk.open.keys()]) desk.drop(baton);
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function travel(forMs: number): Promise<void> {
  if (forMs > 0) await new Promise((arrived) => setTimeout(arrived, forMs));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
