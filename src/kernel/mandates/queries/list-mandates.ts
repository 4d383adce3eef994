import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { listMandateLines } from '../mandate-rows.ts';

/** 代办授权 of the area: those that hold, or all; found by the name of either side. */
export default defineQuery({
  id: 'mandates.list-mandates', title: '代办授权', allow: { staff: true }, sensitive: true,
  input: z.strictObject({ view: z.enum(['holding', 'all']).default('holding'), find: z.string().trim().max(40).optional(), case: z.int().positive().optional(), mandate: z.int().positive().optional() }),
  async run(tx, input, by) {
    const lines = await listMandateLines(tx, by.today,
      `($1 = 'all' or (m.valid_from <= $2 and m.valid_to > $2 and e.id is null)) and ($3::text is null or m.principal_name like $3 || '%' or m.helper_name like $3 || '%')
       and ($4::bigint is null or m.id in (select a.mandate_id from case_action a where a.case_id = $4)) and ($5::bigint is null or m.id = $5)`,
      [input.case === undefined && input.mandate === undefined ? input.view : 'all', by.today, input.find || null, input.case ?? null, input.mandate ?? null]);
    by.saw('person', lines.flatMap((line) => [line.principalPerson, ...(line.helperPerson === null ? [] : [line.helperPerson])]), '看代办授权');
    return { today: by.today, lines };
  },
});
