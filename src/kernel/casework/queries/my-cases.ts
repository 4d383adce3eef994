import { plainTitleOf } from '../../contract/matter.ts';
import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { getMatter, getProcedure, type ProcedureSource } from '../case-registry.ts';
import { findState } from '../generic-steps.ts';

/** A resident's own cases, newest first. */
export const makeMyCases = (source: ProcedureSource) => defineQuery({
  id: 'casework.my-cases', title: '我的申请', allow: { residents: true, mandated: true }, input: z.strictObject({}), sensitive: true,
  async run(tx, _input, by) {
    const registry = await source();
    const rows = await tx.rows<{ caseId: number; number: string; matter: string; procedure: string; state: string; outcome: string | null; openedOn: PlainDate; stateSince: PlainDate }>(
      `select id as "caseId", number, matter, procedure, state, outcome, opened_on as "openedOn", state_since as "stateSince" from case_file where id in (select own_case_ids()) order by id desc`);
    by.saw('case', rows.map((row) => row.caseId), '看自己的申请');
    return rows.map(({ procedure, ...row }) => ({ ...row, matterTitle: plainTitleOf(getMatter(registry, row.matter)), stateTitle: findState(getProcedure(registry, row.matter, procedure), row.state).title }));
  },
});
export default makeMyCases(loadRegistry);
