import type { Dossier } from '../contract/dossier.ts';
import type { Matter } from '../contract/matter.ts';
import { kindOf, type Procedure } from '../contract/procedure.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import { divisionCodesAbove, loadBook } from '../policy/load-book.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { missingSql } from './proof-sql.ts';

/** Whether a gap in the file holds up the approval here, or is only told. Where nobody decided, it is only told. */
export async function readGate(tx: Tx, dossier: Dossier, at: { division: number; day: PlainDate }): Promise<'block' | 'flag'> {
  const answer = (await loadBook(tx)).read(dossier.gate, await divisionCodesAbove(tx, at.division), at.day);
  return answer.is === 'value' && answer.reading.value === 'block' ? 'block' : 'flag';
}

/** What has to lie in the file before the approval and does not, by title. */
export async function listMissing(tx: Tx, matter: Pick<Matter, 'dossier'>, procedure: Procedure, caseId: number, day: PlainDate): Promise<string[]> {
  const items = matter.dossier?.lists[kindOf(procedure)]?.filter((item) => item.due === 'approval') ?? [];
  if (items.length === 0) return [];
  const found = await tx.find<{ missing: string[] }>(`select ${missingSql(items, { day: '$2::date', known: '9007199254740991' })} as missing from case_file c where c.id = $1`, [caseId, day]);
  const missing = new Set(found?.missing ?? []);
  return items.filter((item) => missing.has(item.key)).map((item) => item.title);
}

/** Refuses an approval while papers are missing, naming them, where the division's parameter says so. */
export async function requireComplete(tx: Tx, matter: Matter, procedure: Procedure, case_: { readonly id: number; readonly division_id: number }, day: PlainDate): Promise<void> {
  if (!matter.dossier || await readGate(tx, matter.dossier, { division: case_.division_id, day }) === 'flag') return;
  const missing = await listMissing(tx, matter, procedure, case_.id, day);
  if (missing.length > 0) throw new Refusal('dossier.incomplete', { missing: missing.join('、') });
}
