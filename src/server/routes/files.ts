import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { defineQuery } from '../../kernel/contract/door.ts';
import { refused } from '../../kernel/contract/refusal.ts';
import { command } from '../../kernel/db/command.ts';
import { query } from '../../kernel/db/query.ts';
import { readStoredFile, storeFile } from '../../kernel/documents/store-file.ts';
import type { AppOptions } from '../app.ts';
import { toProblem } from '../problem.ts';
import { callerOfRequest, isSameSite } from './request-city.ts';

const getFile = defineQuery({
  id: 'documents.get-file', title: '取文件', allow: { staff: true, residents: true }, input: z.strictObject({ id: z.int() }),
  run: (tx, input) => readStoredFile(tx, input.id),
});

/** POST /api/files takes one file (multipart) and answers its id; GET /api/files/<id> gives it back to those who may see it. */
export function registerFileRoutes(app: FastifyInstance, options: AppOptions): void {
  app.post('/api/files', async (request, reply) => {
    if (!isSameSite(request)) return reply.status(403).send(toProblem(options.doors.refusals, refused('access.other-site')));
    const { city, caller } = await callerOfRequest(request, options);
    if (!caller.account) return reply.status(401).send(toProblem(options.doors.refusals, refused('access.sign-in-first')));
    if (!request.isMultipart()) return reply.status(415).send(toProblem(options.doors.refusals, refused('input.not-json')));
    const part = await request.file();
    if (!part) return reply.status(400).send(toProblem(options.doors.refusals, refused('input.not-json')));
    const bytes = await part.toBuffer();
    const key = request.headers['idempotency-key'];
    const outcome = await command(city, caller, storeFile(bytes), {
      name: part.filename.slice(0, 200) || '文件', mediaType: part.mimetype.slice(0, 100), sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length,
    }, { key: typeof key === 'string' ? key : randomUUID() });
    if (!outcome.ok) { const no = toProblem(options.doors.refusals, outcome.refused, outcome.fields); return reply.status(no.status).send(no); }
    return reply.send(outcome.result);
  });

  app.get<{ Params: { id: string } }>('/api/files/:id', async (request, reply) => {
    const { city, caller } = await callerOfRequest(request, options);
    const outcome = await query(city, caller, getFile, { id: Number(request.params.id) });
    if (!outcome.ok) { const no = toProblem(options.doors.refusals, outcome.refused); return reply.status(no.status).send(no); }
    return reply.type(outcome.result.mediaType).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(outcome.result.name)}`).header('cache-control', 'no-store').send(outcome.result.bytes);
  });
}
