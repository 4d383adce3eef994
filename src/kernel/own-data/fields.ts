import { refused, type Refused } from '../contract/refusal.ts';
import { parsePlainDate, type PlainDate } from '../values/plain-date.ts';
import type { PersonCorrection } from '../registers/person/correct-person.ts';

export type CorrectableField = 'name' | 'sex' | 'birth-date' | 'hukou-kind' | 'other';

/** What a person may ask to have put right. Anything else of the record goes under 其他 and is looked into by hand. */
export const FIELDS: Readonly<Record<CorrectableField, string>> = { 'name': '姓名', 'sex': '性别', 'birth-date': '出生日期', 'hukou-kind': '户口性质', 'other': '其他' };

const SEX: Readonly<Record<string, 'male' | 'female'>> = { 男: 'male', 女: 'female' };
const HUKOU: Readonly<Record<string, 'urban' | 'rural'>> = { 城镇: 'urban', 农村: 'rural' };

/** What was written, as a change of the register; a refusal when it cannot be read. Pure. */
export function readWanted(field: CorrectableField, wanted: string): { readonly changes: PersonCorrection['changes'] } | { readonly no: Refused } {
  const no = (form: string) => ({ no: refused('own-data.wrong-value', { title: FIELDS[field], form }) });
  switch (field) {
    case 'name': return wanted.length <= 60 ? { changes: { name: wanted } } : no('不超过 60 个字');
    case 'sex': return SEX[wanted] ? { changes: { sex: SEX[wanted] } } : no('男或女');
    case 'birth-date': { const day: PlainDate | undefined = parsePlainDate(wanted); return day === undefined ? no('1958-01-08 这样的日期') : { changes: { birthDate: day } }; }
    case 'hukou-kind': return HUKOU[wanted] ? { changes: { hukouKind: HUKOU[wanted] } } : no('城镇或农村');
    case 'other': return { changes: {} };
  }
}
