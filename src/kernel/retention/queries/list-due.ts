import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { KINDS } from '../kinds.ts';
import { readTerm } from '../read-term.ts';

/** 保存期限: how long each kind is kept, by which document, how much is over its term, and what was taken out. */
export default defineQuery({
  id: 'retention.list-due', title: '保存期限', allow: { roles: ['administrator', 'auditor', 'supervisor'] }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const lines = [];
    for (const { id, title, parameter, after, masks } of KINDS) {
      const term = await readTerm(tx, parameter, by);
      const due = 'gap' in term ? 0 : (await tx.one<{ due: number }>('select retention_due($1, $2) as due', [id, term.keptFrom])).due;
      lines.push({ id, title, after, masks, due, months: 'gap' in term ? null : term.months, document: 'gap' in term ? null : term.document, demo: 'gap' in term ? false : term.demo, gap: 'gap' in term ? term.gap : null });
    }
    const runs = await tx.rows<{ kind: string; before: string; masked: number; on: string }>('select kind, before, masked, ran_on as on from retention_run order by id desc limit 50');
    return { today: by.today, lines, runs: runs.map((run) => ({ ...run, title: KINDS.find((one) => one.id === run.kind)?.title ?? run.kind })) };
  },
});
