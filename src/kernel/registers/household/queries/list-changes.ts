import { z } from 'zod';
import { defineQuery } from '../../../contract/door.ts';
import { loadRegistry } from '../../../registry/find-declarations.ts';

export interface HouseholdChangeEntry {
  readonly id: number; readonly kind: string; readonly words: string; readonly happenedOn: string;
  /** Null while it is being worked on, or when it came to nothing. */
  readonly doneOn: string | null;
  readonly caseId: number | null; readonly number: string | null; readonly outcome: string | null; readonly decision: string | null;
}

/** 变更历史 of a household: what was reported or recorded, when it happened, what was decided. Latest first. */
export default defineQuery({
  id: 'household.list-changes', title: '家庭变更历史', allow: { staff: true }, sensitive: true, input: z.strictObject({ household: z.number().int().positive() }),
  async run(tx, input, by): Promise<HouseholdChangeEntry[]> {
    const rows = await tx.rows<HouseholdChangeEntry & { matter: string | null } & Record<string, unknown>>(
      `select c.id, c.kind, c.words, c.happened_on as "happenedOn", c.done_on as "doneOn", c.case_id as "caseId", f.number, f.outcome, f.matter, f.procedure,
              (select d.statement from decision d where d.case_id = c.case_id order by d.id desc limit 1) as decision
         from household_change c left join case_file f on f.id = c.case_id where c.household_id = $1 order by c.happened_on desc, c.id desc`, [input.household]);
    by.saw('household', rows.length === 0 ? [] : [input.household], '看变更历史');
    const registry = await loadRegistry();
    return rows.map(({ matter, procedure, ...row }) => ({ ...row, kind: titleOf(registry.findMatter(matter ?? '')?.procedures?.find((one) => one.id === procedure)?.form, row.kind) }));
  },
});

/** The matter's own word for a kind, as its form asks it. */
function titleOf(form: { readonly sections: readonly { readonly fields: readonly { readonly key: string; readonly options?: readonly { readonly value: string; readonly title: string }[] }[] }[] } | undefined, kind: string): string {
  const title = form?.sections.flatMap((section) => section.fields).find((field) => field.key === 'kind')?.options?.find((one) => one.value === kind)?.title;
  return title?.replace(/（.*$/, '') ?? kind;
}
