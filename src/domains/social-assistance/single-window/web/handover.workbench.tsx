import { useParams } from '@tanstack/react-router';
import { citeLaw } from '../../../../kernel/contract/law.ts';
import { useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { ButtonLink } from '../../../../web/ui/button.tsx';
import { DemoMark } from '../../../../web/ui/demo-mark.tsx';
import { Facts, Gloss, PageHead, Section, Unsourced } from '../../../../web/ui/page-head.tsx';
import { usePageTitle } from '../../../../web/ui/page-frame.tsx';
import { usePost } from '../../../../web/ui/session.ts';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import type { HandoverDetail } from './api.ts';
import { DueWords, HandoverStateWords } from './handover-clock.tsx';
import { HandoverMoves } from './handover-moves.tsx';
import { HandoverTrail } from './handover-trail.tsx';
import './window.css';

function HandoverPage() {
  const { handoverId } = useParams({ strict: false }) as { handoverId: string };
  const read = useApiQuery<HandoverDetail>('single-window.get-handover', { handover: Number(handoverId) });
  return <Await read={read} what="这件转办" lines={8}>{(handover) => <Handover handover={handover} />}</Await>;
}

type Limit = HandoverDetail['limits']['receive'];

/** What one office got: the trouble, the person, the clock, what it may do. */
function Handover({ handover }: { handover: HandoverDetail }) {
  usePageTitle(`${handover.name} · ${handover.need}`);
  const outside = usePost()?.role === 'department-clerk';
  const due = handover.state === 'sent' ? (handover.receiveDue ?? handover.answerDue) : handover.answerDue;
  return (
    <div className="desk">
      <div className="list">
        <PageHead over={<>转办编号 {handover.number}</>} title={<span className="ph">{handover.plainNeed}，转{handover.receiver}</span>}
          lead={<><HandoverStateWords state={handover.state} title={handover.outcome === null ? handover.stateTitle : `${handover.stateTitle}：${handover.outcome}`} />　<DueWords line={{ due, dueFor: handover.state === 'sent' ? '签收' : '答复', over: handover.over, state: handover.state }} today={handover.today} /></>}>
          <ButtonLink href={`/window/handovers/${handover.id}/slip`}>打印转办单</ButtonLink>{outside ? null : <ButtonLink href={`/window/intakes/${handover.intake}`}>看整件求助</ButtonLink>}
        </PageHead>
        <HandoverMoves handover={handover} main />
        <Section title="本人说的">
          <p className="told-words filled">{handover.told.trouble}</p>
          <Facts items={[
            { label: '姓名', value: handover.told.name }, { label: '公民身份号码', value: handover.told.idCard ?? '没有出示' }, { label: '联系电话', value: handover.told.phone ?? '' },
            { label: '住址', value: `${handover.home}${handover.told.address ?? ''}` }, { label: '看过的材料', value: handover.told.materials === '' ? '没有' : handover.told.materials },
          ]} />
        </Section>
        <Section title="经过"><HandoverTrail handover={handover} today={handover.today} /></Section>
      </div>
      <aside className="next" aria-label="依据和期限">
        <h2>依据和期限</h2>
        <Gloss items={[
          { title: '为什么转给这里', text: citeLaw(handover.law) },
          { title: '签收', text: <LimitText limit={handover.limits.receive} /> }, { title: '答复', text: <LimitText limit={handover.limits.answer} /> },
          { title: '回执', text: handover.receiptNumber ?? '还没有签收' },
          { title: '保密', text: '只用来办这件事。《社会救助暂行办法》第六十一条。' },
        ]} />
      </aside>
    </div>
  );
}

function LimitText({ limit }: { limit: Limit }) {
  if (limit.days === null) return <Unsourced>{limit.reason}</Unsourced>;
  return <>转出后 {limit.days} 个工作日内。{limit.document?.title}{limit.document?.number === null ? '' : `（${limit.document?.number}）`}{limit.demo ? <DemoMark /> : null}</>;
}

export default definePage({ path: '/window/handovers/$handoverId', title: '转办', under: '/window', roles: ['village-clerk', 'town-clerk', 'town-lead', 'approver', 'department-clerk', 'administrator', 'auditor', 'statistician'], covers: ['S022'], component: HandoverPage });
