import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import type { SourceDocument } from '../../contract/parameter.ts';
import { ONLINE_LEVELS, type OnlineLevel } from '../../contract/service-item.ts';
import type { PlainDate } from '../../values/plain-date.ts';

interface Row { readonly id: number; readonly item: string; readonly title: string; readonly event: 'online' | 'cancelled'; readonly from: PlainDate; readonly level: OnlineLevel | null; readonly document: SourceDocument; readonly by: string; readonly on: PlainDate; readonly mine: boolean }

/** 等复核的事项变动, the oldest first; `mine`: entered by the reader, so that another has to sign. */
export default defineQuery({
  id: 'items.list-proposals', title: '等复核的事项变动', allow: { roles: ['standards-officer', 'approver', 'administrator', 'auditor'] }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const rows = await tx.rows<Row & Record<string, unknown>>(
      `select id, item, title, event, from_day as "from", level, document, proposed_name as "by", proposed_on as "on", proposed_by = $1 as mine from item_proposal where state = 'waiting' order by id`, [by.caller.account?.id ?? 0]);
    return rows.map((row) => ({ ...row, words: row.event === 'cancelled' ? '取消' : `网上办理到“${ONLINE_LEVELS[row.level ?? 'none']}”` }));
  },
});
