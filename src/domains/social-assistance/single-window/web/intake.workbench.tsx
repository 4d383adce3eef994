import { useParams } from '@tanstack/react-router';
import { citeLaw } from '../../../../kernel/contract/law.ts';
import { useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { ButtonLink } from '../../../../web/ui/button.tsx';
import { dayLong, dayShort } from '../../../../web/ui/day-text.ts';
import { A } from '../../../../web/ui/link.tsx';
import { Facts, PageHead, Section } from '../../../../web/ui/page-head.tsx';
import { usePageTitle } from '../../../../web/ui/page-frame.tsx';
import { State } from '../../../../web/ui/state.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import type { HandoverOf, IntakeDetail } from './api.ts';
import { DueWords, HandoverStateWords } from './handover-clock.tsx';
import { HandoverMoves } from './handover-moves.tsx';
import { HandoverTrail } from './handover-trail.tsx';
import './window.css';

function IntakePage() {
  const { intakeId } = useParams({ strict: false }) as { intakeId: string };
  const read = useApiQuery<IntakeDetail>('single-window.get-intake', { intake: Number(intakeId) });
  return <div className="page"><Await read={read} what="这件求助" lines={8}>{(intake) => <Intake intake={intake} />}</Await></div>;
}

function Intake({ intake }: { intake: IntakeDetail }) {
  usePageTitle(`${intake.name} · 求助`);
  const live = intake.handovers.filter((one) => one.state !== 'transferred');
  const open = live.filter((one) => one.state === 'sent' || one.state === 'received' || one.state === 'returned');
  const first = live.find((one) => one.moves.length > 0);
  return (
    <>
      <PageHead over={<>求助编号 {intake.number}</>} title={<span className="ph">{intake.name}，{intake.how}</span>}
        lead={open.length === 0 ? <>{live.length} 样难处都有答复了{intake.answeredOn === null ? '' : `，${dayLong(intake.answeredOn)}办完`}。</> : `${live.length} 样难处，还有 ${open.length} 样等答复。`}>
        <ButtonLink href={`/window/intakes/${intake.id}/receipt`}>打印回执</ButtonLink>
      </PageHead>
      <Section title="本人说的" note={`${intake.window.name}　${intake.clerk}　${dayLong(intake.toldOn)}登记`}>
        <p className="told-words filled">{intake.told.trouble}</p>
        <Facts items={[
          { label: '姓名', value: intake.told.name }, { label: '公民身份号码', value: intake.idNumber ?? '没有出示' }, { label: '联系电话', value: intake.told.phone ?? '' },
          { label: '住址', value: `${intake.home}${intake.told.address ?? ''}` }, { label: '看过的材料', value: intake.told.materials === '' ? '没有' : intake.told.materials },
        ]} />
      </Section>
      <Section title="分给了谁">
        {intake.handovers.map((handover) => <Part key={handover.id} handover={handover} today={intake.today} main={handover === first} />)}
      </Section>
    </>
  );
}

function Part({ handover, today, main }: { handover: HandoverOf; today: string; main: boolean }) {
  const due = handover.state === 'sent' ? (handover.receiveDue ?? handover.answerDue) : handover.answerDue;
  return (
    <div className="handover-part">
      <h3 className="handover-head">{handover.plainNeed}<span className="note">转{handover.receiver}</span></h3>
      <p className="handover-head"><HandoverStateWords state={handover.state} title={handover.outcome === null ? handover.stateTitle : `${handover.stateTitle}：${handover.outcome}`} /><DueWords line={{ due, dueFor: handover.state === 'sent' ? '签收' : '答复', over: handover.over, state: handover.state }} today={today} />
        <span className="note">{handover.number}　{citeLaw(handover.law)}{handover.receiptNumber === null ? '' : `　回执 ${handover.receiptNumber}`}</span></p>
      <HandoverMoves handover={handover} main={main} />
      <HandoverTrail handover={handover} today={today} />
      <p className="note noprint"><A href={`/window/handovers/${handover.id}/slip`}>打印转办单</A></p>
      {handover.state === 'told' && handover.toldOn !== null ? <State kind="done">{dayShort(handover.toldOn, today)} 已告知本人</State> : null}
    </div>
  );
}

export default definePage({ path: '/window/intakes/$intakeId', title: '求助', under: '/window', roles: ['village-clerk', 'town-clerk', 'town-lead', 'approver', 'administrator', 'auditor', 'statistician'], covers: ['S022'], component: IntakePage });
