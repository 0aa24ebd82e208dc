import { placeOrder } from '@bank/api/redemption/order-commands';
import { createClient } from '@libsql/client';
import { type Ceiling, HOW_TO_GET_CEILING, openCeiling } from './ceiling.ts';
import { award, signUp } from './commands.ts';
import { type Door, echoApp, Generator, listen, naiveApp, ourApp, postgresApp } from './doors.ts';
import { type Ground, openGround, residentOf } from './ground.ts';
import { growthLines } from './growth.ts';
import { type Contender, type Figures, interleave, runFor } from './measure.ts';
import { type Naive, openNaive } from './naive.ts';
import { hasPostgres, openPostgres, type Postgres } from './postgres.ts';
import { aimLines, figureLines } from './report.ts';
import { type Does, draw, KINDS } from './wish.ts';

const isQuick = process.argv.includes('--quick');
const CALLERS = 64;
const RUN_MS = isQuick ? 400 : 1200;
const ROUNDS = isQuick ? 1 : 3;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Everything that is measured, opened once. */
interface Field {
  readonly ground: Ground;
  readonly naive: Naive;
  readonly postgres: Postgres | null;
  readonly ceiling: Ceiling | null;
}

function ourDoes({ opened: { bank } }: Ground): Does {
  const heard = async (answer: Promise<{ outcome: { ok: boolean } }>) => {
    const { outcome } = await answer;
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  };
  return {
    award: ({ requestId, householdId, home }) =>
      heard(award.give(bank, residentOf(home), { requestId, householdId, amount: 1 } as never)),
    'sign-up': ({ requestId, occasion, home }) =>
      heard(signUp.give(bank, residentOf(home), { requestId, occasion } as never)),
    redeem: ({ requestId, branchId, itemId, home }) =>
      heard(
        placeOrder.give(bank, residentOf(home), {
          requestId,
          branchId,
          itemId,
          quantity: 1,
        } as never),
      ),
  };
}

function inProcess({ ground, naive, postgres, ceiling }: Field): Contender[] {
  const sides: [string, Does][] = [
    ['ours', ourDoes(ground)],
    ['(a) drizzle', naive.does],
    ...(postgres ? [['(b) PostgreSQL', postgres.does] as [string, Does]] : []),
  ];
  return KINDS.flatMap((kind) => [
    ...sides.map(([side, does]) => ({
      name: `${kind} | ${side}`,
      run: () => runFor(RUN_MS, CALLERS, () => does[kind](draw())),
    })),
    ...(ceiling
      ? [{ name: `${kind} | (c) bare rows`, run: async () => ceiling.run(kind, RUN_MS) }]
      : []),
  ]);
}

async function throughHttp(
  field: Field,
  generator: Generator,
): Promise<{ contenders: Contender[]; doors: Door[] }> {
  const { ground, naive, postgres } = field;
  const sides: [string, Door][] = [
    ['ours', await listen(ourApp(ground))],
    ['(a) drizzle', await listen(naiveApp(ground, naive))],
    ...(postgres
      ? [['(b) PostgreSQL', await listen(postgresApp(ground, postgres))] as [string, Door]]
      : []),
  ];
  const echo = await listen(echoApp());
  const seconds = isQuick ? 1 : 2;
  const contender = (name: string, { url }: Door, kind: Parameters<Generator['load']>[1]) => ({
    name,
    run: () => generator.load(url, kind, ground.tokens, seconds),
  });
  const ours = sides[0]?.[1] ?? echo;
  return {
    doors: [...sides.map(([, door]) => door), echo],
    contenders: [
      ...KINDS.flatMap((kind) =>
        sides.map(([side, door]) => contender(`http ${kind} | ${side}`, door, kind)),
      ),
      contender('http echo | (d) bare JSON', echo, 'echo'),
      contender('http passbook | ours', ours, 'passbook'),
    ],
  };
}

/** The same community for the yardstick, on a file of its own. */
async function copyOf(url: string): Promise<string> {
  const copy = `${url}.naive`;
  const source = createClient({ url });
  await source.execute({ sql: 'VACUUM INTO ?', args: [copy.slice('file:'.length)] });
  source.close();
  return copy;
}

async function openField(): Promise<Field> {
  const ground = await openGround();
  const naive = await openNaive(await copyOf(ground.url));
  if (!hasPostgres()) say('!! (b) skipped: no PostgreSQL 15 server is installed on this machine');
  const ceiling = openCeiling();
  if (!ceiling)
    say(`!! (c) skipped: better-sqlite3 is not there. To have it: ${HOW_TO_GET_CEILING}`);
  return { ground, naive, postgres: hasPostgres() ? await openPostgres() : null, ceiling };
}

async function main(): Promise<void> {
  const startedAt = performance.now();
  say(
    `${CALLERS} callers, ${RUN_MS} ms a run, median of ${ROUNDS}, interleaved; synchronous = FULL, fsync = on`,
  );
  const field = await openField();
  const generator = new Generator();
  const results = new Map<string, Figures>();
  const take = (found: Map<string, Figures>) => {
    for (const [name, figures] of found) results.set(name, figures);
    for (const line of figureLines(found)) say(line);
  };
  try {
    if (!isQuick) await interleave(inProcess(field), 1);
    say('\nWhole commands in process');
    take(await interleave(inProcess(field), ROUNDS));
    say('\nThrough HTTP with session, 64 connections, load from another process');
    const { contenders, doors } = await throughHttp(field, generator);
    take(await interleave(contenders, ROUNDS));
    for (const door of doors) door.close();
  } finally {
    generator.close();
    field.naive.close();
    field.ceiling?.close();
    await field.postgres?.close();
    await field.ground.close();
  }
  const growth = await growthLines(isQuick ? 100_000 : 1_000_000, RUN_MS, ROUNDS, say);
  take(growth);
  say('');
  for (const line of aimLines(results)) say(line);
  say(`\nTook ${Math.round((performance.now() - startedAt) / 1000)} s.`);
}

await main();
process.exit(0);
