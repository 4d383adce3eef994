import { citeLaw } from '../../../kernel/contract/law.ts';
import type { CaseDetail } from './api.ts';
import { TaskStrip, TaskWords } from './task-clock.tsx';

/** What has to be done in this state, each with its legal clock. */
export function CaseTasks({ detail }: { detail: CaseDetail }) {
  if (detail.tasks.length === 0) return null;
  // while the applicant is waited for, the days stand as they stood
  const on = detail.pausedSince ?? detail.today;
  return (
    <section className="can" aria-label="期限">
      <h2>{detail.pausedSince === null ? '要办的' : '期限停着'}</h2>
      {detail.tasks.map((task) => (
        <div key={task.id} className="due-task">
          <p className="due">{task.title}{task.clock === null ? <span className="quiet">无法定期限</span> : null}</p>
          {task.clock === null ? null : <p className="due"><TaskStrip clock={task.clock} today={on} /><TaskWords clock={task.clock} today={on} /></p>}
          {task.law === null ? null : <p className="note">{citeLaw(task.law)}</p>}
        </div>
      ))}
    </section>
  );
}
