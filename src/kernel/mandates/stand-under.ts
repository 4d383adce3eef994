import type { Caller, StandingMandate } from '../access/caller.ts';
import { stand, type City } from '../db/city.ts';
import { makeTx } from '../db/tx.ts';
import { isGuardian, type Basis } from './basis.ts';

interface Row { readonly id: number; readonly principal_person_id: number; readonly principal_name: string; readonly helper_name: string; readonly relation: string; readonly basis: Basis; readonly matters: string[]; readonly division_id: number }

/**
 * The resident as the one who acts for another, where the request names a mandate (替别人办). One that does not hold, or is somebody else's,
 * opens nothing. `asked` is the number as it came with the request.
 */
export async function standUnder(city: City, caller: Caller, asked: string | readonly string[] | undefined): Promise<Caller> {
  if (typeof asked !== 'string' || caller.account?.kind !== 'resident' || caller.person === null) return caller;
  const id = /^\d{1,15}$/.test(asked) ? Number(asked) : 0;
  const mandate = await readHeld(city, id, caller.person);
  if (mandate === undefined) return { ...caller, person: null, mandate: 'over' };
  return { ...caller, person: mandate.principal, mandate };
}

async function readHeld(city: City, id: number, helper: number): Promise<(StandingMandate & { readonly principal: number }) | undefined> {
  const client = await city.pool.connect();
  try {
    await client.query('begin read only');
    await stand(client, city, { role: 'resident', divisions: [], person: null, auditor: false, actor: 'door', mandate: { id, helper } });
    const row = await makeTx(client, city.code).find<Row & Record<string, unknown>>('select * from held_mandate()');
    return row && {
      id: row.id, principal: row.principal_person_id, helper, helperName: row.helper_name, principalName: row.principal_name, relation: row.relation,
      matters: row.matters, guardian: isGuardian(row.basis), divisionId: row.division_id,
    };
  } finally {
    await client.query('rollback').catch(() => { /* the pool drops a broken connection */ });
    client.release();
  }
}
