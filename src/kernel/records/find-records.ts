import type { Tx } from '../db/tx.ts';
import { afterPrefix } from '../registers/search/read-search-text.ts';
import { normaliseDigits } from '../values/chinese-text.ts';

const MOST = 10;
export interface FoundRecord extends Record<string, unknown> { readonly id: number; readonly register: string; readonly number: string; readonly name: string | null }

/** Records by number, name, or the sound of the name, from the beginning; of one register, or of all the caller reads. At most ten. */
export async function findRecords(tx: Tx, typed: string, register?: string): Promise<FoundRecord[]> {
  const text = normaliseDigits(typed).normalize('NFKC').trim();
  const only = register === undefined ? '' : ' and r.register = $3';
  const ask = (condition: string, from: string): Promise<FoundRecord[]> =>
    tx.rows<FoundRecord>(`select r.id, r.register, r.number, r.name from register_record r where not r.taken_back and ${condition}${only} limit ${MOST}`, register === undefined ? [from, afterPrefix(from)] : [from, afterPrefix(from), register]);
  if (text === '') return register === undefined ? [] : tx.rows<FoundRecord>(`select r.id, r.register, r.number, r.name from register_record r where not r.taken_back and r.register = $1 order by r.id limit ${MOST}`, [register]);
  if (/^[a-z]+-[a-z\d-]*$/i.test(text)) return ask('r.number >= $1 and r.number < $2', text.toUpperCase());
  if (/^[a-z]+$/i.test(text)) return ask('r.id in (select a.id from register_record a where a.initials ~>=~ $1 and a.initials ~<~ $2 union all select b.id from register_record b where b.pinyin ~>=~ $1 and b.pinyin ~<~ $2)', text.toLowerCase());
  return ask('r.name ~>=~ $1 and r.name ~<~ $2', text);
}
