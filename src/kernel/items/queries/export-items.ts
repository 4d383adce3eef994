import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import { citeLaw } from '../../contract/law.ts';
import { writeSheet } from '../../documents/workbook/write-sheet.ts';
import { listCatalogue } from '../catalogue.ts';
import { itemLimitWords } from '../limit-words.ts';
import { documentWords } from '../refuse-cancelled.ts';

/** 事项目录 as a workbook, as of a day. */
export default defineQuery({
  id: 'items.export-items', title: '导出事项目录', allow: { staff: true }, input: z.strictObject({ day: dayInput.optional() }),
  async run(tx, input, by) {
    const day = input.day ?? by.today;
    const items = await listCatalogue(tx, day);
    return writeSheet({
      name: `事项目录 ${day}`, title: `${by.city.name}民政事项目录`, note: `截至 ${day}，共 ${items.length} 项`,
      columns: [['序号', 6], ['业务', 12], ['事项', 32], ['性质', 14], ['依据', 44], ['办理对象', 28], ['材料', 40], ['时限', 22], ['收费', 10], ['网上办理', 12], ['状态', 12], ['取消日期', 12], ['取消依据', 40]],
      rows: items.map((item, at) => [at + 1, item.line, item.title, item.kindTitle, item.law.map(citeLaw).join('；'), item.who, item.bring.join('；'), itemLimitWords(item.limit), item.fee, item.levelTitle,
        item.state.cancelled === null ? '在办' : '已取消', item.state.cancelled?.from ?? '', item.state.cancelled === null ? '' : documentWords(item.state.cancelled.document)]),
    });
  },
});
