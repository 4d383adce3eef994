import { useParams } from '@tanstack/react-router';
import { useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { dayLong } from '../../../../web/ui/day-text.ts';
import { DemoFoot, PaperDesk } from '../../../../web/workbench/cases/paper.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import type { IntakeDetail } from './api.ts';
import { Qr } from './qr.tsx';
import './window.css';

function Receipt() {
  const { intakeId } = useParams({ strict: false }) as { intakeId: string };
  const read = useApiQuery<IntakeDetail>('single-window.get-intake', { intake: Number(intakeId) });
  return <Await read={read} what="回执" lines={8}>{(intake) => <PaperDesk title="求助登记回执" back={`/window/intakes/${intake.id}`} note="A4 一页，当场给本人"><Sheet intake={intake} /></PaperDesk>}</Await>;
}

/** 回执: what was told, where it went, until when, and how to follow it. */
function Sheet({ intake }: { intake: IntakeDetail }) {
  const follow = `${location.origin}/follow?number=${intake.number}&code=${intake.code}`;
  return (
    <article className="a4 slip-paper">
      <h1>社会救助求助登记回执</h1>
      <p className="meta"><span>求助编号：{intake.number}</span><span>{dayLong(intake.toldOn)}</span></p>
      <p>{intake.told.name}：您{intake.how === '打电话' ? '打电话' : intake.how === '到窗口' ? '到窗口' : ''}说的难处，我们登记了，分给下面的单位办。有答复，窗口会告诉您。</p>
      <table className="form-table">
        <thead><tr><th scope="col">难处</th><th scope="col">由谁办</th><th scope="col">转办编号</th><th scope="col">最迟答复</th></tr></thead>
        <tbody>{intake.handovers.filter((one) => one.state !== 'transferred').map((one) => <tr key={one.id}><td className="l">{one.plainNeed}</td><td>{one.receiver}</td><td>{one.number}</td><td>{one.answerDue === null ? '及时答复' : dayLong(one.answerDue)}</td></tr>)}</tbody>
      </table>
      <div className="receipt-code">
        <Qr text={follow} label="扫码查进度" />
        <div><p>查进度：手机扫左边的码，或者打开 {location.host}/follow，写上</p><p>求助编号 <b>{intake.number}</b></p><p>查询码 <b>{intake.code}</b></p><p>不用登录。查询码只给您本人，不要给别人。</p></div>
      </div>
      <p>没有手机的，拿这张纸到窗口问，或打窗口电话。</p>
      <table className="form-table"><tbody>
        <tr><th scope="row">窗口</th><td className="l">{intake.window.name}</td><th scope="row">电话</th><td>{intake.window.phone}</td></tr>
        <tr><th scope="row">地址</th><td className="l">{intake.window.address}</td><th scope="row">经办人</th><td>{intake.clerk}</td></tr>
        <tr><th scope="row">看过的材料</th><td className="l" colSpan={3}>{intake.told.materials === '' ? '没有' : `${intake.told.materials}（已退还）`}</td></tr>
      </tbody></table>
      <div className="sign-off"><p>{intake.window.name}（盖章）</p><p>{dayLong(intake.toldOn)}</p></div>
      <p className="foot-line"><span>依据：《社会救助暂行办法》（国务院令第649号）第六十条</span></p>
      <DemoFoot />
    </article>
  );
}

export default definePage({ path: '/window/intakes/$intakeId/receipt', title: '求助登记回执', under: '/window', roles: ['village-clerk', 'town-clerk', 'town-lead', 'approver', 'administrator', 'auditor', 'statistician'], covers: ['S022'], component: Receipt });
