import { actorName, mandateOf, type Caller } from '../access/caller.ts';
import { mayEnter } from '../access/may-enter.ts';
import { logReading } from '../audit/log-reading.ts';
import { readToday } from '../clock/read-today.ts';
import type { QueryDefinition } from '../contract/door.ts';
import type { FieldError } from '../contract/form.ts';
import { AppError, Refusal, refused, type Refused } from '../contract/refusal.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { checkInput } from './check-input.ts';
import { requireMandate } from '../mandates/require-mandate.ts';
import { stand, type City } from './city.ts';
import { makeTx } from './tx.ts';

export interface QueryContext {
  readonly city: City;
  readonly caller: Caller;
  readonly today: PlainDate;
  /** Names everyone a sensitive reading shows; written to the read log in the same transaction. */
  saw(kind: 'person' | 'household' | 'case' | 'complaint' | 'record' | 'file', ids: readonly number[], purpose?: string): void;
}

export type QueryOutcome<Output> =
  | { readonly ok: true; readonly result: Output }
  | { readonly ok: false; readonly refused: Refused; readonly fields?: readonly FieldError[] };

/** The door of everything that is looked at: permission, area, and a log of whose data was shown. */
export async function query<Input, Output>(
  city: City, caller: Caller, definition: QueryDefinition<Input, Output>, body: unknown,
): Promise<QueryOutcome<Output>> {
  const no = mayEnter(definition.allow, caller);
  if (no) return { ok: false, refused: no };
  const checked = checkInput(definition.input, body);
  if (!checked.ok) return { ok: false, refused: refused('input.invalid'), fields: checked.fields };
  city.keys.refresh();
  const client = await city.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(definition.snapshot ? 'begin isolation level repeatable read' : 'begin');
    await stand(client, city, {
      role: caller.post ? 'staff' : 'resident', divisions: caller.divisions, person: caller.person, auditor: caller.post?.role === 'auditor', post: caller.post?.role, actor: actorName(caller), mandate: mandateOf(caller),
    });
    const tx = makeTx(client, city.code);
    await requireMandate(tx, caller);
    const seen: { kind: string; ids: readonly number[]; purpose?: string | undefined }[] = [];
    const context: QueryContext = { city, caller, today: await readToday(tx), saw: (kind, ids, purpose) => { seen.push({ kind, ids, purpose }); } };
    const result = await definition.run(tx, checked.input, context);
    if (definition.sensitive && seen.length === 0) throw new AppError('audit.reading-unnamed', `${definition.id} is sensitive and named nobody it showed`);
    for (const reading of seen) await logReading(tx, context, definition.id, reading);
    await client.query('commit');
    return { ok: true, result };
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => { broken = lost; });
    if (error instanceof Refusal) return { ok: false, refused: error.refused };
    throw error;
  } finally {
    client.release(broken);
  }
}
