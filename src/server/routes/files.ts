import { createHash, randomUUID } from 'node:crypto';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refused } from '../../kernel/contract/refusal.ts';
import { command } from '../../kernel/db/command.ts';
import { query } from '../../kernel/db/query.ts';
import { judgeFile } from '../../kernel/documents/file-content.ts';
import getFile from '../../kernel/documents/get-file.ts';
import { storeFile } from '../../kernel/documents/store-file.ts';
import type { AppOptions } from '../app.ts';
import { refuseTooMany } from '../limits.ts';
import { refuse } from '../refuse.ts';
import { callerOfRequest, isSameSite } from './request-city.ts';

/** The one file of a request; undefined when there is none or it broke off on the way. Too large a file is refused by its own code. */
async function takeFile(request: FastifyRequest): Promise<{ part: MultipartFile; bytes: Buffer } | undefined> {
  if (!request.isMultipart()) return undefined;
  try {
    const part = await request.file();
    return part && { part, bytes: await part.toBuffer() };
  } catch (fault) {
    // the parser gives no status to what it could not read
    if ((fault as { statusCode?: number }).statusCode === 413) throw fault;
    return undefined;
  }
}

const nameOf = (part: MultipartFile): string => (part.filename ?? '').replaceAll('\u0000', '').toWellFormed().slice(0, 200).toWellFormed() || '文件';

/** POST /api/files takes one file (multipart) and answers its id; GET /api/files/<id> gives it back to those who may see it. */
export function registerFileRoutes(app: FastifyInstance, options: AppOptions): void {
  app.post('/api/files', async (request, reply) => {
    const no = (code: string) => refuse(reply, options.doors.refusals, refused(code));
    if (!isSameSite(request)) return no('access.other-site');
    const { city, caller } = await callerOfRequest(request, options);
    if (!caller.account) return no('access.sign-in-first');
    const tooMany = await refuseTooMany(request, reply, city, 'upload', caller);
    if (tooMany) return refuse(reply, options.doors.refusals, tooMany);
    const taken = await takeFile(request);
    if (!taken) return no('documents.broken');
    const { part, bytes } = taken;
    const judged = judgeFile(bytes, nameOf(part));
    if (!judged.ok) return no(judged.code);
    const key = request.headers['idempotency-key'];
    const outcome = await command(city, caller, storeFile(bytes), {
      name: nameOf(part), mediaType: judged.mediaType, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length,
    }, { key: typeof key === 'string' ? key : randomUUID() });
    if (!outcome.ok) return refuse(reply, options.doors.refusals, outcome.refused, outcome.fields);
    return reply.send(outcome.result);
  });

  app.get<{ Params: { id: string } }>('/api/files/:id', async (request, reply) => {
    const { city, caller } = await callerOfRequest(request, options);
    const outcome = await query(city, caller, getFile, { id: Number(request.params.id) });
    if (!outcome.ok) return refuse(reply, options.doors.refusals, outcome.refused);
    return reply.type(outcome.result.mediaType).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(outcome.result.name)}`).header('cache-control', 'no-store').header('content-security-policy', "default-src 'none'; sandbox").send(outcome.result.bytes);
  });
}
