import { exportList } from '../../documents/export-list.ts';
import listSignIns from '../queries/list-sign-ins.ts';

const KINDS = { staff: '工作人员', resident: '居民' } as const;
const shanghai = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** 登录记录 as a workbook, as it is filtered on the page. */
export default exportList({
  query: listSignIns, title: '登录记录', page: { limit: 5000 }, rows: (answer) => answer.lines, filter: (_tx, input) => [input.find ?? '', input.from === undefined ? '' : `${input.from} 起`, input.to === undefined ? '' : `${input.to} 止`].filter(Boolean),
  columns: [
    { title: '时间', width: 20, cell: (row) => shanghai(row.at) }, { title: '什么事', width: 20, cell: (row) => row.title }, { title: '姓名', width: 12, cell: (row) => row.name ?? '没有这个账号' }, { title: '账号', width: 18, cell: (row) => row.login },
    { title: '哪一类', width: 10, cell: (row) => (row.accountKind === null ? null : KINDS[row.accountKind]) }, { title: '单位', width: 16, cell: (row) => row.division }, { title: '设备', width: 22, cell: (row) => row.device }, { title: '地址指纹', width: 12, cell: (row) => row.whence },
  ],
  next: (answer, input) => (answer.more ? { ...input, before: answer.lines.at(-1)?.id } : undefined),
});
