import { Clock, LimitClock, LimitWords } from '../../ui/clock.tsx';
import { dayShort } from '../../ui/day-text.ts';
import { State } from '../../ui/state.tsx';
import type { TaskClock, TaskLine } from './api.ts';
import { limitDays, limitSaid } from './task-limit.ts';

/** 期限尺 of a task, without words. */
export function TaskStrip({ clock, today }: { clock: TaskClock; today: string }) {
  return <Clock days={limitDays(clock, today)} label={limitSaid(clock, today).label} />;
}

/** 剩 2 日 11-20 止 */
export function TaskWords({ clock, today }: { clock: TaskClock; today: string }) {
  const { state, words, until } = limitSaid(clock, today);
  const rest = <small className="nowrap until">{until}{clock.assumed ? '（日历未公布）' : ''}</small>;
  return <span className="nowrap">{state === 'over' ? <b className="law-ink">{words}</b> : state === 'today' ? <b className="filled">{words}</b> : words}{rest}</span>;
}

const noticeOf = (line: Pick<TaskLine, 'waiting'>, today: string) =>
  (line.waiting?.for === 'notice' && line.waiting.until ? { start: line.waiting.since, due: line.waiting.until, today, calendar: 'calendar' as const } : undefined);

/** The strip of a line of the worklist: the notice it waits for, or its own limit; nothing where the law sets none. */
export function LineStrip({ line, today }: { line: TaskLine; today: string }) {
  const notice = noticeOf(line, today);
  if (notice) return <LimitClock limit={notice} />;
  return line.clock && !line.waiting ? <TaskStrip clock={line.clock} today={today} /> : null;
}

/** What is left of it in words, or for whom it waits. */
export function LineWords({ line, today }: { line: TaskLine; today: string }) {
  if (line.objections > 0) return <State kind="over">{line.objections} 件异议没答复</State>;
  const notice = noticeOf(line, today);
  if (notice) return <LimitWords limit={notice} />;
  if (line.waiting) {
    const what = line.waiting.for === 'materials' ? '等申请人补材料' : '等答复';
    return <span className="nowrap"><State kind="wait">{what}</State><small className="nowrap until">{dayShort(line.waiting.since, today)} 起</small></span>;
  }
  return line.clock ? <>{line.wholeCase ? <small className="until">全程 </small> : null}<TaskWords clock={line.clock} today={today} /></> : <span className="quiet">无法定期限</span>;
}
