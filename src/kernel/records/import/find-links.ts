import type { RegisterField } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import { columnOf, tableOf } from '../../registry/check-register.ts';
import { loadRegisters } from '../load-registers.ts';
import { CURRENT } from '../table/write-table.ts';
import { isSecret } from '../table/column-types.ts';

/** Records a text may mean. */
export type Meant = readonly { readonly id: number; readonly title: string }[];
const MOST = 4;

/** Records of a register that texts speak of: by number, by name, or by the one field that is its key (a credit code). Each text with all it may mean. */
export async function findMeant(tx: Tx, register: string, texts: readonly string[]): Promise<ReadonlyMap<string, Meant>> {
  const asked = [...new Set(texts.filter((text) => text !== ''))];
  const found = new Map<string, { id: number; title: string }[]>();
  if (asked.length === 0) return found;
  const add = (rows: readonly { text: string; id: number; title: string }[]): void => {
    for (const { text, id, title } of rows) {
      const list = found.get(text) ?? [];
      if (!list.some((one) => one.id === id)) list.push({ id, title });
      found.set(text, list);
    }
  };
  add(await tx.rows('select w.text, r.id, coalesce(r.name, r.number) as title from unnest($2::text[]) as w (text) join register_record r on r.number = upper(w.text) where r.register = $1 and not r.taken_back', [register, asked]));
  const column = await keyColumn(tx, register);
  if (column !== undefined) {
    add(await tx.rows(`select w.text, t.record_id as id, t.number || ' ' || w.text as title from unnest($1::text[]) as w (text) join ${column.table} t on t.${column.name} collate "C" = upper(w.text) where t.${CURRENT.replace(' and ', ' and t.')}`, [left(asked, found)]));
  }
  add(await tx.rows(
    `select w.text, r.id, r.name || '（' || d.name || '，' || r.number || '）' as title from unnest($2::text[]) as w (text) cross join lateral
       (select r.id, r.name, r.number, r.division_id from register_record r where r.register = $1 and r.name = w.text and not r.taken_back order by r.id limit ${MOST}) r join division d on d.id = r.division_id`, [register, left(asked, found)]));
  return found;
}

const left = (asked: readonly string[], found: ReadonlyMap<string, unknown>): string[] => asked.filter((text) => !found.has(text));

async function keyColumn(tx: Tx, id: string): Promise<{ readonly table: string; readonly name: string } | undefined> {
  const register = (await loadRegisters(tx)).get(id)?.register;
  const [only] = register?.key ?? [];
  const field: RegisterField | undefined = register?.key?.length === 1 ? register.fields.find((one) => one.key === only) : undefined;
  return register === undefined || field === undefined || field.kind !== 'text' || isSecret(field) ? undefined : { table: tableOf(register), name: columnOf(field.key) };
}
