import { z } from 'zod';
import { divisionInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import { listHouseholdHits } from '../../registers/household/list-household-hits.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { Registry } from '../../registry/registry.ts';
import { caseGapsSql } from '../case-gaps-sql.ts';

const VIEWS = {
  /** A decision was taken and something is missing. */
  incomplete: 'f.decided and f.missing > 0',
  /** Still under way, with gaps that would be asked for at the approval. */
  open: 'not f.decided and f.missing > 0',
  complete: 'f.decided and f.missing = 0',
  all: 'true',
} as const;

interface Row { householdId: number; cases: number; decided: boolean; missing: number; titles: { matter: string; kind: string; keys: string[] }[] }

/** Files of a year in the caller's area, with what each lacks by title. */
export const makeListFiles = (source: () => Promise<Pick<Registry, 'matters' | 'findMatter'>>) => defineQuery({
  id: 'dossier.list-files', title: '档案名单', allow: { staff: true }, sensitive: true,
  input: z.strictObject({ year: z.int().min(1949).max(2999), view: z.enum(Object.keys(VIEWS) as [keyof typeof VIEWS]).default('incomplete'), division: divisionInput.optional(), after: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }),
  async run(tx, input, by) {
    const registry = await source();
    const rows = await tx.rows<Row & Record<string, unknown>>(
      `with gaps as (${caseGapsSql(registry.matters, { day: '$1::date', known: '9007199254740991' })}),
       f as (select household_id, count(*)::int as cases, bool_or(decided) as decided, sum(cardinality(lacks))::int as missing,
                    jsonb_agg(jsonb_build_object('matter', matter, 'kind', kind, 'keys', lacks)) as titles
               from (select household_id, matter, kind, decided, case when decided then before || later else before end as lacks, bool_or(decided) over (partition by household_id) as ever
                       from gaps where year = $2 and ($3::int is null or division_id in (select divisions_under($3)))) g
              where decided or not ever group by household_id)
       select household_id as "householdId", cases, decided, missing, titles from f where ${VIEWS[input.view]} and household_id > $4 order by household_id limit $5`,
      [by.today, input.year, input.division ?? null, input.after, input.limit]);
    by.saw('household', rows.map((row) => row.householdId), '查档案');
    const homes = new Map((await listHouseholdHits(tx, rows.map((row) => row.householdId), by.today)).map((home) => [home.id, home]));
    const titleOf = (matter: string, kind: string, key: string): string => Object.entries(registry.findMatter(matter)?.dossier?.lists ?? {}).find(([one]) => one === kind)?.[1].find((item) => item.key === key)?.title ?? key;
    return {
      year: input.year,
      lines: rows.map((row) => ({
        id: row.householdId, number: homes.get(row.householdId)?.number ?? '', head: homes.get(row.householdId)?.head ?? '', place: homes.get(row.householdId)?.place ?? '', cases: row.cases, decided: row.decided,
        missing: [...new Set(row.titles.flatMap((one) => one.keys.map((key) => titleOf(one.matter, one.kind, key))))],
      })),
      next: rows.length < input.limit ? null : rows.at(-1)?.householdId ?? null,
    };
  },
});
export default makeListFiles(loadRegistry);
