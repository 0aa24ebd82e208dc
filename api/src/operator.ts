import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Overloaded } from '@bank/db/trouble';
import type { INTAKE_KINDS, PreviewIntake } from '@bank/shared/contracts/intake';
import type { InputOf } from '@bank/shared/endpoint';
import { RequestId } from '@bank/shared/ids';
import { describeProblem } from '@bank/shared/problem';
import { Hono } from 'hono';
import { bookChecks } from './handlers.ts';
import { previewIntake, takeIn } from './intake/commands.ts';
import { verify } from './ledger/queries.ts';
import type { OpenedBank } from './open-bank.ts';
import { readBody } from './platform/body.ts';
import type { Actor } from './platform/context.ts';

const WORKBOOK_BYTES_MAX = 12 * 1024 * 1024;
const OPERATOR: Actor = { kind: 'operator' };

/** What the operator hears: lines to print, whether it went well, and a preview to agree to. */
export interface Told {
  readonly ok: boolean;
  readonly lines: readonly string[];
  readonly seen?: string;
  readonly preview?: unknown;
  readonly markedCopyBase64?: string;
}

type Opened = Pick<OpenedBank, 'bank' | 'connections'>;

/** 查账. */
export async function tellVerification({ bank }: Opened): Promise<Told> {
  const found = await verify(bank, bookChecks);
  return { ok: found.isSound, lines: [found.summary] };
}

/** 备份: a consistent copy made by the one who writes, while the bank goes on. */
export async function tellBackup({ connections }: Opened, wanted: string): Promise<Told> {
  const file = resolve(wanted);
  if (existsSync(file)) return no(`${file} 已经有了，备份不会盖掉旧文件，请换个名字`);
  try {
    // Tried first: the database would name a missing folder in words nobody understands.
    closeSync(openSync(file, 'wx'));
    rmSync(file);
  } catch {
    return no(`写不进 ${dirname(file)}，请换个文件夹`);
  }
  await connections.writing.execute({ sql: 'VACUUM INTO ?', args: [file] });
  return { ok: true, lines: [`备份好了：${file}`] };
}

function no(line: string): Told {
  return { ok: false, lines: [line] };
}

const requestId = (bank: Opened['bank']) => RequestId.parse(bank.chance.newId('operator'));

/** 导入前先看. */
export async function tellPreview(
  { bank }: Opened,
  wish: Pick<InputOf<typeof PreviewIntake>, 'kind' | 'file'>,
): Promise<Told> {
  const { outcome } = await previewIntake.give(bank, OPERATOR, {
    ...wish,
    requestId: requestId(bank),
  });
  if (!outcome.ok) return no(describeProblem(outcome.problem).detail);
  const { seen, preview, markedCopyBase64 } = outcome.value;
  return {
    ok: true,
    lines: [],
    seen,
    preview,
    ...(markedCopyBase64 === undefined ? {} : { markedCopyBase64 }),
  };
}

/** 导入: what was seen. */
export async function tellTakingIn(
  { bank }: Opened,
  wish: Pick<InputOf<typeof PreviewIntake>, 'kind' | 'file'> & { seen: string },
): Promise<Told> {
  const { outcome } = await takeIn.give(bank, OPERATOR, { ...wish, requestId: requestId(bank) });
  if (!outcome.ok) {
    const { detail, code } = describeProblem(outcome.problem);
    return { ok: code === 'intake/nothing-to-take-in', lines: [detail] };
  }
  const { added, changed, unchanged, waiting } = outcome.value;
  const rest = waiting > 0 ? `，${waiting} 行等您确认，没有收` : '';
  return { ok: true, lines: [`收好了：新增 ${added}，改动 ${changed}，没变 ${unchanged}${rest}`] };
}

export type Errand =
  | { readonly verb: 'verify' }
  | { readonly verb: 'backup'; readonly file: string }
  | {
      readonly verb: 'preview';
      readonly kind: (typeof INTAKE_KINDS)[number];
      readonly file: string;
    }
  | {
      readonly verb: 'take-in';
      readonly kind: (typeof INTAKE_KINDS)[number];
      readonly file: string;
      readonly seen: string;
    };

/** One errand of the operator, wherever the bank is open. */
export async function run(opened: Opened, errand: Errand): Promise<Told> {
  try {
    return await runErrand(opened, errand);
  } catch (error) {
    if (error instanceof Overloaded) return no('现在办事的人多，还没有动手，请过几秒再来');
    throw error;
  }
}

function runErrand(opened: Opened, errand: Errand): Promise<Told> {
  switch (errand.verb) {
    case 'verify':
      return tellVerification(opened);
    case 'backup':
      return tellBackup(opened, errand.file);
    case 'preview':
      return tellPreview(opened, errand);
    case 'take-in':
      return tellTakingIn(opened, errand);
  }
}

/** The operator's door of a running bank: a socket in the data folder that only its owner can open. */
export function operatorApp(opened: Opened): Hono {
  const app = new Hono();
  app.post('/', async (context) => {
    const body = await readBody(context.req.raw, WORKBOOK_BYTES_MAX);
    if (!body.ok) return context.json(no('没看懂这个命令'));
    return context.json(await run(opened, body.value as Errand));
  });
  return app;
}
