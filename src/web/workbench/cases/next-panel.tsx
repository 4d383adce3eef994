import { citeLaw } from '../../../kernel/contract/law.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Facts, Gloss } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Trail } from '../../ui/trail.tsx';
import type { CaseDetail, TaskLine } from './api.ts';
import { LineStrip, LineWords } from './task-clock.tsx';
import { trailItems } from './trail-items.tsx';

/** Beside the worklist: the task that comes next, or the one chosen, with what one has to know before going. */
export function NextPanel({ line, chosen, today }: { line: TaskLine; chosen: boolean; today: string }) {
  const read = useApiQuery<CaseDetail>('casework.get-case', { caseId: line.caseId });
  return (
    <>
      <p className="note">{chosen ? '选中的一件' : '下一件'}</p>
      <h2 id="next-title">{line.name}，{line.title}</h2>
      <p className="due"><LineStrip line={line} today={today} /><LineWords line={line} today={today} /></p>
      <Await read={read} what="这一件" lines={4}>{(detail) => <About detail={detail} line={line} today={today} />}</Await>
    </>
  );
}

function About({ detail, line, today }: { detail: CaseDetail; line: TaskLine; today: string }) {
  const task = detail.tasks.find((one) => one.id === line.task);
  const trail = trailItems(detail, { short: true });
  return (
    <>
      <Facts items={[
        { label: '一户', value: `${detail.headcount} 人：${detail.members.map((member) => member.name).join('、')}` },
        { label: '村居', value: detail.division },
        { label: '申请', value: dayLong(detail.openedOn) },
        ...(detail.verification.lines.length === 0 ? [] : [{ label: '核对', value: <Checked detail={detail} /> }]),
      ]} />
      <p className="acts"><ButtonLink kind="main" href={`/cases/${detail.caseId}`}>打开这一件</ButtonLink><ButtonLink href={`/cases/${detail.caseId}/print`}>审批表</ButtonLink></p>
      <h3>这户的经过</h3>
      <Trail items={trail.slice(-6)} today={today} />
      <Gloss items={[
        ...(task?.law ? [{ title: '期限从哪来', text: `${dayLong(task.clock?.from ?? task.openedOn)}起算，当日不计。${citeLaw(task.law)}` }] : [{ title: '期限', text: '这一步法律没有定期限。' }]),
        { title: '今天办不完', text: '超期的件会一直留在最上面。要延期的，在件里写明原因。' },
      ]} />
    </>
  );
}

function Checked({ detail }: { detail: CaseDetail }) {
  const done = detail.verification.lines.filter((one) => one.state === 'answered' || one.state === 'manual').length;
  const all = detail.verification.lines.length;
  return done === all ? <State kind="done">{all} 项都已答复</State> : <State kind="wait">{all} 项已答复 {done} 项</State>;
}
