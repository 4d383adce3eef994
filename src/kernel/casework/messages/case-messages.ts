import { plainTitleOf } from '../../contract/matter.ts';
import { kindOf } from '../../contract/procedure.ts';
import { defineMessages, type Message } from '../../inbox/message-source.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { getMatter, getProcedure } from '../case-registry.ts';
import { findState } from '../generic-steps.ts';
import { listMissing } from '../supplement.ts';

interface Moved { readonly caseId: number; readonly matter: string; readonly procedure: string; readonly on: PlainDate; readonly command: number; readonly step: string; readonly to: string; readonly moved: boolean; readonly data: Readonly<Record<string, unknown>> | null; readonly statement: string | null }

const KINDS = { application: '申请', review: '复核', change: '变更', stop: '停发、恢复' } as const;

/** How a case began: an application is the resident's own, a review or a stop comes from the office. */
function openedWords(kind: keyof typeof KINDS, matter: string, name: string): { title: string; text: string } {
  switch (kind) {
    case 'review': return { title: `您家的${matter}到了定期复核的时候`, text: '工作人员会上门或打电话问问。收入、人口有变化的，请照实说。复核期间钱照发。' };
    case 'stop': return { title: `正在核实您家的${matter}`, text: '有情况要核实，可能暂停、停发或恢复发放。作决定以前会听您说，点进去看是什么事。' };
    default: return { title: `${name}收到了`, text: '办到哪一步，会在这里告诉您。' };
  }
}

/** What offices did in a resident's own cases: each move to another state, and a request for more papers. */
export default defineMessages({
  id: 'cases',
  async list(tx) {
    const registry = await loadRegistry();
    const rows = await tx.rows<Moved & Record<string, unknown>>(
      `select c.id as "caseId", c.matter, c.procedure, a.on_day as "on", a.command_id as command, a.step, a.to_state as "to", a.from_state is distinct from a.to_state as moved, case when a.step = 'request-supplement' then a.data end as data,
              (select d.statement from decision d where d.action_id = a.id) as statement
         from case_action a join case_file c on c.id = a.case_id
        where c.id in (select own_case_ids()) and (a.actor_kind <> 'resident' or a.step = 'open') and (a.from_state is distinct from a.to_state or a.step = 'request-supplement')
        order by a.id desc limit 60`);
    return rows.map((row): Message => {
      const matter = getMatter(registry, row.matter);
      const procedure = getProcedure(registry, row.matter, row.procedure);
      const head = { on: row.on, command: row.command, href: `/my/cases/${row.caseId}` };
      const name = `${plainTitleOf(matter)}${KINDS[kindOf(procedure)]}`;
      if (row.step === 'request-supplement') {
        return { ...head, title: `${name}：请补材料`, text: listMissing((row.data ?? {}) as Parameters<typeof listMissing>[0], procedure.form.materials).join('、') || '要补什么，点进去看。', asks: true };
      }
      if (row.step === 'open') return { ...head, ...openedWords(kindOf(procedure), plainTitleOf(matter), name) };
      return { ...head, title: `${name}：${findState(procedure, row.to).title}`, text: row.statement ?? '点进去看办到哪一步、最迟哪天办完。' };
    });
  },
});
