import { passbookAccount } from '@bank/api/ledger/account';
import { connect } from '@bank/db/client';
import { LeaseHeld } from '@bank/db/tip';
import { OutcomeUnknown, WriterStopped } from '@bank/db/trouble';
import { verifyBook } from '@bank/db/verify';
import { LEASE_MS, Writer } from '@bank/db/writer';
import { createClient, type Transaction } from '@libsql/client';
import { afterEach, describe, expect, test } from 'vitest';
import {
  award,
  type Desk,
  gift,
  NOW_MS,
  openDesk,
  openRemoteDesk,
  plan,
  seeded,
  stillClock,
} from './desk.ts';

const opened: { close(): Promise<void> | void }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function sit(): Promise<Desk> {
  const desk = await openDesk(['h0', 'h1']);
  opened.push(desk);
  return desk;
}

/** A second process on the same book. */
async function rival(desk: Desk, holder: string, laterMs = 0, onStop?: (error: Error) => void) {
  const connections = await connect(desk.url);
  opened.push(connections);
  const clock = { ...stillClock, nowMs: () => NOW_MS + laterMs };
  return { connections, writer: await Writer.open(connections, holder, clock, onStop) };
}

const points = (desk: Desk, home = 'h0') => desk.balance(passbookAccount(home).id);
const give = (writer: Writer, amount = 1) =>
  writer.commit(plan({ transfers: [award('h0', amount)] }));

describe('another process', () => {
  test('is refused while the lease runs, and says until when', async () => {
    const desk = await sit();
    await expect(rival(desk, 'other')).rejects.toBeInstanceOf(LeaseHeld);
    await expect(rival(desk, 'other')).rejects.toMatchObject({ leaseUntilMs: NOW_MS + LEASE_MS });
  });

  test('may begin at once after a clean end', async () => {
    const desk = await sit();
    await give(desk.writer);
    await desk.writer.close();
    const next = await rival(desk, 'next');
    expect(await give(next.writer)).toBe('recorded');
    expect(await points(desk)).toBe(2);
  });

  test('takes over when the lease has run out; the old writer records nothing more and stops', async () => {
    const desk = await sit();
    await give(desk.writer);
    const next = await rival(desk, 'next', LEASE_MS + 1);
    const inLine = Array.from({ length: 300 }, () => give(desk.writer));
    const turn = desk.writer.inTurn(async () => plan({ transfers: [award('h0', 1)] }));
    const answers = await Promise.allSettled([...inLine, turn]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(WriterStopped) });
    }
    await expect(give(desk.writer)).rejects.toBeInstanceOf(WriterStopped);
    expect(await give(next.writer)).toBe('recorded');
    expect(await points(desk)).toBe(2);
    expect(await desk.fault()).toBeNull();
  });

  test('with our own name: the one that comes second to a number stops, and its plan is not in the book', async () => {
    const desk = await sit();
    await desk.writer.close();
    const stops: string[] = [];
    const one = await rival(desk, 'twin', 0, (error) => stops.push(`one ${error.message}`));
    const other = await rival(desk, 'twin', 0, (error) => stops.push(`other ${error.message}`));
    expect(await give(one.writer, 5)).toBe('recorded');
    await expect(give(other.writer, 7)).rejects.toBeInstanceOf(WriterStopped);
    expect(stops).toEqual(['other the tip moved without us']);
    expect(await points(desk)).toBe(5);
    expect(await give(one.writer, 5)).toBe('recorded');
    expect(await desk.fault()).toBeNull();
  });

  test('with our own name and a group without transfers is told apart too', async () => {
    const desk = await sit();
    await desk.writer.close();
    const [one, other] = [await rival(desk, 'twin'), await rival(desk, 'twin')];
    expect(await one.writer.commit(plan())).toBe('recorded');
    const lost = plan();
    await expect(other.writer.commit(lost)).rejects.toBeInstanceOf(WriterStopped);
    const { rows } = await desk.connections.reading.execute({
      sql: 'SELECT 1 FROM answered_requests WHERE request_id = ?',
      args: [lost.requestId],
    });
    expect(rows).toEqual([]);
  });
});

describe('the lease', () => {
  const leaseOf = async (desk: Desk) =>
    Number(
      (await desk.connections.reading.execute('SELECT lease_until_ms FROM ledger_tip'))
        .rows[0]?.[0],
    );

  test('an idle writer keeps it by renewing', async () => {
    const desk = await sit();
    await desk.writer.close();
    let nowMs = NOW_MS;
    const connections = await connect(desk.url);
    opened.push(connections);
    const writer = await Writer.open(connections, 'idle', { ...stillClock, nowMs: () => nowMs });
    nowMs += LEASE_MS - 1;
    await writer.renew();
    expect(await leaseOf(desk)).toBe(nowMs + LEASE_MS);
    await expect(rival(desk, 'other', LEASE_MS + 1)).rejects.toBeInstanceOf(LeaseHeld);
    expect(await give(writer)).toBe('recorded');
  });

  test('a writer that lost it learns so at the next renewal and stops', async () => {
    const desk = await sit();
    await desk.writer.close();
    const stops: string[] = [];
    const idle = await rival(desk, 'idle', 0, (error) => stops.push(error.message));
    await rival(desk, 'next', LEASE_MS + 1);
    await idle.writer.renew();
    expect(stops).toEqual(['the lease was taken']);
    await expect(give(idle.writer)).rejects.toBeInstanceOf(WriterStopped);
    await idle.writer.renew();
    expect(stops).toHaveLength(1);
  });
});

describe('a lock thief', () => {
  /** A writer that pauses only when told, beside a thief on a connection of its own. */
  async function besideThief(pausesUntilRelease: number) {
    const desk = await sit();
    await desk.writer.close();
    const connections = await connect(desk.url);
    const thief = createClient({ url: desk.url, concurrency: 1 });
    opened.push(connections, thief);
    let stolen: Transaction | null = null;
    let pauses = 0;
    const writer = await Writer.open(connections, 'mine', {
      nowMs: () => NOW_MS,
      async pause() {
        pauses += 1;
        if (pauses === pausesUntilRelease) await stolen?.rollback();
      },
    });
    return {
      desk,
      writer,
      connections,
      pauseCount: () => pauses,
      async steal() {
        stolen = await thief.transaction('write');
      },
    };
  }

  test.each([1, 3])(
    'that lets go after %i pauses is survived: every plan is recorded once',
    async (pauses) => {
      const { desk, writer, steal, pauseCount, connections } = await besideThief(pauses);
      await give(writer);
      await steal();
      const verdicts = await Promise.all(Array.from({ length: 20 }, () => give(writer)));
      expect(new Set(verdicts)).toEqual(new Set(['recorded']));
      expect(pauseCount()).toBe(pauses);
      expect(await give(writer)).toBe('recorded');
      expect(await points(desk)).toBe(22);
      expect(await desk.fault()).toBeNull();
      for (const [pragma, value] of [
        ['synchronous', 2],
        ['foreign_keys', 1],
        ['recursive_triggers', 1],
      ]) {
        const found = await connections.writing.execute(`PRAGMA ${pragma}`);
        expect([pragma, found.rows[0]?.[0]]).toEqual([pragma, value]);
      }
    },
  );

  test('that never lets go ends in an unknown outcome, and the writer goes on when it is gone', async () => {
    const { desk, writer, steal, connections } = await besideThief(9);
    await steal();
    const lost = plan({ transfers: [award('h0', 3)] });
    await expect(writer.commit(lost)).rejects.toBeInstanceOf(OutcomeUnknown);
    // Another seven sendings bring the ninth pause, and with it the end of the thief.
    expect(await writer.commit(lost)).toBe('recorded');
    expect(await points(desk)).toBe(3);
    expect((await verifyBook(connections.reading, [])).fault).toBeNull();
  }, 60_000);
});

describe('at a distance', () => {
  test('a group of 64 plans with transfers and rows is one round trip', async () => {
    const desk = await openRemoteDesk(['h0', 'h1']);
    opened.push(desk);
    const before = desk.double.counts();
    await Promise.all(Array.from({ length: 64 }, () => give(desk.writer)));
    const after = desk.double.counts();
    expect(after.roundTrips - before.roundTrips).toBe(1);
    expect(await points(desk)).toBe(64);
    expect(await desk.fault()).toBeNull();
  });

  test('a refusal is understood from its rough code: the stale are told from the standing', async () => {
    const desk = await openRemoteDesk(['h0', 'h1']);
    opened.push(desk);
    await give(desk.writer, 3);
    const verdicts = await Promise.all(
      Array.from({ length: 8 }, () =>
        desk.writer.commit(plan({ transfers: [gift('h0', 'h1', 1)] })),
      ),
    );
    expect(verdicts).toEqual([...Array(3).fill('recorded'), ...Array(5).fill('stale')]);
    const word = plan({ transfers: [{ ...award('h0', 1), amount: 'five' as unknown as number }] });
    expect(await desk.writer.commit(word)).toBe('stale');
    expect(await desk.fault()).toBeNull();
  });

  test.each([1, 2, 3])(
    'lost requests and lost replies lose nothing and double nothing (seed %i)',
    async (seed) => {
      const desk = await openRemoteDesk(['h0', 'h1']);
      opened.push(desk);
      const chance = seeded(seed);
      let [given, lost] = [0, 0];
      for (let group = 0; group < 60; group++) {
        const trouble = chance(10);
        if (trouble < 2) desk.double.loseRequests(1 + chance(3));
        else if (trouble < 5) desk.double.loseReplies(1 + chance(3));
        lost += trouble < 5 ? 1 : 0;
        const plans = Array.from({ length: 1 + chance(8) }, () =>
          plan({ transfers: chance(3) === 0 ? [] : [award('h0', 1)] }),
        );
        const verdicts = await Promise.all(plans.map((one) => desk.writer.commit(one)));
        expect(new Set(verdicts)).toEqual(new Set(['recorded']));
        given += plans.reduce((sum, one) => sum + one.transfers.length, 0);
      }
      expect(lost).toBeGreaterThan(15);
      expect(await points(desk)).toBe(given);
      expect(await desk.fault()).toBeNull();
    },
  );

  test('a refusal whose tip cannot be read at first is still a refusal', async () => {
    const desk = await openRemoteDesk(['h0', 'h1']);
    opened.push(desk);
    const { writing } = desk.connections;
    const batch = writing.batch.bind(writing);
    writing.batch = async (statements, mode) => {
      try {
        return await batch(statements, mode);
      } finally {
        desk.double.loseRequests(2);
      }
    };
    expect(await desk.writer.commit(plan({ transfers: [gift('h0', 'h1', 1)] }))).toBe('stale');
    writing.batch = batch;
    desk.double.loseRequests(0);
    expect(await give(desk.writer)).toBe('recorded');
  });

  test('a server that stays away ends in an unknown outcome; the same plan is recorded once when it is back', async () => {
    const desk = await openRemoteDesk(['h0', 'h1']);
    opened.push(desk);
    const lost = plan({ transfers: [award('h0', 3)] });
    desk.double.loseReplies(100);
    await expect(desk.writer.commit(lost)).rejects.toBeInstanceOf(OutcomeUnknown);
    desk.double.loseReplies(0);
    // It was worked on and nobody heard: the writer finds the tip moved by its own lost group.
    const again = await desk.writer.commit(lost).catch((error: unknown) => error);
    expect(again instanceof WriterStopped || again === 'stale').toBe(true);
    expect(await points(desk)).toBe(3);
    expect(await desk.fault()).toBeNull();
  });
});
