import { exportList } from '../../documents/export-list.ts';
import listDraws from '../queries/list-draws.ts';

/** 入户抽查 as a workbook: each lot with what it was worked out from. */
export default exportList({
  query: listDraws, title: '入户抽查', page: { limit: 500 },
  rows: (answer) => answer.lines,
  columns: [
    { title: '案号', width: 20, cell: (line) => line.number }, { title: '申请人', width: 10, cell: (line) => line.name }, { title: '村居', width: 16, cell: (line) => line.division },
    { title: '抽的日子', kind: 'day', width: 12, cell: (line) => line.drawnOn }, { title: '种子（镇街、月份）', width: 20, cell: (line) => `${line.office} ${line.month}` }, { title: '种子', width: 66, cell: (line) => line.seed ?? '只给审计看' },
    { title: '抽到的数（百万分之）', kind: 'number', width: 14, cell: (line) => line.point }, { title: '比例', width: 8, cell: (line) => line.ratio }, { title: '抽中', width: 6, cell: (line) => (line.drawn ? '是' : '') },
    { title: '入户日期', kind: 'day', width: 12, cell: (line) => line.answeredOn }, { title: '重算', width: 8, cell: (line) => (line.repeats ? '相同' : '不同') },
  ],
  next: () => undefined,
  filter: (_tx, input) => (input.drawn === true ? ['抽中的'] : []),
});
