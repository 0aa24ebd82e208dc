import type { Endpoint } from '@bank/shared/endpoint';
import { meaningOf, type ProblemCode } from '@bank/shared/problem';
import { ProblemDocument } from '@bank/shared/problem-document';
import * as z from '@bank/shared/zod';
import { exampleFor, exampleInput } from './openapi-examples.ts';

/** The OpenAPI 3.1 document, made from the endpoint table: what is not in it is not served. */
export function openApiDocument(endpoints: readonly Endpoint[]): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '文明储蓄所',
      version: '0.1.0',
      description:
        '每个改动都带一个手机先存好的 requestId，同一个号只办一次。不成的事按 RFC 9457 用一句话说明。',
    },
    servers: [{ url: '/' }],
    tags: [...new Set(endpoints.map(roomOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: jsonSchema(ProblemDocument, 'output') },
      securitySchemes: {
        phone: { type: 'http', scheme: 'bearer' },
        browser: { type: 'apiKey', in: 'cookie', name: 'bank_session' },
      },
    },
  };
}

const roomOf = ({ id }: Endpoint) => id.slice(0, id.indexOf('/'));

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): Record<string, unknown> {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>;
  delete made.$schema;
  return made;
}

interface Input {
  readonly properties?: Record<string, unknown>;
  readonly required?: string[];
}

function parametersOf(endpoint: Endpoint, { properties = {}, required = [] }: Input): object[] {
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((found) => found[1]);
  return Object.entries(properties).map(([name, schema]) => {
    const example = exampleFor(endpoint, name);
    return {
      name,
      in: inPath.includes(name) ? 'path' : 'query',
      required: inPath.includes(name) || required.includes(name),
      schema,
      ...(example === undefined ? {} : { example }),
    };
  });
}

function operation(endpoint: Endpoint): object {
  const input: Input = jsonSchema(endpoint.input, 'input');
  const isQuestion = endpoint.method === 'GET';
  const parameters = isQuestion ? parametersOf(endpoint, input) : [];
  const isOpen = endpoint.duty === 'anyone';
  return {
    operationId: endpoint.id.replace('/', '.'),
    tags: [roomOf(endpoint)],
    summary: endpoint.summary,
    'x-duty': endpoint.duty,
    'x-scope': endpoint.scope,
    'x-refusals': endpoint.refusals,
    ...(isOpen ? {} : { security: [{ phone: [] }, { browser: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(isQuestion ? {} : { requestBody: body(endpoint, input) }),
    responses: {
      200: { description: '办好了', content: json(jsonSchema(endpoint.output, 'output')) },
      ...refusalsOf(endpoint),
      default: refusal('没办成，或还不知道'),
    },
  };
}

function refusal(description: string): object {
  return {
    description,
    content: {
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    },
  };
}

/** The refusals a promise announces, by status, each with its code and title. */
function refusalsOf(endpoint: Endpoint): Record<number, object> {
  const lines: Record<number, string[]> = {};
  for (const code of endpoint.refusals) {
    const { status, title } = meaningOf(code as ProblemCode);
    lines[status] = [...(lines[status] ?? []), `${title}（${code}）`];
  }
  return Object.fromEntries(
    Object.entries(lines).map(([status, said]) => [status, refusal(said.join('；'))]),
  );
}

function body(endpoint: Endpoint, input: Input): object {
  return {
    required: true,
    content: json(input, exampleInput(endpoint, input.required ?? [])),
  };
}

function json(schema: unknown, example?: unknown): object {
  return { 'application/json': { schema, ...(example === undefined ? {} : { example }) } };
}
