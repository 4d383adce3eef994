import { plainTitleOf } from '../../contract/matter.ts';
import { defineMessages, type Message } from '../../inbox/message-source.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { addDays, type PlainDate } from '../../values/plain-date.ts';

interface Row { readonly given: boolean; readonly helper: string; readonly principal: string; readonly matters: string[]; readonly to: PlainDate; readonly from: PlainDate; readonly command: number; readonly endedOn: PlainDate | null; readonly endedBy: string | null; readonly endCommand: number | null }
interface Act { readonly caseId: number; readonly actor: string; readonly on: PlainDate; readonly command: number; readonly step: string; readonly matter: string }

/** Who may act for a resident and what they did: told to the one it is done for, at once. */
export default defineMessages({
  id: 'mandates',
  async list(tx, { person }) {
    const { matters } = await loadRegistry();
    const titleOf = (id: string): string => { const matter = matters.find((one) => one.id === id); return matter === undefined ? id : plainTitleOf(matter); };
    const rows = await tx.rows<Row & Record<string, unknown>>(
      `select m.principal_person_id = $1 as given, m.helper_name as helper, m.principal_name as principal, m.matters, m.valid_from as "from", m.valid_to as "to", m.command_id as command,
              e.ended_on as "endedOn", e.ended_by as "endedBy", e.command_id as "endCommand"
         from mandate m left join mandate_end e on e.mandate_id = m.id where m.principal_person_id = $1 or m.helper_person_id = $1 order by m.id desc limit 20`, [person]);
    const acts = await tx.rows<Act & Record<string, unknown>>(
      `select a.case_id as "caseId", a.actor_name as actor, a.on_day as "on", a.command_id as command, a.step, c.matter from case_action a join case_file c on c.id = a.case_id
        where a.mandate_id is not null and c.applicant_person_id = $1 order by a.id desc limit 40`, [person]);
    const href = (given: boolean): string => (given ? '/my/helpers' : '/helping');
    return [
      ...rows.flatMap((row): Message[] => [
        { on: row.from, command: row.command, href: href(row.given), title: row.given ? `${row.helper}可以替您办了` : `您可以替${row.principal}办了`,
          text: `${row.matters.map(titleOf).join('、')}，到 ${addDays(row.to, -1)}。${row.given ? '不是您的意思，点进去马上收回。' : ''}` },
        ...(row.endedOn === null ? [] : [{ on: row.endedOn, command: row.endCommand ?? row.command, href: href(row.given), title: row.given ? `${row.helper}不再替您办` : `您不再替${row.principal}办`, text: `${row.endedBy ?? ''}收回了授权。` }]),
      ]),
      ...acts.map((act): Message => ({ on: act.on, command: act.command, href: `/my/cases/${act.caseId}`, title: `${act.actor}${act.step === 'open' ? '交了申请' : '办了一步'}`, text: `${titleOf(act.matter)}申请。点进去看写了什么。` })),
    ];
  },
});
