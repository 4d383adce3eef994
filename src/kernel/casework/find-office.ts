import type { Matter, OfficeLevel } from '../contract/matter.ts';
import { AppError, Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import { loadBook } from '../policy/load-book.ts';
import type { PlainDate } from '../values/plain-date.ts';

export interface Office { readonly id: number; readonly name: string; readonly level: string }

/** Division codes from a division up to the province, nearest first, as the tree stands. */
export async function divisionCodes(tx: Tx, division: number): Promise<string[]> {
  return (await tx.rows<{ code: string }>('select code from divisions_above($1) order by depth', [division])).map((row) => row.code);
}

/**
 * The office that holds a power for a division on a day: by the matter's authority table, at a fixed level or at the one a parameter names.
 * Where that level is missing the next one up holds it (中山 has no 区县).
 */
export async function findOffice(tx: Tx, matter: Matter, power: string, at: { division: number; day: PlainDate }): Promise<Office> {
  const authority = matter.authority?.[power];
  if (!authority) throw new AppError('case.no-power', `matter ${matter.id} gives no power ${power}`);
  const level = 'level' in authority ? authority.level : await readLevel(tx, authority.parameter, at);
  const office = await tx.find<{ id: number; name: string; level: string }>('select d.id, d.name, d.level from division d where d.id = office_of($1, $2)', [at.division, level]);
  if (!office) throw new AppError('case.no-office', `no office of level ${level} stands above division ${at.division}`);
  return office;
}

async function readLevel(tx: Tx, parameter: string, at: { division: number; day: PlainDate }): Promise<OfficeLevel> {
  const answer = (await loadBook(tx)).read(parameter, await divisionCodes(tx, at.division), at.day);
  if (answer.is === 'gap') throw new Refusal('case.authority-gap', { title: answer.title, reason: answer.reason });
  return answer.reading.value as OfficeLevel;
}
