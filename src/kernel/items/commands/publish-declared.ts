import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import type { SourceDocument } from '../../contract/parameter.ts';
import type { ServiceItem } from '../../contract/service-item.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';

interface Declared { readonly item: string; readonly title: string; readonly event: string; readonly from: string; readonly canBeOnline: boolean | null; readonly level: string | null; readonly document: SourceDocument & { readonly demo?: boolean } }

/** What a declaration says happened to its item. Demo levels only where the city is a demo. Pure. */
export function declaredEvents(item: ServiceItem, demo: boolean): Declared[] {
  const law = item.law[0];
  const base = { item: item.id, title: item.title, canBeOnline: null, level: null };
  return [
    { ...base, event: 'listed', from: item.listedFrom, canBeOnline: item.canBeOnline, document: { title: `${law?.instrument ?? item.title}${law?.article ?? ''}`, number: law?.documentNumber ?? null } },
    ...item.online.filter((step) => demo || step.demo !== true).map((step) => ({ ...base, event: 'online', from: step.from, level: step.level, document: { ...step.document, ...(step.demo ? { demo: true } : {}) } })),
    ...(item.cancelled === undefined ? [] : [{ ...base, event: 'cancelled', from: item.cancelled.from, document: item.cancelled.document }]),
  ];
}

/** Puts the catalogue the platform ships into force at its start: adds what is new, closes what it no longer says. What the bureau entered stays. */
export default defineCommand({
  id: 'items.publish-declared', title: '事项目录入库', allow: { roles: ['system', 'administrator'] }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const wanted = (await loadRegistry()).items.flatMap((item) => declaredEvents(item, by.city.demo));
    const rows = JSON.stringify(wanted.map((one) => ({ ...one, can_be_online: one.canBeOnline, from_day: one.from })));
    const same = 'e.item = w.item and e.event = w.event and e.from_day = w.from_day and e.level is not distinct from w.level and e.can_be_online is not distinct from w.can_be_online and e.document = w.document and e.title = w.title';
    const list = `jsonb_to_recordset($1::jsonb) as w (item text, title text, event text, from_day date, can_be_online boolean, level text, document jsonb)`;
    const closed = await tx.run(`update item_event e set known_to = current_command() where e.source = 'declared' and e.known_to is null and not exists (select 1 from ${list} where ${same})`, [rows]);
    const added = await tx.run(
      `insert into item_event (item, title, division_id, event, from_day, can_be_online, level, document, source, account_name)
       select w.item, w.title, $2, w.event, w.from_day, w.can_be_online, w.level, w.document, 'declared', '系统' from ${list}
        where not exists (select 1 from item_event e where e.known_to is null and e.item = w.item and e.event = w.event and e.from_day = w.from_day)`,
      [rows, by.caller.post?.divisionId]);
    return { added, closed };
  },
});
