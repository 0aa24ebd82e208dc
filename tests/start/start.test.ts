import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, newFolder, runToEnd, type Started, startProcess } from './processes.ts';

const sample = (name: string) => join(import.meta.dirname, `../samples/${name}.xlsx`);

describe('a demo', () => {
  const folder = newFolder();
  let port: number;
  let settings: NodeJS.ProcessEnv;
  let started: Started;

  beforeAll(async () => {
    port = await freePort();
    settings = { DATA_DIR: folder, PORT: String(port) };
    started = startProcess('start', [], settings);
    await started.until(/账是对的/);
  });
  afterAll(() => started.child.kill('SIGKILL'));

  const ask = (path: string, body?: object) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      ...(body
        ? {
            method: 'POST',
            body: JSON.stringify(body),
            headers: { 'content-type': 'application/json' },
          }
        : {}),
    });

  test('prints one address and who can be walked in as, marked as a demo', () => {
    const said = started.said();
    expect(said).toContain(`打开 http://127.0.0.1:${port}`);
    expect(said).toContain('（演示）');
    for (const title of [
      '居民',
      '老人',
      '联户长',
      '网格员',
      '志愿队长',
      '储蓄所管理员',
      '社区干部',
      '县级管理员',
      '第二位县管',
      '审计',
    ]) {
      expect(said).toMatch(new RegExp(`^  ${title} `, 'm'));
    }
  });

  test('serves pages and API from one origin, with headers that keep strangers’ scripts out', async () => {
    const page = await ask('/');
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await ask('/q/E1ABC')).headers.get('content-type')).toContain('text/html');
    expect(await (await ask('/healthz')).json()).toMatchObject({ ok: true });
    expect(await (await ask('/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
    expect(await (await ask('/metrics')).text()).toContain('bank_plans_waiting');
  });

  test('lets somebody walk in without a password, and keeps two months of believable history', async () => {
    const { doors } = (await (await ask('/api/access/demo-doors')).json()) as {
      doors: { personId: string; title: string }[];
    };
    expect(doors.map((door) => door.title)).toContain('居民');
    const personId = doors.find((door) => door.title === '居民')?.personId;
    const signedIn = await ask('/api/access/demo-sign-ins', {
      requestId: 'demo-sign-in-000001',
      personId,
    });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const book = await fetch(`http://127.0.0.1:${port}/api/passbook`, { headers: { cookie } });
    const { lines, total } = (await book.json()) as { lines: unknown[]; total: number };
    expect(lines.length).toBeGreaterThan(0);
    expect(total).toBeGreaterThan(60);
  });

  test('has both county admins to walk in as: what one gives of the county, the other agrees to', async () => {
    const { doors } = (await (await ask('/api/access/demo-doors')).json()) as {
      doors: { personId: string; title: string }[];
    };
    const who = (title: string) => doors.find((door) => door.title === title)?.personId;
    const post = async (path: string, body: object, cookie = '') =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', cookie },
      });
    const walkIn = async (title: string, requestId: string) => {
      const signedIn = await post('/api/access/demo-sign-ins', { requestId, personId: who(title) });
      return signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    };
    const first = await walkIn('县级管理员', 'demo-sign-in-000002');
    const second = await walkIn('第二位县管', 'demo-sign-in-000003');
    const wish = { personId: who('社区干部'), role: 'auditor', areaId: 'area_county' };
    const dates = { fromOn: '2026-01-01', toOn: null };
    const given = await post(
      '/api/access/posts',
      { requestId: 'demo-give-post-00001', ...wish, ...dates },
      first,
    );
    const { grantId, state } = (await given.json()) as { grantId: string; state: string };
    expect(state).toBe('waiting');
    const agree = async (requestId: string, cookie: string) =>
      (await post('/api/access/post-approvals', { requestId, grantId }, cookie)).json();
    expect(await agree('demo-agree-000001', first)).toMatchObject({ code: 'access/own-post' });
    expect(await agree('demo-agree-000002', second)).toEqual({ state: 'active' });
  });

  test('its own commands are handed to it while it runs', async () => {
    expect(await runToEnd('bank', ['verify'], settings)).toMatchObject({
      code: 0,
      said: expect.stringContaining('一笔不差'),
    });
    const backup = join(folder, 'backup.db');
    expect((await runToEnd('bank', ['backup', backup], settings)).code).toBe(0);
    expect(statSync(backup).size).toBeGreaterThan(100_000);
    const again = await runToEnd('bank', ['backup', backup], settings);
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('已经有了') });
    const restoring = await runToEnd('bank', ['restore', backup], settings);
    expect(restoring).toMatchObject({ code: 1, said: expect.stringContaining('正在运行') });
  });

  test('a second one on the same port or the same book says so in one line', async () => {
    const samePort = await runToEnd('start', [], { ...settings, DATA_DIR: newFolder() });
    expect(samePort.code).toBe(1);
    expect(samePort.said).toContain(`端口 ${port} 已经有人用了`);
    const sameBook = await runToEnd('start', [], { ...settings, PORT: String(await freePort()) });
    expect(sameBook.code).toBe(1);
    expect(sameBook.said).toContain('另一个程序正在写这本账');
  });

  test('ends cleanly when told to, and stands where it stood when it is started again', async () => {
    const before = (await (await ask('/healthz')).json()) as { lastSeq: number };
    started.child.kill('SIGINT');
    expect(await started.ended).toBe(0);
    expect(started.said()).toContain('账收好了');
    started = startProcess('start', [], settings);
    await started.until(/账是对的/);
    expect(started.said()).not.toContain('网页构建好了');
    const after = (await (await ask('/healthz')).json()) as { lastSeq: number };
    expect(after.lastSeq).toBeGreaterThanOrEqual(before.lastSeq);
  });
});

describe('a county', () => {
  test('starts empty, with a one-time link for its first admin', async () => {
    const settings = { DATA_DIR: newFolder(), PORT: String(await freePort()), DEMO: 'off' };
    const started = startProcess('start', [], settings);
    const said = await started.until(/账是对的/);
    expect(said).toMatch(/\/access\/sign-in\/index\?code=[0-9A-Z]{10}/);
    expect(said).not.toContain('演示');
    const doors = await fetch(`http://127.0.0.1:${settings.PORT}/api/access/demo-doors`);
    expect(await doors.json()).toEqual({ doors: [] });
    started.child.kill('SIGINT');
    expect(await started.ended).toBe(0);
  });

  test('takes in workbooks on the command line, and the same again changes nothing', async () => {
    const settings = { DATA_DIR: newFolder(), DEMO: 'off' };
    const take = (kind: string) =>
      runToEnd('bank', ['import', kind, sample(kind), '--yes'], settings);
    expect(await take('rules')).toMatchObject({ code: 0, said: expect.stringContaining('收好了') });
    expect(await take('roster')).toMatchObject({
      code: 0,
      said: expect.stringContaining('居民：新增 40'),
    });
    expect(await take('roster')).toMatchObject({
      code: 0,
      said: expect.stringContaining('没有要收的'),
    });
    const messy = join(newFolder(), 'marked.xlsx');
    const seen = await runToEnd(
      'bank',
      ['import', 'roster', sample('roster-messy'), '--yes', '--marked', messy],
      settings,
    );
    expect(seen.said).toContain('请确认');
    expect(statSync(messy).size).toBeGreaterThan(1000);
  });

  test('a backup restored elsewhere is the same book, and the old one is put aside', async () => {
    const first = { DATA_DIR: newFolder(), DEMO: 'off' };
    await runToEnd('bank', ['import', 'roster', sample('roster'), '--yes'], first);
    const backup = join(newFolder(), 'backup.db');
    await runToEnd('bank', ['backup', backup], first);
    const second = { DATA_DIR: newFolder(), DEMO: 'off' };
    await runToEnd('bank', ['verify'], second);
    const restored = await runToEnd('bank', ['restore', backup], second);
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('恢复好了') });
    expect(statSync(join(second.DATA_DIR, 'bank.db.before-restore')).size).toBeGreaterThan(0);
    const same = await runToEnd('bank', ['import', 'roster', sample('roster'), '--yes'], second);
    expect(same.said).toContain('没有要收的');
  });
});

describe('what is wrong is one line and an end that says no', () => {
  const wrong = async (settings: NodeJS.ProcessEnv) =>
    runToEnd('start', [], { DATA_DIR: newFolder(), ...settings });

  test('a wrong setting', async () => {
    const { code, said } = await wrong({ PORT: 'abc' });
    expect([code, said.trim()]).toEqual([
      1,
      expect.stringMatching(/^没有开起来：设置不对：PORT .*$/),
    ]);
  });

  test('a damaged database is not touched', async () => {
    const folder = newFolder();
    const file = join(folder, 'bank.db');
    writeFileSync(file, Buffer.alloc(8192, 0x5a));
    const { code, said } = await runToEnd('start', [], { DATA_DIR: folder });
    expect([code, said]).toEqual([1, expect.stringContaining('数据库坏了')]);
    expect(readFileSync(file).equals(Buffer.alloc(8192, 0x5a))).toBe(true);
  });

  test('a folder that is a file', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'x'), '');
    mkdirSync(join(folder, 'ok'));
    const { code, said } = await wrong({ DATA_DIR: join(folder, 'x', 'data') });
    expect([code, said]).toEqual([1, expect.stringContaining('写不了数据文件夹')]);
  });

  test('a port that is taken', async () => {
    const port = await freePort();
    const server = createServer().listen(port, '127.0.0.1');
    const { code, said } = await wrong({ PORT: String(port) });
    server.close();
    expect([code, said]).toEqual([1, expect.stringContaining('已经有人用了')]);
  });
});
