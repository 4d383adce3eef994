import { listRemedies } from '../../benefits/remedies.ts';
import { getProcedure } from '../../casework/case-registry.ts';
import { decisionWords } from '../../casework/decision-words.ts';
import { plainTitleOf } from '../../contract/matter.ts';
import { defineMessages, type Message } from '../../inbox/message-source.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { formatDateLong, type PlainDate } from '../../values/plain-date.ts';

interface Served { readonly caseId: number; readonly matter: string; readonly procedure: string; readonly outcome: Parameters<typeof decisionWords>[1]; readonly decidedOn: PlainDate; readonly number: string | null; readonly servedOn: PlainDate; readonly triedOn: PlainDate; readonly command: number }

/** A decision counts as served: from that day the household's time to turn to a higher office or a court runs. */
export default defineMessages({
  id: 'service',
  async list(tx) {
    const registry = await loadRegistry();
    const rows = await tx.rows<Served & Record<string, unknown>>(
      `select s.case_id as "caseId", c.matter, c.procedure, d.outcome, d.decided_on as "decidedOn", p.number, s.served_on as "servedOn", s.tried_on as "triedOn", s.command_id as command
         from service_record s join decision d on d.id = s.decision_id join case_file c on c.id = s.case_id left join decision_paper p on p.decision_id = d.id
        where s.served_on is not null and s.case_id in (select own_case_ids()) order by s.id desc limit 30`);
    return rows.map((row): Message => {
      const until = listRemedies(row.decidedOn, row.servedOn).map((one) => `${formatDateLong(one.lastDay)}以前可以${one.plain}`).join('，');
      return {
        on: row.triedOn, command: row.command, href: `/my/cases/${row.caseId}`, title: `${plainTitleOf(registry.findMatter(row.matter) ?? { title: row.matter })}决定书已送达：${decisionWords(getProcedure(registry, row.matter, row.procedure), row.outcome)}`,
        text: `${row.number === null ? '' : `文号 ${row.number}。`}不服的，${until}。`,
      };
    });
  },
});
