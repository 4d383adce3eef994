import { exportList } from '../../documents/export-list.ts';
import listRecognitions from '../queries/list-recognitions.ts';

const SHOWN = { holding: '有效', expiring: '快到期', past: '已期满、已终止' } as const;

/** 认定名册 as a workbook. */
export default exportList({
  query: listRecognitions, title: '认定名册', page: { limit: 500 },
  rows: (answer) => answer.rows,
  columns: [
    { title: '村居', width: 22, cell: (row) => row.place }, { title: '户号', width: 20, cell: (row) => row.household }, { title: '户主', width: 12, cell: (row) => row.head ?? '不在辖区' }, { title: '人数', kind: 'number', width: 6, cell: (row) => row.persons },
    { title: '认定', width: 18, cell: (row) => row.title }, { title: '证明编号', width: 22, cell: (row) => row.number }, { title: '起', kind: 'day', width: 12, cell: (row) => row.from }, { title: '止', kind: 'day', width: 12, cell: (row) => row.lastDay },
    { title: '还有几天', kind: 'number', width: 10, cell: (row) => row.daysLeft }, { title: '终止原因', width: 30, cell: (row) => row.endReason ?? '' },
  ],
  next: (answer, input) => (answer.more ? { ...input, skip: input.skip + answer.rows.length } : undefined),
  filter: (_tx, input) => [SHOWN[input.show], ...(input.show === 'expiring' ? [`${input.within} 天内`] : []), ...(input.text === undefined || input.text === '' ? [] : [`查“${input.text}”`])],
});
