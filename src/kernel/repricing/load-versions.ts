import { readerOf, type CaseProcedure } from '../casework/case-procedure.ts';
import type { HukouKind } from '../contract/parameter.ts';
import type { Tx } from '../db/tx.ts';
import type { Registry } from '../registry/registry.ts';
import { month, type Month } from '../values/month.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { PaidVersion } from './price-version.ts';

interface Row {
  id: number; grant_id: number; benefit: string; household_id: number; division_id: number; from_month: string; to_month: string | null; hukou_kind: HukouKind; facts: unknown; case_id: number | null;
  day: PlainDate | null; priced_on: PlainDate | null; first_day: PlainDate; opened_on: PlainDate | null; matter: string | null; procedure: string | null;
}

/** A paid version with the row it stands in. */
export interface LoadedVersion extends PaidVersion { readonly benefit: string; readonly householdId: number; readonly divisionId: number }

/** The stretches of these grants that pay in the months asked for, as known now, in one reading for all. A 渐退 goes on with what it was (按原保障金额): a new standard does not touch it. */
export async function loadVersions(tx: Tx, registry: Registry, grants: readonly number[], from: Month, to: Month | null): Promise<LoadedVersion[]> {
  const rows = await tx.rows<Row & Record<string, unknown>>(
    `select v.id, v.grant_id, v.benefit, v.household_id, v.division_id, to_char(v.from_month, 'YYYY-MM') as from_month, to_char(v.to_month, 'YYYY-MM') as to_month, v.hukou_kind, coalesce(v.facts, f.facts) as facts, v.case_id,
            coalesce(v.assessment, f.assessment)->>'day' as day, coalesce(v.assessment, f.assessment)->>'pricedOn' as priced_on, g.first_month as first_day, c.opened_on, c.matter, c.procedure
       from grant_version v join benefit_grant g on g.id = v.grant_id left join case_file c on c.id = v.case_id left join grant_version f on f.id = v.kept_of
      where v.grant_id = any ($1) and v.known_to is null and v.state = 'paid' and v.change <> 'phase-out' and (v.to_month is null or v.to_month > $2) and ($3::date is null or v.from_month < $3) order by v.grant_id, v.from_month`,
    [grants, `${from}-01`, to === null ? null : `${to}-01`]);
  const ids = rows.map((row) => row.id);
  const lines = Map.groupBy(await tx.rows<{ version_id: number; item: string; person_id: number | null; fen: number; funding: string | null }>(
    'select version_id, item, person_id, fen, funding from grant_line where version_id = any ($1) order by id', [ids]), (line) => line.version_id);
  const persons = Map.groupBy(await tx.rows<{ version_id: number; person_id: number; key: string | null }>(
    `select p.version_id, p.person_id, m.key from version_person p join grant_version v on v.id = p.version_id left join case_member m on m.case_id = v.case_id and m.person_id = p.person_id
      where p.version_id = any ($1) order by p.id`, [ids]), (person) => person.version_id);
  const keys = await listKeys(tx, [...new Set(rows.flatMap((row) => (row.case_id === null ? [] : [row.case_id])))]);
  return rows.map((row): LoadedVersion => {
    const lawDay = row.day ?? row.opened_on ?? row.first_day;
    return {
      id: row.id, grantId: row.grant_id, benefit: row.benefit, householdId: row.household_id, divisionId: row.division_id, fromMonth: month(row.from_month), toMonth: row.to_month === null ? null : month(row.to_month), hukouKind: row.hukou_kind,
      lines: (lines.get(row.id) ?? []).map((line) => ({ item: line.item, personId: line.person_id, fen: line.fen, funding: line.funding })),
      persons: (persons.get(row.id) ?? []).map((person) => ({ key: person.key ?? String(person.person_id), personId: person.person_id })),
      facts: withCase(registry, row, keys), lawDay, pricedOn: row.priced_on ?? (row.facts === null ? row.first_day : lawDay),
    };
  });
}

async function listKeys(tx: Tx, cases: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = cases.length === 0 ? [] : await tx.rows<{ case_id: number; key: string }>('select case_id, key from case_member where case_id = any ($1) order by id', [cases]);
  return new Map([...Map.groupBy(rows, (row) => row.case_id)].map(([id, members]) => [id, members.map((member) => member.key)]));
}

/** The facts as the decision had them: nothing was decided before all had authorised the check. */
function withCase(registry: Registry, row: Row, keys: ReadonlyMap<number, readonly string[]>): unknown {
  if (row.facts === null || row.case_id === null || row.matter === null || row.procedure === null) return row.facts;
  const procedure: CaseProcedure | undefined = registry.findMatter(row.matter)?.procedures?.find((one) => one.id === row.procedure);
  const reader = procedure && readerOf(procedure);
  return reader?.withCase ? reader.withCase(row.facts, { authorised: keys.get(row.case_id) ?? [] }) : row.facts;
}
