import type { Dossier } from '../contract/dossier.ts';
import type { Matter } from '../contract/matter.ts';
import { literal, missingSql } from './proof-sql.ts';

interface At { readonly day: string; readonly known: string }

/**
 * Rows of every case that belongs into a file, with what is missing: household_id, year, case_id, division_id, matter, kind, decided, before (due before the
 * approval), later (due after the decision). Cases called off or not accepted make no file.
 */
export function caseGapsSql(matters: readonly Pick<Matter, 'id' | 'dossier'>[], at: At): string {
  const parts = matters.flatMap((matter) => (matter.dossier ? gapsOf(matter.id, matter.dossier, at) : []));
  if (parts.length === 0) return `select null::bigint as household_id, null::int as year, null::bigint as case_id, null::int as division_id, null::text as matter, null::text as kind, false as decided, '{}'::text[] as before, '{}'::text[] as later where false`;
  return parts.join('\nunion all\n');
}

const gapsOf = (matter: string, dossier: Dossier, at: At): string[] => Object.entries(dossier.lists).map(([kind, items]) => `select c.household_id, extract(year from c.opened_on)::int as year, c.id as case_id, c.division_id, c.matter, c.kind,
    exists (select 1 from decision x where x.case_id = c.id and x.decided_on <= ${at.day} and x.command_id <= ${at.known}) as decided,
    ${missingSql(items.filter((item) => item.due === 'approval'), at)} as before,
    ${missingSql(items.filter((item) => item.due === 'after-decision'), at)} as later
  from case_file c where c.matter = ${literal(matter)} and c.kind = ${literal(kind)} and c.household_id is not null and c.opened_on <= ${at.day} and c.command_id <= ${at.known}
    and coalesce(c.outcome, '') not in ('withdrawn', 'not-accepted')`);
