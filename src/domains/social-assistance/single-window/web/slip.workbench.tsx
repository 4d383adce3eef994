import { useParams } from '@tanstack/react-router';
import { citeLaw } from '../../../../kernel/contract/law.ts';
import { useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { dayLong } from '../../../../web/ui/day-text.ts';
import { DemoFoot, PaperDesk } from '../../../../web/workbench/cases/paper.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import type { HandoverDetail } from './api.ts';
import './window.css';

function Slip() {
  const { handoverId } = useParams({ strict: false }) as { handoverId: string };
  const read = useApiQuery<HandoverDetail>('single-window.get-handover', { handover: Number(handoverId) });
  return <Await read={read} what="转办单" lines={8}>{(handover) => <PaperDesk title="转办单" back={`/window/handovers/${handover.id}`} note="A4 一页，送承办单位；答复盖章后送回，由窗口录入"><Sheet handover={handover} /></PaperDesk>}</Await>;
}

/** 转办单, with the receipt of the receiving office at its foot and room for the answer: it also serves a department without account. */
function Sheet({ handover }: { handover: HandoverDetail }) {
  const received = handover.receivedOn;
  return (
    <article className="a4 slip-paper">
      <h1>社会救助求助转办单</h1>
      <p className="meta"><span>编号：{handover.number}</span><span>{dayLong(handover.sentOn)}转出</span></p>
      <p>{handover.receiver}：下面的求助，照{citeLaw(handover.law)}由你单位办理，请{handover.receiveDue === null ? '及时签收' : `在${dayLong(handover.receiveDue)}前签收`}，{handover.answerDue === null ? '及时答复' : `在${dayLong(handover.answerDue)}前答复`}。不归你单位办的，请写明理由退回。</p>
      <table className="form-table"><tbody>
        <tr><th scope="row">求助人</th><td>{handover.told.name}</td><th scope="row">公民身份号码</th><td>{handover.told.idCard ?? '没有出示'}</td></tr>
        <tr><th scope="row">联系电话</th><td>{handover.told.phone ?? ''}</td><th scope="row">住址</th><td className="l">{handover.home}{handover.told.address ?? ''}</td></tr>
        <tr><th scope="row">难处</th><td className="l" colSpan={3}>{handover.need}：{handover.told.trouble}</td></tr>
        <tr><th scope="row">看过的材料</th><td className="l" colSpan={3}>{handover.told.materials === '' ? '没有' : handover.told.materials}</td></tr>
        <tr><th scope="row">答复</th><td className="tall" colSpan={3}>{handover.outcome === null ? '' : `${handover.outcome}。${handover.events.findLast((event) => event.move === 'answer')?.content ?? ''}`}</td></tr>
      </tbody></table>
      <div className="sign-off"><p>{handover.events[0]?.office}（盖章）</p></div>
      <p className="receipt"><span>回执　转办编号 {handover.number}</span><span>回执号：{handover.receiptNumber ?? '　　　　　　'}</span></p>
      <p>{handover.receiver}{received === null ? '于　　年　　月　　日签收。' : `于${dayLong(received)}签收。`}　签收人：　　　　　　（盖章）</p>
      <p className="foot-line"><span>个人信息应当保密，只用来办这件事（《社会救助暂行办法》第六十一条）</span></p>
      <DemoFoot />
    </article>
  );
}

export default definePage({ path: '/window/handovers/$handoverId/slip', title: '转办单', under: '/window', roles: ['village-clerk', 'town-clerk', 'town-lead', 'approver', 'department-clerk', 'administrator', 'auditor', 'statistician'], covers: ['S022'], component: Slip });
