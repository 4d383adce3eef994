import { exportList } from '../../documents/export-list.ts';
import listErrands from '../queries/list-errands.ts';

/** 交办事项 as a workbook. */
export default exportList({
  query: listErrands, title: '交办事项', page: { limit: 5000 }, rows: (answer) => answer.errands, filter: (_tx, input) => [input.done ? '办结' : '没办结'],
  columns: [
    { title: '什么事', width: 30, cell: (row) => row.title }, { title: '为什么', width: 44, cell: (row) => row.because }, { title: '村居', width: 14, cell: (row) => row.division }, { title: '交办', kind: 'day', width: 12, cell: (row) => row.openedOn },
    { title: '天', kind: 'number', width: 6, cell: (row) => row.days }, { title: '办结', kind: 'day', width: 12, cell: (row) => row.doneOn }, { title: '谁办的', width: 10, cell: (row) => row.doneBy }, { title: '结果', width: 36, cell: (row) => row.result },
  ],
  next: () => undefined,
});
