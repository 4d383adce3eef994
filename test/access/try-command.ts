import { actorName, type Caller } from '../../src/kernel/access/caller.ts';
import { mayEnter } from '../../src/kernel/access/may-enter.ts';
import { readToday } from '../../src/kernel/clock/read-today.ts';
import { Refusal } from '../../src/kernel/contract/refusal.ts';
import { checkInput } from '../../src/kernel/db/check-input.ts';
import { stand, type City } from '../../src/kernel/db/city.ts';
import { makeTx } from '../../src/kernel/db/tx.ts';
import type { AnyCommand } from '../../src/server/find-doors.ts';
import { readTouched, type Touched } from './touched.ts';

export interface Tried { readonly ok: boolean; /** Code of the refusal, or of the fault. */ readonly code: string; readonly answer: unknown; readonly touched: readonly Touched[] }

/** A command as its door runs it, taken back at the end: what it answered, and every row it had touched by then. */
export async function tryCommand(city: City, caller: Caller, definition: AnyCommand, body: unknown, no: number): Promise<Tried> {
  const shut = mayEnter(definition.allow, caller);
  if (shut) return { ok: false, code: shut.code, answer: null, touched: [] };
  const checked = checkInput(definition.input, body);
  if (!checked.ok) return { ok: false, code: 'input.invalid', answer: null, touched: [] };
  const client = await city.pool.connect();
  try {
    await client.query('begin');
    const tx = makeTx(client, city.code);
    let divisions = caller.divisions;
    if (!caller.post && caller.person !== null && definition.scopeForResident) {
      await stand(client, city, { role: 'resident', divisions: [], person: caller.person, auditor: false, actor: actorName(caller) });
      divisions = await definition.scopeForResident(tx, checked.input, caller.person);
      await tx.run('reset role');
    }
    await stand(client, city, { role: 'staff', divisions, person: caller.person, auditor: caller.post?.role === 'auditor', post: caller.post?.role, actor: actorName(caller) });
    await tx.run(`select set_config('mz.command', $1, true)`, [String(no)]);
    const context = { city, caller, today: await readToday(tx), commandId: no, at: '2014-11-03T02:00:00.000Z', tellOnce: () => undefined };
    const answer: unknown = await definition.run(tx, checked.input, context as never);
    await client.query('reset role');
    return { ok: true, code: '', answer, touched: await readTouched(client, no) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.refused.code, answer: error.refused.details ?? null, touched: [] };
    return { ok: false, code: `fault ${(error as { code?: string }).code ?? ''} ${String(error).slice(0, 120)}`, answer: null, touched: [] };
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}
