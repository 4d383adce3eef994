import { exportList } from '../../documents/export-list.ts';
import listTasks, { type makeListTasks } from '../queries/list-tasks.ts';

const groups: Readonly<Record<string, string>> = { overdue: '超期', today: '今天到期', week: '本周', later: '以后', waiting: '等待中' };
const waits: Readonly<Record<string, string>> = { materials: '等申请人补材料', notice: '公示中', others: '等别处答复' };

/** 待办 of a post as a workbook. */
export const makeExportTasks = (query: ReturnType<typeof makeListTasks>) => exportList({
  query, title: '待办', page: { limit: 1000 },
  rows: (answer) => answer.lines,
  columns: [
    { title: '要办的事', width: 22, cell: (line) => line.title }, { title: '申请人', width: 10, cell: (line) => line.name }, { title: '人数', kind: 'number', width: 6, cell: (line) => line.headcount }, { title: '事项', width: 16, cell: (line) => line.matterTitle },
    { title: '期限', kind: 'day', width: 12, cell: (line) => line.clock?.dueOn ?? null }, { title: '缓急', width: 10, cell: (line) => groups[line.group] ?? '' }, { title: '在等', width: 16, cell: (line) => (line.waiting ? waits[line.waiting.for] ?? '' : '') },
    { title: '村居', width: 16, cell: (line) => line.division }, { title: '交来日期', kind: 'day', width: 12, cell: (line) => line.openedOn }, { title: '案号', width: 20, cell: (line) => line.number },
  ],
  next: (answer, input) => (answer.read < 1000 ? undefined : { ...input, skip: (input.skip ?? 0) + 1000 }),
  filter: (_tx, input) => [input.group ? groups[input.group] ?? '' : '', input.find ? `查“${input.find}”` : '', input.matter ? '按事项' : ''].filter((word) => word !== ''),
});
export default makeExportTasks(listTasks);
