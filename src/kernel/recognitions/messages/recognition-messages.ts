import { plainTitleOf } from '../../contract/matter.ts';
import { defineMessages, type Message } from '../../inbox/message-source.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { addDays, formatDateLong, type PlainDate } from '../../values/plain-date.ts';

interface Held { readonly kind: string; readonly number: string; readonly from: PlainDate; readonly until: PlainDate; readonly command: number; readonly case: number; readonly endReason: string | null; readonly renewed: boolean; readonly lastMonth: PlainDate }

/**
 * What the resident's household is recognised as: that it is, until when; a month before its end, so that there is time to apply (no law says when), that it has to be renewed;
 * that it was ended. Telling of the last month has no command of its own: it goes by that of the recognition and asks until it is renewed.
 */
export default defineMessages({
  id: 'recognitions',
  async list(tx, at) {
    const registry = await loadRegistry();
    const rows = await tx.rows<Held & Record<string, unknown>>(
      `select r.kind, r.number, r.valid_from as "from", coalesce(r.ended_on, r.valid_to) as until, r.command_id as command, r.case_id as "case", r.end_reason as "endReason",
              exists (select 1 from recognition n where n.renews = r.id) as renewed, (r.valid_to - interval '1 month')::date as "lastMonth"
         from recognition r where r.household_id in (select own_households()) order by r.id desc limit 20`);
    return rows.flatMap((row): Message[] => {
      const found = registry.findBenefit(row.kind);
      const title = found?.benefit.title ?? row.kind;
      const head = { command: row.command, href: `/my/cases/${row.case}` };
      const lastDay = formatDateLong(addDays(row.until, -1));
      const granted: Message = { ...head, on: row.from, title: `您家认定为${title}`, text: `证号 ${row.number}，到${lastDay}为止。带着身份证，有关单位查得到。` };
      if (row.endReason !== null) return [{ ...head, on: row.until, title: `${title}的认定终止了`, text: `${row.endReason}。` }, granted];
      const ending = !row.renewed && row.until > at.today && row.lastMonth <= at.today;
      return ending ? [{ ...head, on: row.lastMonth, title: `${title}的认定快到期了`, text: `到${lastDay}为止。还需要的，请在这以前再申请${found === undefined ? '' : plainTitleOf(found.matter)}。`, asks: true }, granted] : [granted];
    });
  },
});
