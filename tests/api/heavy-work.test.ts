import {
  HEAVY_LIMITS,
  type HeavyJob,
  HeavyWork,
  HeavyWorkFailed,
  heavyJobs,
  heavyWork,
} from '@bank/api/platform/heavy-work';
import { Overloaded } from '@bank/db/trouble';
import { PrintBindCodes } from '@bank/shared/contracts/community';
import { PreviewIntake } from '@bank/shared/contracts/intake';
import { ReadRulebook } from '@bank/shared/contracts/scoring';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestBank, requestOf, type TestBank } from '../bank.ts';
import { ADMIN, openEmptyCounty } from '../intake/empty-county.ts';
import { countySample } from '../samples/county-sample.ts';
import { workbookParts, writeWorkbook } from '../samples/write-workbook.ts';
import { foundWorld, STAFF, TIAN } from '../world.ts';

const job = heavyJobs<typeof import('./heavy-jobs.ts')>(
  new URL('./heavy-jobs.ts', import.meta.url),
);
const limits = { ...HEAVY_LIMITS, memoryMb: 32 };
const failureOf = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: unknown) => error as HeavyWorkFailed,
  );

describe('a job beside the server', () => {
  test('is done in the order they came, one at a time', async () => {
    const work = new HeavyWork(limits);
    const heard: string[] = [];
    const jobs = ['first', 'second', 'third'].map((name, index) =>
      work
        .run(job('addUp'), async () => {
          await new Promise((done) => setImmediate(done));
          heard.push(`${name} begins`);
          return [index, 1];
        })
        .then((sum) => heard.push(`${name} is ${sum}`)),
    );
    await Promise.all(jobs);
    expect(heard).toEqual([
      ...['first begins', 'first is 1', 'second begins', 'second is 2'],
      ...['third begins', 'third is 3'],
    ]);
  });

  test.each([
    ['throws', 'threw', () => job('throwWithSecret'), 'B17G3XK9Q2MA'],
    ['takes more memory than it may have', 'too-large', () => job('hoard'), 100_000],
    ['ends its thread', 'ended', () => job('endTheThread'), 3],
  ] as const)('that %s fails alone, and the next one is done', async (_, end, bad, input) => {
    const work = new HeavyWork(limits);
    const failing = failureOf(work.run(bad() as HeavyJob<unknown, unknown>, () => input as never));
    const next = work.run(job('addUp'), () => [40, 2]);
    expect(await failing).toBeInstanceOf(HeavyWorkFailed);
    expect((await failing)?.end).toBe(end);
    expect(await next).toBe(42);
  });

  test('that never ends is ended when its time is over', async () => {
    const work = new HeavyWork({ ...limits, timeMs: 50 });
    expect((await failureOf(work.run(job('turnRound'), () => 0)))?.end).toBe('too-long');
  });

  test('that could not be prepared fails alone', async () => {
    const work = new HeavyWork(limits);
    const unprepared = work.run(job('addUp'), () => Promise.reject(new Error('no book')));
    const next = work.run(job('addUp'), () => [1]);
    await expect(unprepared).rejects.toThrow('no book');
    expect(await next).toBe(1);
  });

  test('says where it failed and never what was in it', async () => {
    const failure = await failureOf(
      new HeavyWork(limits).run(job('throwWithSecret'), () => 'B17G3XK9Q2MA'),
    );
    expect(failure?.message).toContain('throwWithSecret');
    expect(failure?.stack).toContain('heavy-jobs.ts');
    expect(`${failure?.message} ${failure?.stack}`).not.toContain('B17G3XK9Q2MA');
  });

  test('is refused when too many wait, but for what was promised already', async () => {
    const work = new HeavyWork({ ...limits, waitingMax: 1 });
    const one = () => work.run(job('addUp'), () => [1]);
    const taken = [one(), one()];
    await expect(one()).rejects.toBeInstanceOf(Overloaded);
    const promised = work.runPromised(job('addUp'), () => [1]);
    expect(await Promise.all([...taken, promised])).toEqual([1, 1, 1]);
    expect(await one()).toBe(1);
  });
});

describe('phones', () => {
  let bank: TestBank;

  beforeEach(async () => {
    bank = await openEmptyCounty();
  });
  afterEach(() => bank.close());

  const preview = (file: Uint8Array) =>
    bank.call(ADMIN, PreviewIntake, {
      requestId: bank.requestId(),
      kind: 'roster',
      file: Buffer.from(file).toString('base64'),
    });

  test('are answered while a county’s workbook is read', async () => {
    const county = writeWorkbook(countySample(335));
    // What is loaded once is loaded before: only the reading itself is looked at.
    await preview(writeWorkbook(countySample(1)));
    let isRead = false;
    const reading = preview(county).finally(() => {
      isRead = true;
    });
    let answersMeanwhile = 0;
    while (!isRead && answersMeanwhile < 200) {
      expect((await bank.call(null, ReadRulebook, {})).status).toBe(200);
      if (!isRead) answersMeanwhile += 1;
      // A request from outside arrives in a turn of the loop of its own.
      await new Promise((done) => setImmediate(done));
    }
    expect(await reading).toMatchObject({ body: { preview: { lines: { taken: 13_400 } } } });
    // Read by the server itself, fewer than twenty are.
    expect(answersMeanwhile).toBe(200);
  });

  test('are answered after a workbook that unpacks to more than anybody can hold was refused', async () => {
    const refused = await preview(bottomlessWorkbook());
    expect(refused).toMatchObject({ status: 422, problem: { code: 'intake/unreadable-file' } });
    expect('problem' in refused && refused.problem.detail).toContain('东西太多');
    expect((await preview(writeWorkbook(countySample(1)))).status).toBe(200);
  }, 120_000);

  test('hear to come again when too many workbooks wait', async () => {
    const [file, token] = [writeWorkbook(countySample(1)), await bank.tokenOf(ADMIN)];
    const send = () =>
      bank.app.request(
        ...requestOf(
          PreviewIntake,
          {
            requestId: bank.requestId(),
            kind: 'roster',
            file: Buffer.from(file).toString('base64'),
          },
          { authorization: `Bearer ${token}`, 'x-bank-phone': 'weapp' },
        ),
      );
    const answers = await Promise.all(
      Array.from({ length: HEAVY_LIMITS.waitingMax + 3 }, () => send()),
    );
    const shed = answers.filter(({ status }) => status === 503);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(
      HEAVY_LIMITS.waitingMax + 1,
    );
    expect(shed.map(({ headers }) => headers.get('retry-after'))).toEqual(['2', '2']);
    expect(await shed[0]?.json()).toMatchObject({ code: 'request/busy' });
  });
});

describe('a sheet to print', () => {
  test('is refused before old codes are ended when too many jobs wait', async () => {
    const bank = await openTestBank();
    await foundWorld(bank);
    const codes = async () =>
      (await bank.opened.connections.reading.execute('SELECT * FROM community_bind_codes')).rows;
    const print = () =>
      bank.call(STAFF.grid, PrintBindCodes, { requestId: bank.requestId(), householdId: TIAN });
    expect(await print()).toMatchObject({ body: { count: 1 } });
    const before = JSON.stringify(await codes());
    const waiting = Array.from({ length: HEAVY_LIMITS.waitingMax + 1 }, () =>
      heavyWork.run(job('addUp'), () => [1]),
    );
    expect(await print()).toMatchObject({ status: 503, problem: { code: 'request/busy' } });
    expect(JSON.stringify(await codes())).toBe(before);
    await Promise.all(waiting);
    expect(await print()).toMatchObject({ body: { count: 1 } });
    expect(JSON.stringify(await codes())).not.toBe(before);
    await bank.close();
  });
});

/** Small enough to be sent, within every limit of its package, and four million cells. */
function bottomlessWorkbook(): Uint8Array {
  const cells = '<c><v>1</v></c>'.repeat(100);
  const rows = Array.from({ length: 40_000 }, (_, row) => `<row r="${row + 1}">${cells}</row>`);
  let seed = 1;
  const noise = Array.from({ length: 200_000 }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed.toString(36);
  });
  const parts = workbookParts([{ name: '家庭花名册', rows: [] }]);
  const sheet = `<worksheet><!-- ${noise.join('')} --><sheetData>${rows.join('')}</sheetData></worksheet>`;
  const files = { ...parts, 'xl/worksheets/sheet1.xml': sheet };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    { level: 1 },
  );
}
