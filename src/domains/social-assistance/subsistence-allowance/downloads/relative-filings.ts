import { exportList } from '../../../../kernel/documents/export-list.ts';
import listRelativeFilings from '../queries/list-relative-filings.ts';

/** 近亲属备案登记簿 as a workbook. */
export default exportList({
  query: listRelativeFilings, title: '近亲属备案',
  rows: (answer) => answer.items,
  columns: [
    { title: '备案号', width: 20, cell: (item) => item.number }, { title: '案号', width: 20, cell: (item) => item.caseNumber }, { title: '申请人', width: 10, cell: (item) => item.name }, { title: '村居', width: 16, cell: (item) => item.division },
    { title: '哪位、什么关系', width: 30, cell: (item) => item.relative }, { title: '备案日期', kind: 'day', width: 12, cell: (item) => item.on }, { title: '备案机关', width: 14, cell: (item) => item.office },
    { title: '经办', width: 10, cell: (item) => item.by }, { title: '入户日期', kind: 'day', width: 12, cell: (item) => item.visitedOn },
  ],
  next: () => undefined,
});
