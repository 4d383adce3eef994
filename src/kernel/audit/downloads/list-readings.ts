import { exportList } from '../../documents/export-list.ts';
import listReadings from '../queries/list-readings.ts';
import { kindTitle } from '../subject-kinds.ts';

/** 查看记录 as a workbook: as filtered on the screen. */
export default exportList({
  query: listReadings, title: '查看记录', page: { limit: 5000 }, rows: (answer) => answer.readings,
  filter: (_tx, input) => [input.whom ? '按被看的人筛过' : '', input.who ? `谁看的：${input.who}` : '', input.from || input.to ? `${input.from ?? ''} 至 ${input.to ?? ''}` : ''].filter(Boolean),
  columns: [
    { title: '哪天', kind: 'day', width: 12, cell: (row) => row.day }, { title: '时刻（UTC）', width: 24, cell: (row) => row.at }, { title: '谁看的', width: 12, cell: (row) => row.who }, { title: '岗位', width: 24, cell: (row) => row.office },
    { title: '看了谁', width: 24, cell: (row) => row.whom.join('、') }, { title: '多少', kind: 'number', width: 8, cell: (row) => row.count }, { title: '什么', width: 8, cell: (row) => kindTitle(row.kind) },
    { title: '为什么', width: 40, cell: (row) => row.purpose }, { title: '经哪个门', width: 32, cell: (row) => row.door },
  ],
  next: (answer, input) => (answer.next === null ? undefined : { ...input, after: answer.next }),
});
