import type { City } from '../../db/city.ts';
import type { Tx } from '../../db/tx.ts';
import { findByDocuments } from '../../registers/person/document-hash.ts';
import { checkIdCardNumber } from '../../values/id-card-number.ts';
import { maskName } from '../../values/name-mask.ts';
import type { NamedPerson } from '../write/read-holder.ts';
import { COMMON_MEANINGS as C } from '../../contract/register-import.ts';
import type { CellRemark, Layout, WrittenRow } from './read-row.ts';

/** Who a row is about: nobody, somebody with the id he has where he is known already, or why it cannot be told. */
export type RowPerson = { readonly person?: NamedPerson; readonly known?: number; readonly errors: readonly CellRemark[] };

/** The persons of rows, by name and number on the card. A number that is somebody else's in the register is told, never linked. `must`: every row has one. */
export async function findRowPeople(tx: Tx, by: { readonly city: City }, layout: Layout, rows: readonly WrittenRow[], must: boolean): Promise<readonly RowPerson[]> {
  const columns = layout.columns;
  const remark = (meaning: string, title: string, sentence: string): CellRemark => ({ at: columns.get(meaning), title, sentence });
  const read = rows.map((row): RowPerson => {
    if (row.personName === '' && row.personNumber === '') return { errors: must && row.number === '' && !row.errors.some((one) => one.at !== undefined && one.at === columns.get(C.personNumber)) ? [remark(C.personNumber, '身份证号码', '请写是谁的：姓名和身份证号码。')] : [] };
    if (row.personName === '') return { errors: [remark(C.personName, '姓名', '有身份证号码，没有姓名，请补上。')] };
    if (row.personNumber === '') return { errors: [remark(C.personNumber, '身份证号码', `“${maskName(row.personName)}”没有身份证号码，请补上；只有姓名分不清是谁。`)] };
    const checked = checkIdCardNumber(row.personNumber, { demo: by.city.demo });
    return checked.ok ? { person: { name: row.personName, idNumber: checked.number }, errors: [] } : { errors: [remark(C.personNumber, '身份证号码', checked.sentence)] };
  });
  const asked = read.flatMap(({ person }, at) => (person === undefined ? [] : [{ at, person }]));
  const known = new Map((await findByDocuments(tx, by, asked.map(({ person }) => ({ kind: 'id-card' as const, number: person.idNumber, name: person.name })))).map((one) => [asked[one.at]?.at ?? -1, one]));
  return read.map((one, at): RowPerson => {
    const there = known.get(at);
    if (there === undefined) return one;
    return there.sameName ? { ...one, known: there.personId } : { errors: [remark(C.personNumber, '身份证号码', `“${maskName(rows[at]?.personName ?? '')}”的身份证号码，库里登记的是另一个名字。请核对号码和姓名。`)] };
  });
}
