import { areaCondition } from '../db/area-plan.ts';
import type { QueryContext } from '../db/query.ts';
import type { Tx } from '../db/tx.ts';
import { personCondition } from '../registers/person/person-condition.ts';
import { afterPrefix, readSearchText } from '../registers/search/read-search-text.ts';

export interface CaseFilter {
  readonly matter?: string | undefined; readonly state?: string | undefined; readonly open?: boolean | undefined; readonly divisionId?: number | undefined; readonly householdId?: number | undefined;
  /** A case number from its front, its last digits, or an applicant by name, letters or document. */
  readonly find?: string | undefined;
  /** YYYY-MM */
  readonly month?: string | undefined;
}

/**
 * What is asked of `case_file c` as conditions that an index answers behind row protection: only what was asked stands in them, and only operators that
 * PostgreSQL knows to be leakproof.
 */
export async function caseCondition(tx: Tx, by: Pick<QueryContext, 'city' | 'caller'>, filter: CaseFilter): Promise<{ readonly sql: string; readonly values: readonly unknown[] }> {
  const conditions: string[] = [];
  const values: unknown[] = [];
  const add = (sql: (n: string) => string, value: unknown): void => { values.push(value); conditions.push(sql(`$${values.length}`)); };
  if (filter.matter !== undefined) add((n) => `c.matter = ${n}`, filter.matter);
  if (filter.state !== undefined) add((n) => `c.state = ${n}`, filter.state);
  if (filter.open !== undefined) conditions.push(filter.open ? 'c.outcome is null' : 'c.outcome is not null');
  if (filter.divisionId !== undefined) add((n) => `c.division_id = any (${n}::int[])`, (await tx.one<{ ids: number[] }>('select array(select divisions_under($1)) as ids', [filter.divisionId])).ids);
  if (filter.householdId !== undefined) add((n) => `c.household_id = ${n}`, filter.householdId);
  if (filter.month !== undefined) { add((n) => `c.opened_on >= (${n} || '-01')::date`, filter.month); conditions.push(`c.opened_on < (($${values.length} || '-01')::date + interval '1 month')::date`); }
  const find = filter.find ?? '';
  if (/^\d{1,6}$/.test(find)) add((n) => `c.number = any (${n}::text[])`, await numbersEnding(tx, find));
  else if (find !== '') {
    const text = readSearchText(find);
    const meant = personCondition(text, by.city, values.length + 1);
    if (text.kind === 'number') {
      values.push(text.number, afterPrefix(text.number));
      conditions.push(`c.number collate "C" >= $${values.length - 1} and c.number collate "C" < $${values.length}`);
    } else if (meant) {
      values.push(...meant.values);
      conditions.push(`c.applicant_person_id in (select p.id from person p where ${meant.sql})`);
    } else conditions.push('false');
  }
  const area = areaCondition(by.caller, ['c.division_id'], values.length + 1);
  if (area) add(() => area.sql, area.value);
  return { sql: conditions.length === 0 ? 'true' : conditions.join(' and '), values };
}

/** The numbers that may end so: one in each series and year that was ever counted. */
async function numbersEnding(tx: Tx, digits: string): Promise<string[]> {
  const series = await tx.rows<{ head: string }>(`select series || '-' || year as head from numbering where last >= $1 and series ~ '^[A-Z]+-[A-Z]+$'`, [Number(digits)]);
  return series.map(({ head }) => `${head}-${digits.padStart(6, '0')}`);
}
