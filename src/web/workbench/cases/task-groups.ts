import type { Group } from '../../ui/table.tsx';
import type { TaskLine, TaskList } from './api.ts';

const GROUPS: readonly { readonly group: TaskLine['group']; readonly title: string }[] = [
  { group: 'overdue', title: '已超期' }, { group: 'today', title: '今天到期' }, { group: 'week', title: '本周' }, { group: 'later', title: '以后' }, { group: 'waiting', title: '在等别人' },
];

/** The worklist by legal limit, most urgent first. */
export function byLimit(lines: readonly TaskLine[]): Group<TaskLine>[] {
  return GROUPS.map(({ group, title }) => ({ title, rows: lines.filter((line) => line.group === group) })).filter((one) => one.rows.length > 0).map((one) => ({ ...one, note: `${one.rows.length} 件` }));
}

/** The same by village, so that one trip serves several households; villages in the order of their most urgent line. */
export function byVillage(lines: readonly TaskLine[]): Group<TaskLine>[] {
  const villages = [...new Set(lines.map((line) => line.division))];
  return villages.map((village) => {
    const rows = lines.filter((line) => line.division === village);
    return { title: village, note: `${rows.length} 件`, rows };
  });
}

/** The state of the desk in one sentence, figures in it. */
export function deskSaid(list: Pick<TaskList, 'groups' | 'total' | 'more'>): { readonly mine: string; readonly over: string; readonly rest: string } {
  const { overdue, today, week, later, waiting } = list.groups;
  const mine = overdue + today + week + later;
  if (mine === 0) return { mine: waiting === 0 ? '没有要办的件。' : `没有要您办的件。${waiting} 件在等别人，不占您的期限。`, over: '', rest: '' };
  const due = [today > 0 ? `${today} 件今天到期` : '', week > 0 ? `${week} 件本周到期` : ''].filter(Boolean).join('，');
  return {
    mine: `您有 ${list.more ? '超过 1,000' : mine} 件要办`, over: overdue > 0 ? `${overdue} 件已超期` : '',
    rest: `${due === '' ? '' : `，${due}`}。${waiting > 0 ? `另有 ${waiting} 件在等别人，不占您的期限。` : ''}`,
  };
}
