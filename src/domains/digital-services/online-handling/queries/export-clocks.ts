import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { writeSheet } from '../../../../kernel/documents/workbook/write-sheet.ts';
import { listClocks } from '../supervision/list-clocks.ts';

/** 超期清单 as a workbook. */
export default defineQuery({
  id: 'supervision.export-clocks', title: '导出超期清单', allow: { staff: true }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const { lines } = await listClocks(tx, by.city.code, by.today);
    return writeSheet({
      name: `超期清单 ${by.today}`, title: '办理期限监督清单', note: `${by.caller.post?.divisionName ?? ''}　${by.today}`,
      columns: [['承办单位', 24], ['事项', 24], ['要办的', 20], ['案号', 22], ['开始', 12], ['期限', 12], ['剩余（工作日）', 14], ['程度', 12], ['督办次数', 10]],
      rows: lines.map((line) => [line.office, line.matter, line.title, line.number, line.openedOn, line.dueOn, line.left, line.delayTitle, line.notes]),
    });
  },
});
