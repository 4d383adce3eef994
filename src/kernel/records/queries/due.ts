import { z } from 'zod';
import { divisionInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import { registerInput } from '../door-input.ts';
import { loadRegisters } from '../load-registers.ts';
import { listRecordHits } from '../list-record-hits.ts';
import { mayRead } from '../read/face-of.ts';
import { listDue } from '../reminders/list-due.ts';

export interface DueRow { readonly register: string; readonly registerTitle: string; readonly record: number; readonly title: string; readonly division: string; readonly reminder: string; readonly day: string; readonly overdue: boolean }

/** 到期提醒 of the registers one reads, earliest first. */
export default defineQuery({
  id: 'records.due', title: '台账到期提醒', allow: { staff: true }, sensitive: true, input: z.strictObject({ register: registerInput.optional(), division: divisionInput.optional() }),
  async run(tx, input, by): Promise<DueRow[]> {
    const homes = [...(await loadRegisters(tx)).values()].filter((home) => mayRead(home, by.caller.post?.role ?? '') && (input.register === undefined || home.register.id === input.register));
    const due = await listDue(tx, homes, by.today);
    const hits = new Map((await listRecordHits(tx, by, [...new Set(due.map((one) => one.record))], '台账提醒')).map((hit) => [hit.id, hit]));
    if (due.length === 0) by.saw('record', [], '台账提醒');
    const inside = input.division === undefined ? undefined : new Set((await tx.one<{ ids: number[] }>('select array(select divisions_under($1)) as ids', [input.division])).ids);
    const titles = new Map(homes.map((home) => [home.register.id, home.register]));
    return due.flatMap((one): DueRow[] => {
      const [hit, register] = [hits.get(one.record), titles.get(one.register)];
      if (hit === undefined || register === undefined || (inside !== undefined && !inside.has(hit.divisionId))) return [];
      return [{ register: register.id, registerTitle: register.title, record: one.record, title: hit.title, division: hit.division, reminder: register.reminders?.find((r) => r.id === one.reminder)?.title ?? '', day: one.day, overdue: one.day < by.today }];
    }).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.record - b.record));
  },
});
