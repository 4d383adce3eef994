import { exportList } from '../../documents/export-list.ts';
import listPublic from '../queries/list-public.ts';

/** 公示 that run today as a workbook: what hangs on the board and nothing more. */
export default exportList({
  query: listPublic, title: '公示', page: { limit: 200 },
  rows: (answer) => answer.notices,
  columns: [
    { title: '事项', width: 16, cell: (row) => row.matterTitle }, { title: '申请人', width: 10, cell: (row) => row.name }, { title: '人数', kind: 'number', width: 6, cell: (row) => row.headcount }, { title: '每月金额（元）', kind: 'money', width: 14, cell: (row) => row.fen },
    { title: '村居', width: 18, cell: (row) => row.division }, { title: '公示机关', width: 20, cell: (row) => row.office }, { title: '张贴地点', width: 26, cell: (row) => row.place },
    { title: '张贴日期', kind: 'day', width: 12, cell: (row) => row.postedOn }, { title: '公示至', kind: 'day', width: 12, cell: (row) => row.endsOn },
  ],
  next: (answer, input) => (answer.notices.length < input.limit ? undefined : { ...input, before: answer.notices.at(-1)?.id }),
  filter: (_tx, input) => [input.division ?? ''].filter((word) => word !== ''),
});
