import { citeLaw } from '../../../kernel/contract/law.ts';
import { chineseAmount, fen as asFen, formatYuan } from '../../../kernel/values/money.ts';
import { maskName } from '../../../kernel/values/name-mask.ts';
import { DemoMark } from '../../ui/demo-mark.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Unsourced } from '../../ui/page-head.tsx';
import { useCity } from '../../ui/session.ts';
import type { CaseDetail, Originals } from './api.ts';
import { monthWords } from './case-head.tsx';
import { sexWords } from './case-members.tsx';
import { DemoFoot } from './paper.tsx';
import { excludedWords, findAnswer, formulaLine, noticeWords, officeWords, opinions, opinionWords } from './paper-words.ts';

/** 审批表 on its sheet: the whole case on the form that goes into the file; opinions in the order they were given. `originals`: nothing masked. */
export function ApprovalSheet({ detail, originals }: { detail: CaseDetail; originals: Originals | undefined }) {
  const city = useCity();
  const applicant = detail.members.find((member) => member.applicant);
  const assessment = detail.decision?.assessment ?? detail.assessment;
  const all = opinions(detail.trail);
  const written = all.filter((mark) => mark.details.length > 0);
  const plain = all.filter((mark) => mark.details.length === 0);
  return (
  <article className="a4">
    <h1>{city?.name}{detail.matterTitle}{assessment?.outcome === 'granted' && assessment.fen === 0 ? '' : '待遇'}审批表</h1>
    <p className="meta"><span>{detail.division}</span><span>案号：{detail.number}</span></p>
    <table className="form-table">
      <colgroup>{[10, 20, 20, 13, 13, 41, 26, 27].map((width, at) => <col key={at} style={{ width: `${width}mm` }} />)}</colgroup>
      <tbody>
        <tr><th colSpan={2} scope="row">申请人</th><td>{detail.name}</td><th scope="row">性别</th><td>{sexWords(applicant?.sex ?? null)}</td><td>{applicant?.number ?? '未录入'}</td><th scope="row">申请日期</th><td>{detail.openedOn}</td></tr>
        <tr><th colSpan={2} scope="row">住址</th><td colSpan={4} className="l">{findAnswer(detail, (field) => field.key === 'address') ?? '未录入'}</td><th scope="row">联系电话</th><td>{findAnswer(detail, (field) => field.kind === 'phone') ?? '未录入'}</td></tr>
        <tr><th colSpan={2} scope="row">开户银行</th><td colSpan={4} className="l">{[findAnswer(detail, (field) => field.key === 'bankCode'), originals?.account?.holder ?? maskName(findAnswer(detail, (field) => field.key === 'accountHolder') ?? '')].filter(Boolean).join('，户名 ') || '未录入'}</td><th scope="row">账号</th><td>{originals?.account?.number ?? findAnswer(detail, (field) => field.kind === 'bank-account')?.replace(/^\*+/, '尾号 ') ?? '未录入'}</td></tr>
        <tr><th rowSpan={detail.members.length + 2} scope="rowgroup">家<br />庭<br />成<br />员</th><th scope="col">姓名</th><th scope="col">关系</th><th scope="col">性别</th><th scope="col">年龄</th><th scope="col">公民身份号码</th><th scope="col" colSpan={2}>核对授权</th></tr>
        {detail.members.map((member) => <tr key={member.key}><td>{member.name}</td><td>{member.relation}</td><td>{sexWords(member.sex)}</td><td>{member.age ?? '未录入'}</td><td>{member.number ?? '未录入'}</td><td colSpan={2}>{member.authorised === null ? '未签' : `${member.authorised.on} ${member.authorised.how === 'paper' ? '纸面签' : '网上签'}`}</td></tr>)}
        <tr><td colSpan={7} className="l">以下空白</td></tr>
        <tr><th colSpan={2} scope="row">信息核对</th><td colSpan={6} className="l"><Checked detail={detail} /></td></tr>
        {assessment === null ? null : <Amount assessment={assessment} firstMonth={detail.decision?.firstMonth ?? null} />}
        {written.map((mark) => (
          <tr key={mark.task}><th colSpan={2} scope="row">{mark.title}</th><td colSpan={6} className="op"><div><p>{opinionWords(mark)}</p><p className="sign"><span>{officeWords(mark.office, city?.name)}</span><span>{mark.by}</span><span>（盖章）</span><span>{dayLong(mark.on)}</span></p></div></td></tr>
        ))}
        {plain.length === 0 ? null : <tr><th colSpan={2} scope="row">其他经办</th><td colSpan={6} className="l">{plain.map((mark) => `${mark.title}，${officeWords(mark.office, city?.name)}${mark.by ?? ''}，${dayLong(mark.on)}`).join('；')}</td></tr>}
        {detail.notices.length === 0 ? null : <tr><th colSpan={2} scope="row">公示</th><td colSpan={6} className="l">{detail.notices.map((notice) => <p key={notice.id}>{notice.scope === 'town' ? '镇街' : '审批机关'}：{noticeWords(notice, detail.today)}</p>)}</td></tr>}
        {detail.decision === null ? <tr><th colSpan={2} scope="row">审批意见</th><td colSpan={6} className="op blank"><p className="sign"><span>审批人：</span><span>（盖章）</span><span>　　年　　月　　日</span></p></td></tr>
          : <tr><th colSpan={2} scope="row">审批决定</th><td colSpan={6} className="op"><div><p>{detail.decision.statement}</p><p className="sign"><span>{officeWords(detail.decision.officeName, city?.name)}</span><span>{detail.decision.decidedBy}</span><span>（盖章）</span><span>{dayLong(detail.decision.decidedOn)}</span></p></div></td></tr>}
      </tbody>
    </table>
    <p className="foot-line"><span>申请人、镇街、审批机关各存一份。</span><span>依据：{detail.procedure.law.map(citeLaw).join('；')}</span></p>
    <DemoFoot />
  </article>
  );
}

function Checked({ detail }: { detail: CaseDetail }) {
  const { lines, frozen } = detail.verification;
  if (lines.length === 0) return <>没有发出核对。</>;
  const done = lines.filter((line) => line.state === 'answered' || line.state === 'manual');
  return <>{lines.length} 项，已答复 {done.length} 项。{done.map((line) => `${line.name}，${line.agencyTitle}：${line.words}`).join('；')}。{frozen ? `${dayLong(frozen.on)}封存。` : ''}</>;
}

function Amount({ assessment, firstMonth }: { assessment: NonNullable<CaseDetail['assessment']>; firstMonth: string | null }) {
  if (assessment.outcome !== 'granted') {
    return <tr><th colSpan={2} scope="row">保障金额</th><td colSpan={6} className="l">{assessment.outcome === 'refused' ? `不符合：${assessment.grounds.filter((ground) => ground.result === 'unmet').map((ground) => ground.because).join('；')}` : '还有情况不知道，没有算出。'}</td></tr>;
  }
  if (assessment.fen === 0) return <tr><th colSpan={2} scope="row">认定结果</th><td colSpan={6} className="l">{assessment.explanation}</td></tr>;
  const used = new Set(assessment.working.map((step) => step.parameter));
  const unsourced = assessment.parameters.some((one) => used.has(one.id) && one.document.number === null);
  const demo = assessment.parameters.filter((one) => one.demo);
  const excluded = excludedWords(assessment);
  return (
    <tr className="amount"><th colSpan={2} scope="row">保障金额</th><td colSpan={6} className="l">
      {formulaLine(assessment)} ＝ 每月 <b>{formatYuan(asFen(assessment.fen))} 元</b>（大写：<b>{chineseAmount(asFen(assessment.fen))}</b>）{firstMonth === null ? '' : `，自${monthWords(firstMonth)}起`}{excluded === '' ? '' : `。不计入：${excluded}`}
      {unsourced ? <>。标准<Unsourced>文号未录入</Unsourced></> : null}{demo.length === 0 ? null : <>。{demo.map((one) => one.title).join('、')}用的是<DemoMark /></>}
    </td></tr>
  );
}
