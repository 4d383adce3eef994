import { exportList } from '../../documents/export-list.ts';
import listLines from '../queries/list-lines.ts';

const views: Readonly<Record<string, string>> = { changed: '有变化', new: '新增', stopped: '停发', members: '成员变化', income: '收入变化', standard: '标准变化', 'arrears-recovery': '补发扣回', held: '暂缓', failed: '退回' };
const states: Readonly<Record<string, string>> = { open: '未送出', held: '暂缓', sent: '已送银行', paid: '到账', failed: '退回', withdrawn: '没有送出', nothing: '没有钱要发' };

/** Lines of a roll by view as a workbook. */
export default exportList({
  query: listLines, title: '花名册各户', page: { limit: 200 },
  rows: (answer) => answer.lines,
  columns: [
    { title: '序号', kind: 'number', width: 8, cell: (line) => line.lineNo }, { title: '户号', width: 20, cell: (line) => line.household }, { title: '户主', width: 10, cell: (line) => line.head }, { title: '镇街', width: 14, cell: (line) => line.place },
    { title: '人数', kind: 'number', width: 6, cell: (line) => line.persons }, { title: '上月（元）', kind: 'money', width: 12, cell: (line) => line.lastFen }, { title: '本月（元）', kind: 'money', width: 12, cell: (line) => line.fen },
    { title: '差（元）', kind: 'money', width: 12, cell: (line) => line.difference }, { title: '其中补发（元）', kind: 'money', width: 14, cell: (line) => line.arrearsFen }, { title: '其中扣回（元）', kind: 'money', width: 14, cell: (line) => line.recoveryFen },
    { title: '类别', width: 12, cell: (line) => line.changeTitle ?? '相同' }, { title: '原因', width: 36, cell: (line) => line.reason }, { title: '发放', width: 12, cell: (line) => states[line.status] ?? line.status }, { title: '账号尾号', width: 10, cell: (line) => line.lastFour },
  ],
  next: (answer, input) => (answer.more === null ? undefined : { ...input, after: answer.more }),
  filter: (_tx, input) => [views[input.view] ?? ''].filter((word) => word !== ''),
});
