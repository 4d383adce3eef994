import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FieldError } from '../../kernel/contract/form.ts';
import { refused, type Refused } from '../../kernel/contract/refusal.ts';
import { download } from '../../kernel/db/download.ts';
import type { AppOptions } from '../app.ts';
import type { AnyDownload } from '../find-doors.ts';
import { log } from '../log.ts';
import { refuseTooMany } from '../limits.ts';
import { refuse } from '../refuse.ts';
import { callerOfRequest, isSameSite } from './request-city.ts';

/** POST /api/x/<download>: a file, sent while it is made. What it is asked for travels in the body, so that no name lands in a log. */
export function registerDownloadRoutes(app: FastifyInstance, options: AppOptions): void {
  app.post<{ Params: { id: string }; Querystring: { as?: string } }>('/api/x/:id', async (request, reply) => {
    const no = (why: Refused, fields?: readonly FieldError[]) => refuse(reply, options.doors.refusals, why, fields);
    const definition = inForm(options.doors.downloads.get(request.params.id), request.query.as);
    if (!definition) return no(refused('not-found'));
    if (!isSameSite(request)) return no(refused('access.other-site'));
    const { city, caller } = await callerOfRequest(request, options);
    const tooMany = await refuseTooMany(request, reply, city, 'download', caller);
    if (tooMany) return no(tooMany);
    let begun = false;
    try {
      const outcome = await download(city, caller, definition, request.body ?? {}, async (file) => {
        begun = true;
        reply.hijack();
        reply.raw.writeHead(200, { ...headersSoFar(reply), 'content-type': file.mediaType, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
        await pipeline(Readable.from(file.pieces, { objectMode: false }), reply.raw);
      });
      if (!outcome.ok) return no(outcome.refused, outcome.fields);
    } catch (fault) {
      if (!begun) throw fault;
      // half a file is on its way: the connection is cut, so that nobody takes it for the whole
      reply.raw.destroy();
      log('warn', 'a file broke off', { download: request.params.id, kind: (fault as Error).name });
    }
    return reply;
  });
}

/** The download in the form asked for; none where it has no such form. */
function inForm(definition: AnyDownload | undefined, form: string | undefined): AnyDownload | undefined {
  if (form === undefined || form === 'xlsx') return definition;
  return form === 'csv' && definition?.openCsv ? { ...definition, open: definition.openCsv } : undefined;
}

/** What the hooks have set for every answer: a hijacked one must bear it too. */
const headersSoFar = (reply: FastifyReply): Record<string, string> => Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));
