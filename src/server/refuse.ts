import type { FastifyReply } from 'fastify';
import type { FieldError } from '../kernel/contract/form.ts';
import type { RefusalDeclaration, Refused } from '../kernel/contract/refusal.ts';
import { toProblem } from './problem.ts';

/** Answers with the one envelope, its status, and the number of the request, which a person can read out to whoever helps. */
export function refuse(reply: FastifyReply, table: Readonly<Record<string, RefusalDeclaration>>, no: Refused, fields?: readonly FieldError[]): FastifyReply {
  const problem = { ...toProblem(table, no, fields), request: reply.request.id };
  reply.refusal = problem.code;
  return reply.status(problem.status).type('application/problem+json').header('cache-control', 'no-store').send(problem);
}

declare module 'fastify' {
  interface FastifyReply {
    /** The code this answer refuses with; for counting. */
    refusal?: string;
  }
}
