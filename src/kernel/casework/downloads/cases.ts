import { exportList } from '../../documents/export-list.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import listCases, { type makeListCases } from '../queries/list-cases.ts';

/** 办件 as a workbook. */
export const makeExportCases = (query: ReturnType<typeof makeListCases>) => exportList({
  query, title: '办件', page: { limit: 2000 },
  rows: (answer) => answer.lines,
  columns: [
    { title: '案号', width: 20, cell: (line) => line.number }, { title: '申请人', width: 10, cell: (line) => line.name }, { title: '人数', kind: 'number', width: 6, cell: (line) => line.headcount },
    { title: '事项', width: 16, cell: (line) => line.matterTitle }, { title: '办到', width: 14, cell: (line) => line.stateTitle }, { title: '结果', width: 12, cell: (line) => (line.outcome === null ? '' : line.stateTitle) },
    { title: '村居', width: 16, cell: (line) => line.division }, { title: '申请日期', kind: 'day', width: 12, cell: (line) => line.openedOn }, { title: '到这一步的日期', kind: 'day', width: 14, cell: (line) => line.stateSince },
  ],
  next: (answer, input) => (answer.lines.length < input.limit ? undefined : { ...input, before: answer.lines.at(-1)?.id }),
  async filter(tx, input) {
    const place = input.divisionId === undefined ? undefined : await tx.find<{ name: string }>('select name from division where id = $1', [input.divisionId]);
    return [
      input.open === undefined ? '' : input.open ? '在办' : '办结', place ? shortDivisionName(place.name) : '', input.month ? `${input.month} 申请` : '', input.find ? `查“${input.find}”` : '', input.state ? '按办到的环节' : '', input.matter ? '按事项' : '',
    ].filter((word) => word !== '');
  },
});
export default makeExportCases(listCases);
