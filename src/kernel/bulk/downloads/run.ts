import { exportList } from '../../documents/export-list.ts';
import getRun from '../queries/get-run.ts';

const words = { waiting: '还没有办', fits: '可以办', done: '办好了', refused: '没有办', left: '停下，没有办' } as const;

/** 批量办理结果 as a workbook: each row with what became of it. */
export default exportList({
  query: getRun, title: '批量办理结果', rows: (answer) => answer.rows,
  columns: [
    { title: '哪一件', width: 20, cell: (row) => row.title }, { title: '说明', width: 28, cell: (row) => row.note }, { title: '结果', width: 12, cell: (row) => words[row.state] }, { title: '原因', width: 48, cell: (row) => row.because ?? '' },
  ],
  next: () => undefined,
});
