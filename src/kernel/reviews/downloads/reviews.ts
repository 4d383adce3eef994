import { exportList } from '../../documents/export-list.ts';
import list from '../queries/list.ts';

/** 定期复核 as a workbook. */
export default exportList({
  query: list, title: '定期复核', page: { limit: 1000 },
  rows: (answer) => answer.rows,
  columns: [
    { title: '户号', width: 20, cell: (row) => row.householdNumber }, { title: '户主', width: 10, cell: (row) => row.head }, { title: '镇街', width: 12, cell: (row) => row.town }, { title: '村居', width: 14, cell: (row) => row.village },
    { title: '人数', kind: 'number', width: 6, cell: (row) => row.persons }, { title: '每月金额', kind: 'money', width: 12, cell: (row) => row.fen }, { title: '类别', width: 24, cell: (row) => row.className },
    { title: '为什么是这一类', width: 32, cell: (row) => row.because }, { title: '上次', width: 10, cell: (row) => row.countedFrom }, { title: '应复核', width: 10, cell: (row) => row.due }, { title: '超期', width: 6, cell: (row) => (row.overdue ? '是' : '') },
    { title: '案号', width: 20, cell: (row) => row.number }, { title: '核查发现', width: 50, cell: (row) => row.differences.join('；') },
  ],
  next: (answer, input) => (answer.rows.length < input.limit ? undefined : { ...input, skip: input.skip + input.limit }),
});
