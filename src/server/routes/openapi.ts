import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AppOptions } from '../app.ts';

const jsonSchema = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });

/** GET /openapi.json: every door, made from its declaration. */
export function registerOpenApi(app: FastifyInstance, options: AppOptions): void {
  let document: unknown;
  app.get('/openapi.json', async () => {
    document ??= makeDocument(options);
    return document;
  });
}

function makeDocument({ doors }: AppOptions): unknown {
  const problem = { description: '不能办，理由在 title', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  const path = (prefix: string, door: { id: string; title: string; input: z.ZodType }) => [`/api/${prefix}/${door.id}`, {
    post: {
      operationId: door.id, summary: door.title, tags: [door.id.split('.')[0]],
      parameters: [{ name: 'x-csrf', in: 'header', required: true, schema: { const: '1' } }, ...(prefix === 'c' ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8 } }] : [])],
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(door.input) } } },
      responses: { 200: { description: '办好了', content: { 'application/json': {} } }, default: problem },
    },
  }] as const;
  return {
    openapi: '3.1.0', info: { title: '大民政', version: '0.1.0' },
    paths: Object.fromEntries([...[...doors.commands.values()].map((d) => path('c', d)), ...[...doors.queries.values()].map((d) => path('q', d)), ...[...doors.downloads.values()].map((d) => path('x', d))]),
    components: { schemas: { Problem: { type: 'object', required: ['title', 'status', 'code'], properties: {
      title: { type: 'string', description: '一句话，说清怎么办' }, status: { type: 'integer' }, code: { type: 'string', description: '稳定代码' },
      fields: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' }, code: { type: 'string' }, sentence: { type: 'string' } } } } } } } },
  };
}
