import { type Connections, connect } from '@bank/db/client';
import { prepareDatabase } from '@bank/db/migrate';
import { Lookout } from '@bank/db/view';
import { LEASE_MS, Writer } from '@bank/db/writer';
import type { Bank, Chance } from './platform/context.ts';
import type { Keys } from './platform/keys.ts';

export interface OpenedBank {
  readonly bank: Bank;
  readonly connections: Connections;
  readonly isNew: boolean;
  /** Finishes what waits, gives back the lease, closes the files. */
  close(): Promise<void>;
}

export interface Opening {
  readonly url: string;
  readonly authToken?: string;
  /** What a database becomes that is not there yet. An existing one stays what it is. */
  readonly kind: 'demo' | 'county';
  readonly keys: Keys;
  readonly publicUrl: string;
  readonly chance: Chance;
  /** Waits between sendings to a failing machine. */
  pause(ms: number): Promise<void>;
  /** The writer cannot go on: the process must end and be started again. */
  onStop(error: Error): void;
}

/** Migrates, connects, takes the lease. Throws LeaseHeld when another process writes this book. */
export async function openBank(opening: Opening): Promise<OpenedBank> {
  const { url, authToken, keys, publicUrl, chance } = opening;
  const charter = await prepareDatabase(url, opening.kind, chance.nowMs(), authToken);
  const connections = await connect(url, authToken);
  const holder = Buffer.from(chance.randomBytes(16)).toString('hex');
  const clock = { nowMs: () => chance.nowMs(), pause: (ms: number) => opening.pause(ms) };
  const writer = await Writer.open(connections, holder, clock, opening.onStop).catch((error) => {
    connections.close();
    throw error;
  });
  const renewal = setInterval(() => void writer.renew().catch(() => undefined), LEASE_MS / 3);
  renewal.unref();
  return {
    isNew: charter.isNew,
    connections,
    bank: {
      writer,
      lookout: new Lookout(connections.reading),
      reader: connections.reader,
      reading: connections.reading,
      chance,
      keys,
      publicUrl,
      isDemo: charter.kind === 'demo',
    },
    async close() {
      clearInterval(renewal);
      await writer.close();
      connections.close();
    },
  };
}
