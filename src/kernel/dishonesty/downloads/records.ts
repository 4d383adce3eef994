import { exportList } from '../../documents/export-list.ts';
import listRecords from '../queries/list-records.ts';

/** 失信记录 as a workbook. */
export default exportList({
  query: listRecords, title: '失信记录', page: { limit: 5000 }, rows: (answer) => answer.records,
  columns: [
    { title: '编号', width: 20, cell: (row) => row.number }, { title: '姓名', width: 10, cell: (row) => row.name }, { title: '事实', width: 44, cell: (row) => row.ground }, { title: '依据', width: 40, cell: (row) => row.law },
    { title: '作出', kind: 'day', width: 12, cell: (row) => row.decidedOn }, { title: '到哪天以前', kind: 'day', width: 12, cell: (row) => row.until }, { title: '现在', width: 8, cell: (row) => (row.lifted === true ? '已撤销' : row.inForce ? '在期' : '期满') },
    { title: '告知本人', kind: 'day', width: 12, cell: (row) => row.toldOn }, { title: '罚款', kind: 'money', width: 10, cell: (row) => row.penaltyFen }, { title: '异议', width: 30, cell: (row) => row.objection }, { title: '答复', width: 30, cell: (row) => row.reply },
  ],
  next: () => undefined,
});
