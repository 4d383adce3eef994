import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { writeSheet } from '../../../../kernel/documents/workbook/write-sheet.ts';
import { HANDOVER_ROLES } from '../handovers.ts';
import { listHandoverLines } from '../handover-lines.ts';

const MOST = 50_000;

/** 转办台账 as a workbook: what stands on the screen, masked like it. */
export default defineQuery({
  id: 'single-window.export-handovers', title: '导出转办台账', allow: { roles: HANDOVER_ROLES }, sensitive: true,
  input: z.strictObject({ side: z.enum(['mine', 'sent', 'all']).default('all'), only: z.enum(['open', 'overdue', 'done', 'all']).default('all') }),
  async run(tx, input, by) {
    const lines = await listHandoverLines(tx, { ...input, limit: MOST, office: by.caller.post?.divisionId ?? 0, divisions: by.caller.divisions }, by.today);
    by.saw('person', [], `导出转办台账 ${lines.length} 件`);
    const title = `转办台账 ${by.today}`;
    return writeSheet({
      name: title, title: '社会救助“一门受理、协同办理”转办台账', note: `${by.caller.post?.divisionName ?? ''}　${by.today}`,
      columns: [['转办编号', 20], ['求助人', 10], ['难处', 22], ['转出窗口', 22], ['承办单位', 26], ['转出', 12], ['状态', 16], ['期限', 12], ['逾期', 8], ['签收', 12], ['答复', 12], ['结果', 18]],
      rows: lines.map((line) => [line.number, line.name, line.need, line.from, line.receiver, line.sentOn, line.stateTitle, line.due ?? '未录入', line.over ? '逾期' : '', line.receivedOn ?? '', line.answeredOn ?? '', line.outcome ?? '']),
    });
  },
});
