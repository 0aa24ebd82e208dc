import type { Endpoint } from '@bank/shared/endpoint';
import { ProblemDocument } from '@bank/shared/problem-document';
import * as z from '@bank/shared/zod';

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

function operation(endpoint: Endpoint): object {
  const input = jsonSchema(endpoint.input, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((found) => found[1]);
  const parameters =
    endpoint.method === 'GET'
      ? Object.entries(input.properties ?? {}).map(([name, schema]) => ({
          name,
          in: inPath.includes(name) ? 'path' : 'query',
          required: inPath.includes(name) || (input.required?.includes(name) ?? false),
          schema,
        }))
      : [];
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
    ...(endpoint.method === 'POST' ? { requestBody: body(input, endpoint.example) } : {}),
    responses: {
      200: { description: '办好了', content: json(jsonSchema(endpoint.output, 'output')) },
      default: {
        description: '没办成，或还不知道',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

function body(schema: unknown, example: unknown): object {
  return { required: true, content: json(schema, example) };
}

function json(schema: unknown, example?: unknown): object {
  return { 'application/json': { schema, ...(example === undefined ? {} : { example }) } };
}
