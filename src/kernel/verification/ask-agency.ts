import { z } from 'zod';
import type { Answer } from './agencies.ts';

const item = z.object({ category: z.string().max(40), title: z.string().max(60), fen: z.int().optional(), every: z.enum(['month', 'once']).optional(), count: z.int().optional(), asOf: z.string().max(20).optional() });
const reply = z.object({
  status: z.enum(['pending', 'partial', 'complete', 'unable']), found: z.boolean().default(false), items: z.array(item).max(200).default([]),
  pending: z.array(z.string().max(40)).max(20).optional(), note: z.string().max(200).optional(),
});

export interface Asked { readonly requestId: string; readonly authorisation: string; readonly person: { readonly name: string; readonly idNumber: string }; readonly categories: readonly string[] }
/** What an agency said, or that it could not be reached; never an exception. */
export type Heard =
  | { readonly is: 'ticket'; readonly ticket: string }
  | { readonly is: 'pending' }
  | { readonly is: 'answer'; readonly kind: 'partial' | 'complete' | 'unable'; readonly answer: Answer }
  | { readonly is: 'failed'; readonly code: string };

const PATIENCE_MS = 10_000;

/** Sends a request (POST /v1/requests), or asks after one (GET /v1/requests/:ticket). The protocol is described in demo/agencies/README.md. */
export const sendRequest = (url: string, asked: Asked): Promise<Heard> =>
  exchange(`${url}/v1/requests`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) });
export const pollRequest = (url: string, ticket: string): Promise<Heard> => exchange(`${url}/v1/requests/${encodeURIComponent(ticket)}`, { method: 'GET' });

async function exchange(url: string, init: RequestInit): Promise<Heard> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.status === 202) {
      const body = (await response.json()) as { ticket?: unknown };
      return typeof body.ticket === 'string' ? { is: 'ticket', ticket: body.ticket } : { is: 'pending' };
    }
    if (response.status !== 200) return { is: 'failed', code: `http-${response.status}` };
    const parsed = reply.safeParse(await response.json());
    if (!parsed.success) return { is: 'failed', code: 'not-understood' };
    const { status, ...rest } = parsed.data;
    return status === 'pending' ? { is: 'pending' } : { is: 'answer', kind: status, answer: JSON.parse(JSON.stringify(rest)) as Answer };
  } catch (error) {
    return { is: 'failed', code: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable' };
  }
}
