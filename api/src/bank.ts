import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { layDownLease } from '@bank/db/migrate';
import type { IntakeKind, IntakePreview } from '@bank/shared/contracts/intake';
import { Command, CommanderError } from 'commander';
import { layFoundation } from './founding/county.ts';
import { CannotStart, configOrStop, openConfigured, socketFile } from './opening.ts';
import { type Errand, run, type Told } from './operator.ts';
import type { Config } from './platform/config.ts';

/** What an operator reads is Chinese; what goes wrong is one line and a non-zero end. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const LINES_MAX = 60;

/** Hands the errand to the running bank; opens the book itself only when no bank runs. */
async function send(config: Config, errand: Errand): Promise<Told> {
  const answer = await askRunning(config, errand);
  if (answer) return answer;
  const opened = await openConfigured({ ...config, kind: 'county' }, (error) => {
    throw error;
  });
  try {
    await layFoundation(opened.bank, '本县');
    return await run(opened, errand);
  } finally {
    await opened.close();
  }
}

function askRunning(config: Config, errand: Errand): Promise<Told | null> {
  const socketPath = socketFile(config);
  if (!existsSync(socketPath)) return Promise.resolve(null);
  return new Promise((done, fail) => {
    const asking = request(
      { socketPath, path: '/', method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(JSON.parse(Buffer.concat(parts).toString()) as Told));
        response.on('error', fail);
      },
    );
    // A socket that nobody answers was left behind by a bank that was ended by force.
    asking.on('error', () => done(null));
    asking.end(JSON.stringify(errand));
  });
}

function end(told: Told): void {
  for (const line of told.lines) say(line);
  if (!told.ok) process.exitCode = 1;
}

async function takeInWorkbook(
  kind: IntakeKind,
  path: string,
  options: { yes?: boolean; marked?: string },
): Promise<void> {
  const config = configOrStop();
  if (!existsSync(path)) throw new CannotStart(`没有这个文件：${resolve(path)}`);
  const file = readFileSync(path).toString('base64');
  const seen = await send(config, { verb: 'preview', kind, file });
  if (!seen.ok || seen.seen === undefined) return end(seen);
  const preview = seen.preview as IntakePreview;
  for (const line of previewLines(preview)) say(line);
  keepMarkedCopy(options.marked, seen.markedCopyBase64);
  if (!preview.changesAnything) return say('和账上一样，没有要收的');
  if (!options.yes && !(await agree())) return say('没有导入，账上一条也没有动');
  end(await send(config, { verb: 'take-in', kind, file, seen: seen.seen }));
}

function keepMarkedCopy(path: string | undefined, base64: string | undefined): void {
  if (path === undefined) {
    if (base64 !== undefined) say('加上 --marked 文件名.xlsx，可以得到一份标好问题的表');
    return;
  }
  if (base64 === undefined) {
    say('没有要标的问题，没有写标注表');
    return;
  }
  writeFileSync(path, Buffer.from(base64, 'base64'));
  say(`标好问题的表在：${resolve(path)}`);
}

async function agree(): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question('照这样导入吗？（输入 是 导入，别的不导入）');
  lines.close();
  return ['是', 'y', 'yes'].includes(answer.trim().toLowerCase());
}

const KIND_WORDS = {
  corrected: '已更正',
  asked: '请确认',
  refused: '不能收',
  'set-aside': '放在一边',
} as const;

function previewLines({ parts, lines, remarks, postsAreLeftOut }: IntakePreview): string[] {
  const counts = parts.map(
    (part) =>
      `${part.name}：新增 ${part.added}，改动 ${part.changed}，没变 ${part.unchanged}，账上有表里没有 ${part.absent}`,
  );
  const changes = parts.flatMap((part) =>
    part.changes.map(({ label, words }) => `  改动 ${label}：${words}`),
  );
  const said = remarks.map((remark) => {
    const place = `${remark.sheet} 第 ${remark.row} 行${remark.column ? ` ${remark.column} 列` : ''}`;
    const became = remark.became === undefined ? '' : ` → 「${remark.became}」`;
    return `  ${KIND_WORDS[remark.kind]} ${place} ${remark.heading}「${remark.shown}」${became}：${remark.why}`;
  });
  return [
    ...counts,
    `一共 ${lines.all} 行：收 ${lines.taken}，请确认 ${lines.asked}，不能收 ${lines.refused}，不是数据 ${lines.notData}`,
    ...(postsAreLeftOut ? ['工作人员一页没有收：岗位要由县级管理员来导'] : []),
    ...folded(changes),
    ...folded(said),
  ];
}

function folded(lines: string[]): string[] {
  if (lines.length <= LINES_MAX) return lines;
  return [
    ...lines.slice(0, LINES_MAX),
    `  还有 ${lines.length - LINES_MAX} 条，用 --marked 看全部`,
  ];
}

/** 恢复: only into a place where no bank runs and no book lies, or over one that is put aside first. */
async function restore(path: string): Promise<void> {
  const config = configOrStop();
  if (!config.databaseUrl.startsWith('file:')) {
    throw new CannotStart('远程数据库要在数据库那边恢复，这里只恢复本机的文件');
  }
  if (await askRunning(config, { verb: 'verify' })) {
    throw new CannotStart('储蓄所正在运行，请先停掉它再恢复');
  }
  if (!existsSync(path)) throw new CannotStart(`没有这个文件：${resolve(path)}`);
  const place = config.databaseUrl.slice('file:'.length);
  const aside = `${place}.before-restore`;
  if (existsSync(aside)) throw new CannotStart(`上次恢复前的账还在 ${aside}，请先移走它`);
  for (const tail of ['', '-wal', '-shm']) {
    if (!existsSync(place + tail)) continue;
    copyFileSync(place + tail, aside + tail);
    rmSync(place + tail);
  }
  copyFileSync(path, place);
  await layDownLease(config.databaseUrl);
  const told = await send(config, { verb: 'verify' });
  say(told.ok ? `恢复好了：${place}` : '恢复的账没有通过查账');
  end(told);
}

function commands(): Command {
  const program = new Command('bank');
  program
    .description('文明储蓄所的管理命令。储蓄所开着的时候交给它办，没开就自己开账来办。')
    .configureHelp({ subcommandTerm: (one) => `${one.name()} ${one.usage()}` })
    .helpOption('--help', '看怎么用')
    .helpCommand(false)
    .exitOverride();
  const intake = program
    .command('import')
    .description('导入名册、积分细则或货品目录')
    .helpOption('--help', '看怎么用');
  const kinds = { roster: '家庭花名册', rules: '积分细则', goods: '货品目录和库存' } as const;
  for (const [kind, words] of Object.entries(kinds)) {
    intake
      .command(kind)
      .argument('<file.xlsx>', '表格文件')
      .description(`导入${words}：先看后收，要么全收，要么一条不收`)
      .option('--yes', '不问，直接导入')
      .option('--marked <file.xlsx>', '把标好问题的表写到这里')
      .helpOption('--help', '看怎么用')
      .action((path: string, options: { yes?: boolean; marked?: string }) =>
        takeInWorkbook(kind as IntakeKind, path, options),
      );
  }
  program
    .command('verify')
    .description('查账：从第一笔算到最后一笔，不对就说哪一笔')
    .helpOption('--help', '看怎么用')
    .action(async () => end(await send(configOrStop(), { verb: 'verify' })));
  program
    .command('backup')
    .argument('<file>', '备份写到哪里')
    .description('备份：不用停，备份里是一本完整的账')
    .helpOption('--help', '看怎么用')
    .action(async (file: string) =>
      end(await send(configOrStop(), { verb: 'backup', file: resolve(file) })),
    );
  program
    .command('restore')
    .argument('<file>', '从哪个备份恢复')
    .description('恢复：原来的账先放到一边，恢复后马上查账')
    .helpOption('--help', '看怎么用')
    .action(restore);
  return program;
}

commands()
  .parseAsync()
  .catch((error: unknown) => {
    if (error instanceof CommanderError) process.exit(error.exitCode);
    const line =
      error instanceof CannotStart ? error.message : String((error as Error).stack ?? error);
    process.stderr.write(`没有办成：${line}\n`);
    process.exit(1);
  });
