import { citeLaw } from '../../../kernel/contract/law.ts';
import { dayLong, dayShort } from '../../ui/day-text.ts';
import type { CaseDetail } from './api.ts';
import { TaskStrip } from './task-clock.tsx';
import { wholeCaseWords } from './whole-case-words.ts';

/** 全程期限: the limit of the whole case under its stages, from acceptance to the decision. */
export function WholeCase({ detail: { overall, today } }: { detail: Pick<CaseDetail, 'overall' | 'today'> }) {
  if (overall === null) return null;
  const said = wholeCaseWords(overall, today);
  const strip = overall.doneOn ?? overall.stoppedSince ?? today;
  return (
    <section className="whole-case" aria-label="全程期限">
      <b>全程</b>
      <TaskStrip clock={overall.clock} today={strip} />
      <span className="nowrap">{said.late ? <b className="law-ink">{said.words}</b> : said.words}{overall.assumed ? <small className="until">（日历未公布）</small> : null}</span>
      <span className="note">{dayShort(overall.from, today)}起算，{said.total}{overall.pausedDays === 0 ? '' : `，停过 ${overall.pausedDays} 日不计`}。{overall.stoppedSince === null ? '' : `${dayLong(overall.stoppedSince)}起等申请人，不计入。`}{citeLaw(overall.law)}</span>
    </section>
  );
}
