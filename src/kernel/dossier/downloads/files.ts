import { exportList } from '../../documents/export-list.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import listFiles, { type makeListFiles } from '../queries/list-files.ts';

const views: Readonly<Record<string, string>> = { incomplete: '已决定而不齐的', open: '在办还缺的', complete: '齐全的', all: '全部' };

/** 档案名单 as a workbook, with what is missing. */
export const makeExportFiles = (query: ReturnType<typeof makeListFiles>) => exportList({
  query, title: '档案名单', page: { limit: 200 },
  rows: (answer) => answer.lines.map((line) => ({ ...line, year: answer.year })),
  columns: [
    { title: '年度', kind: 'number', width: 8, cell: (line) => line.year }, { title: '户号', width: 20, cell: (line) => line.number }, { title: '户主', width: 10, cell: (line) => line.head }, { title: '村居', width: 24, cell: (line) => line.place },
    { title: '办件数', kind: 'number', width: 8, cell: (line) => line.cases }, { title: '已决定', width: 8, cell: (line) => (line.decided ? '是' : '在办') }, { title: '缺什么', width: 60, cell: (line) => line.missing.join('、') },
  ],
  next: (answer, input) => (answer.next === null ? undefined : { ...input, after: answer.next }),
  async filter(tx, input) {
    const place = input.division === undefined ? undefined : await tx.find<{ name: string }>('select name from division where id = $1', [input.division]);
    return [`${input.year} 年`, views[input.view] ?? '', place ? shortDivisionName(place.name) : ''].filter((word) => word !== '');
  },
});
export default makeExportFiles(listFiles);
