import { allHandlers } from '@bank/api/handlers';
import { openApiDocument } from '@bank/api/openapi';
import { assertDeclared } from '@bank/api/platform/serve';
import * as z from '@bank/shared/zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestBank, type TestBank } from '../bank.ts';

let bank: TestBank;

beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.close());

interface Content {
  readonly example?: unknown;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly { name: string; in: string; required: boolean }[];
  readonly requestBody?: unknown;
  readonly responses: Record<string, unknown>;
}

describe('the OpenAPI document', () => {
  const endpoints = allHandlers(null).map(({ endpoint }) => endpoint);
  const document = openApiDocument(endpoints) as {
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
  };
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

  test('holds every promise of the table once', () => {
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(
      endpoints.map(({ id }) => id.replace('/', '.')).sort(),
    );
  });

  test('says in Chinese what each is for, and what it takes and answers', () => {
    for (const { path, method, operation } of operations) {
      expect(operation.summary, path).toMatch(/[\u4e00-\u9fff]/);
      expect(Object.keys(operation.responses), path).toEqual(
        expect.arrayContaining(['200', 'default']),
      );
      expect(operation.requestBody !== undefined, path).toBe(method === 'post');
    }
  });

  test('declares every parameter of a path as required, and no reference leads nowhere', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
      const declared = (operation.parameters ?? []).filter(
        (one) => one.in === 'path' && one.required,
      );
      expect(declared.map((one) => one.name).sort(), path).toEqual(named.sort());
    }
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      (found) => found[1],
    );
    expect(new Set(references)).toEqual(new Set(['#/components/schemas/Problem']));
  });

  test('gives for every change an example that the door would take', () => {
    const bodies = document as unknown as {
      paths: Record<string, { post?: { requestBody: { content: Record<string, Content> } } }>;
    };
    for (const endpoint of endpoints.filter(({ method }) => method === 'POST')) {
      const content = bodies.paths[`/api${endpoint.path}`]?.post?.requestBody.content;
      const example = content?.['application/json']?.example;
      expect(example, endpoint.id).toBeDefined();
      expect(z.safeParse(endpoint.input, example).error?.issues, endpoint.id).toBeUndefined();
    }
  });

  test('says under each status which refusals a promise may answer with', () => {
    const signUp = document.paths['/api/events/sign-ups']?.post?.responses['409'];
    expect(JSON.stringify(signUp)).toContain('报名截止了（events/sign-up-over）');
  });

  test('is served as the running bank knows it', async () => {
    const response = await bank.app.request('/openapi.json');
    expect(await response.json()).toMatchObject({
      openapi: '3.1.0',
      info: { title: '文明储蓄所' },
    });
  });
});

test('the page for engineers names every promise, who may ask, and how it may be refused', async () => {
  const page = await (await bank.app.request('/docs')).text();
  for (const { endpoint } of allHandlers(null)) {
    expect(page).toContain(`<article id="${endpoint.id}">`);
    expect(page).toContain(endpoint.summary);
  }
  expect(page).toContain('报名截止了');
  expect(page).toContain('谁能办：储蓄所管理员');
});

test('a promise without duty or scope stops the start', () => {
  const [first] = allHandlers(null);
  const endpoint = first?.endpoint;
  if (!endpoint) throw new Error('no promises');
  expect(() => assertDeclared({ ...endpoint, duty: undefined as never })).toThrow(
    'declares no duty',
  );
  expect(() => assertDeclared({ ...endpoint, duty: 'walk-in' as never })).toThrow(
    'declares no duty',
  );
  expect(() => assertDeclared({ ...endpoint, duty: 'clock' })).toThrow('declares no duty');
  expect(() => assertDeclared({ ...endpoint, scope: undefined as never })).toThrow(
    'declares no scope',
  );
  expect(() => assertDeclared({ ...endpoint, duty: 'counter.hand-over', scope: 'public' })).toThrow(
    'an area is reached',
  );
});

test('health and metrics speak of the bank’s own working and of nobody', async () => {
  expect(await (await bank.app.request('/healthz')).json()).toEqual({ ok: true, lastSeq: 0 });
  await bank.app.request('/api/redemption/shelf');
  const metrics = await (await bank.app.request('/metrics')).text();
  expect(metrics).toContain('bank_answers_total{endpoint="redemption/read-shelf",status="200"} 1');
});
