import { exportList } from '../../documents/export-list.ts';
import { getRegister } from '../load-registers.ts';
import due from '../queries/due.ts';

/** 到期提醒 as a workbook: what is over first. */
export default exportList({
  query: due, title: '台账到期提醒', rows: (answer) => answer, next: () => undefined,
  filter: async (tx, input) => (input.register === undefined ? [] : [(await getRegister(tx, input.register)).register.title]),
  columns: [
    { title: '台账', width: 22, cell: (row) => row.registerTitle }, { title: '哪一条', width: 32, cell: (row) => row.title }, { title: '什么事', width: 32, cell: (row) => row.reminder },
    { title: '哪一天', kind: 'day', width: 12, cell: (row) => row.day }, { title: '过了没有', width: 10, cell: (row) => (row.overdue ? '已经过了' : '还没有') }, { title: '地方', width: 16, cell: (row) => row.division },
  ],
});
