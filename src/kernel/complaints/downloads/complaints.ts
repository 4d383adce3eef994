import { exportList } from '../../documents/export-list.ts';
import listComplaints from '../queries/list-complaints.ts';
import { ABOUT, HOW, OUTCOME } from '../../contract/complaint-words.ts';

/** 投诉举报 as a workbook: what this post sees of them, and never who said it. */
export default exportList({
  query: listComplaints, title: '投诉举报', page: { limit: 5000 }, rows: (answer) => answer.complaints, filter: (_tx, input) => [input.closed ? '办结' : '在办'],
  columns: [
    { title: '编号', width: 22, cell: (row) => row.number }, { title: '反映谁', width: 10, cell: (row) => ABOUT[row.about] }, { title: '户号', width: 20, cell: (row) => row.household }, { title: '地方', width: 14, cell: (row) => row.division },
    { title: '来路', width: 16, cell: (row) => HOW[row.how] ?? row.how }, { title: '留名', width: 6, cell: (row) => (row.named ? '是' : '') }, { title: '收到', kind: 'day', width: 12, cell: (row) => row.receivedOn }, { title: '期限', kind: 'day', width: 12, cell: (row) => row.answerBy },
    { title: '到哪里', width: 14, cell: (row) => row.stateTitle }, { title: '结论', width: 10, cell: (row) => (row.outcome === null ? '' : (OUTCOME[row.outcome] ?? row.outcome)) }, { title: '反映什么（开头）', width: 60, cell: (row) => row.content },
  ],
  next: () => undefined,
});
