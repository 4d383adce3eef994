import { z } from 'zod';
import { divisionInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { registerInput } from '../door-input.ts';
import { getKept } from '../write/load-record.ts';

/** 目标数 of a year, with the paper it stands in. A later one takes its place; both stay readable. */
export default defineCommand({
  id: 'records.set-target', title: '定目标数', allow: { staff: true },
  input: z.strictObject({ register: registerInput, target: z.string().max(40), year: z.int().min(1950).max(2100), division: divisionInput, planned: z.number().min(0).max(1e12), document: z.string().trim().min(1).max(120) }),
  async run(tx, input, by) {
    const home = await getKept(tx, by, input.register);
    if (!(home.register.targets ?? []).some((target) => target.id === input.target)) throw new Refusal('record.no-target');
    await tx.run('insert into record_target (register, target, year, division_id, planned, document) values ($1, $2, $3, $4, $5, $6)', [input.register, input.target, input.year, input.division, input.planned, input.document]);
    return { target: input.target };
  },
});
