import type { Effect } from '../../../kernel/contract/procedure.ts';
import { nextNumber } from '../../../kernel/numbering/next-number.ts';

/** 单独登记备案 (2021 第十一条; under the measures of 2012 as well): an accepted case whose family has a near relative among those who handle it gets an entry of its own. */
export const fileRelative: Effect = {
  id: 'file-relative',
  async run({ tx, by, case: row, input, office }) {
    if (input['relativeOfStaff'] !== true) return;
    if (await tx.find('select 1 from relative_filing where case_id = $1', [row.id])) return;
    const number = await nextNumber(tx, `${by.city.short}-BA`, Number(by.today.slice(0, 4)));
    const { id: town } = await tx.one<{ id: number }>(`select office_of($1, 'town') as id`, [row.division_id]);
    await tx.run('insert into relative_filing (case_id, division_id, office_division_id, number, relative, filed_on, filed_by) values ($1, $2, $3, $4, $5, $6, $7)',
      [row.id, row.division_id, office?.id ?? town, number, input['relative'], by.today, by.caller.account?.name ?? '']);
  },
};
