import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Basis } from './basis.ts';

export interface NewMandate {
  readonly divisionId: number;
  readonly principal: { readonly id: number; readonly name: string };
  /** A person, or a village committee by its division. */
  readonly helper: { readonly person: number; readonly name: string } | { readonly village: number; readonly name: string };
  readonly relation: string;
  readonly basis: Basis;
  readonly matters: readonly string[];
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly file: number | null;
}

/** Writes a mandate down. The same two people have one for a matter at a time: the second is refused, not doubled. */
export async function insertMandate(tx: Tx, by: CommandContext, mandate: NewMandate): Promise<number> {
  const person = 'person' in mandate.helper ? mandate.helper.person : null;
  const village = 'village' in mandate.helper ? mandate.helper.village : null;
  const same = await tx.find(
    `select 1 from mandate m where m.principal_person_id = $1 and (m.helper_person_id = $2 or m.helper_division_id = $3) and m.matters && $4::text[]
        and daterange(m.valid_from, m.valid_to) && daterange($5, $6) and not exists (select 1 from mandate_end e where e.mandate_id = m.id) limit 1`,
    [mandate.principal.id, person, village, mandate.matters, mandate.from, mandate.to]);
  if (same) throw new Refusal('mandate.same');
  const { id } = await tx.one<{ id: number }>(
    `insert into mandate (division_id, principal_person_id, helper_person_id, helper_division_id, principal_name, helper_name, relation, basis, matters, valid_from, valid_to, document_file_id, recorded_by, office_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
    [mandate.divisionId, mandate.principal.id, person, village, mandate.principal.name, mandate.helper.name, mandate.relation, mandate.basis, mandate.matters, mandate.from, mandate.to, mandate.file,
      by.caller.account?.name ?? '', by.caller.post?.divisionName ?? null]);
  return id;
}
