import { exportList } from '../../documents/export-list.ts';
import listUnserved from '../queries/list-unserved.ts';

/** 送达 as a workbook. */
export default exportList({
  query: listUnserved, title: '没有送达的决定', page: { limit: 5000 }, rows: (answer) => answer.lines,
  columns: [
    { title: '申请人', width: 10, cell: (row) => row.name }, { title: '文号', width: 22, cell: (row) => row.number }, { title: '事项', width: 12, cell: (row) => row.matterTitle }, { title: '决定', width: 12, cell: (row) => row.outcomeTitle },
    { title: '村居', width: 14, cell: (row) => row.division }, { title: '作出日期', kind: 'day', width: 12, cell: (row) => row.decidedOn }, { title: '没送达（天）', kind: 'number', width: 10, cell: (row) => row.days },
    { title: '送过几次', kind: 'number', width: 8, cell: (row) => row.tries }, { title: '上次为什么没送到', width: 36, cell: (row) => row.lastFailure }, { title: '公告到', kind: 'day', width: 12, cell: (row) => row.until },
  ],
  next: () => undefined,
});
