import { citeLaw } from '../contract/law.ts';
import type { Form } from '../contract/form.ts';
import type { Paper, PaperPiece } from '../contract/paper.ts';
import type { DoorOutput } from '../contract/door.ts';
import type { makeGetCase } from '../casework/queries/get-case.ts';
import { chineseAmount, formatYuan, type Fen } from '../values/money.ts';
import { formatDateLong, plainDate } from '../values/plain-date.ts';
import { blankPieces, formPieces } from './form-paper.ts';

/** What the papers of a case are written from: everything its page shows, and the forms its procedure asks for. */
export type CaseForPapers = DoorOutput<ReturnType<typeof makeGetCase>> & { readonly forms: Readonly<Record<string, Form>> };

const dayWords = (day: string | null): string => (day === null ? '' : formatDateLong(plainDate(day)));
const yuan = (fen: number | null): string => (fen === null ? '' : formatYuan(fen as Fen));

/** Every paper of a case in the order they are filed; those not yet made are there as forms to fill. Pure. */
export function casePapers(detail: CaseForPapers, city: string): Paper[] {
  return [applicationForm(detail), authorisation(detail), stepForm(detail, 'survey', '入户调查表', ['调查人', '调查人', '被调查人']), stepForm(detail, 'appraise', '民主评议记录', ['主持人', '记录人', '村（居）民代表']),
    checkReport(detail), approvalForm(detail, city), ...detail.notices.map((notice) => noticeSheet(detail, notice)), ...decisionLetter(detail)].flatMap((paper) => paper ?? []);
}

const base = (detail: CaseForPapers, id: string, title: string, on: string | null, pieces: readonly PaperPiece[]): Paper => ({
  id, title, heading: `${detail.matterTitle}${title}`, meta: [detail.division, `案号：${detail.number}`], pieces, on, foot: [`依据：${detail.procedure.law.map(citeLaw).join('；')}`],
});

function applicationForm(detail: CaseForPapers): Paper {
  return base(detail, 'application', '申请表', detail.openedOn, [
    { is: 'fields', fields: [{ label: '申请人', value: detail.name }, { label: '申请日期', value: detail.openedOn }] }, ...formPieces(detail.form.declaration, detail.form.values, detail.division),
    { is: 'text', text: '以上情况属实，没有隐瞒。知道不如实申报要退回已领的钱，并承担责任。' },
    { is: 'signatures', places: [{ label: '申请人', name: detail.name, day: dayWords(detail.openedOn) }] }]);
}

function authorisation(detail: CaseForPapers): Paper {
  const signed = detail.members.flatMap((member) => (member.authorised ? [member.authorised.on] : [])).toSorted().at(-1) ?? null;
  return base(detail, 'authorisation', '家庭经济状况核对授权书', signed, [
    { is: 'text', text: `我们授权民政部门为办理${detail.matterTitle}，向有关单位查询、核对全家人的户籍、收入、财产和社会保险等情况；有效到这一待遇停止为止。` },
    { is: 'table', caption: '授权人', head: ['姓名', '与申请人关系', '公民身份号码', '签名', '日期', '方式'], widths: [12, 13, 27, 18, 15, 15], rows: detail.members.map((member) => [member.name, member.relation, member.number ?? '未录入', '', member.authorised?.on ?? '', member.authorised ? `${member.authorised.how === 'paper' ? '纸面签' : '网上签'}${member.authorised.representedBy ? `，${member.authorised.representedBy}代` : ''}` : '未签']) }]);
}

/** The form of a step: as it was filled when the step was taken last, else blank to be taken along; none where the procedure knows no such step. */
function stepForm(detail: CaseForPapers, step: string, title: string, places: readonly string[]): Paper | undefined {
  const form = detail.forms[step];
  if (!form) return undefined;
  const mark = detail.trail.findLast((one) => one.step === step);
  const pieces: PaperPiece[] = mark ? [{ is: 'fields', fields: mark.details.map((one) => ({ label: one.title, value: one.text, wide: one.text.length > 24 })) }] : blankPieces(form);
  return base(detail, step, title, mark?.on ?? null, [
    { is: 'fields', fields: [{ label: '申请人', value: detail.name }, { label: '家庭人口', value: `${detail.headcount} 人` }] }, ...pieces,
    { is: 'signatures', places: places.map((label) => ({ label, name: '', day: '' })) },
    ...(mark ? [{ is: 'text' as const, text: `${mark.office ?? ''}${mark.by ?? ''}，${dayWords(mark.on)}录入。` }] : [])]);
}

function checkReport(detail: CaseForPapers): Paper | undefined {
  const { lines, frozen } = detail.verification;
  if (lines.length === 0) return undefined;
  return base(detail, 'report', '家庭经济状况核对报告', frozen?.on ?? null, [
    { is: 'table', caption: '核对结果', head: ['姓名', '单位', '结果'], widths: [15, 25, 60], rows: lines.map((line) => [line.name, line.agencyTitle, line.words]) },
    { is: 'text', text: frozen ? `${dayWords(frozen.on)}出具，已封存，摘要 ${frozen.digest.slice(0, 16)}。` : '还没有出具。' }]);
}

function approvalForm(detail: CaseForPapers, city: string): Paper {
  const assessment = detail.decision?.assessment ?? detail.assessment;
  const status = assessment?.outcome === 'granted' && assessment.fen === 0;
  const opinions = detail.trail.filter((mark) => mark.kind === 'act' && mark.task !== null);
  return { ...base(detail, 'approval', status ? '认定审批表' : '待遇审批表', detail.decision?.decidedOn ?? null, [
    { is: 'fields', fields: [{ label: '申请人', value: detail.name }, { label: '申请日期', value: detail.openedOn }] },
    { is: 'table', caption: '家庭成员', head: ['姓名', '关系', '年龄', '公民身份号码'], rows: detail.members.map((member) => [member.name, member.relation, member.age === null ? '未录入' : String(member.age), member.number ?? '未录入']) },
    ...(assessment?.outcome === 'granted' && assessment.fen > 0 ? [{ is: 'fields' as const, fields: [{ label: '保障金额', value: `每月 ${yuan(assessment.fen)} 元（大写：${chineseAmount(assessment.fen)}）`, wide: true }] }] : []),
    { is: 'table', caption: '各环节意见', head: ['环节', '意见', '经办', '日期'], widths: [15, 52, 18, 15], rows: opinions.map((mark) => [mark.title, mark.details.map((one) => `${one.title}：${one.text}`).join('；'), `${mark.office ?? ''} ${mark.by ?? ''}`, mark.on]) },
    ...(detail.decision ? [{ is: 'fields' as const, fields: [{ label: '审批决定', value: detail.decision.statement, wide: true }] }] : []),
    { is: 'signatures', places: [{ label: '审批机关（盖章）', name: detail.decision ? `${detail.decision.officeName} ${detail.decision.decidedBy}` : '', day: dayWords(detail.decision?.decidedOn ?? null) }] },
  ]), heading: `${city}${detail.matterTitle}${status ? '' : '待遇'}审批表` };
}

function noticeSheet(detail: CaseForPapers, notice: CaseForPapers['notices'][number]): Paper {
  const answered = notice.objections.filter((one) => one.answer !== null).length;
  return base(detail, `notice-${notice.id}`, notice.scope === 'town' ? '审核公示' : '审批公示', notice.postedOn, [
    { is: 'table', caption: '公示内容', head: ['申请人', '所在村居', '人数', ...(notice.fen === 0 ? [] : ['每月金额（元）'])], rows: [[notice.name, notice.division, String(notice.headcount), ...(notice.fen === 0 ? [] : [yuan(notice.fen)])]] },
    { is: 'fields', fields: [{ label: '公示机关', value: notice.office }, { label: '张贴地点', value: notice.place }, { label: '张贴日期', value: notice.postedOn }, { label: '公示至', value: notice.endsOn },
      { label: '异议', value: notice.objections.length === 0 ? '没有异议' : `${notice.objections.length} 件，已答复 ${answered} 件`, wide: true }, ...(notice.withdrawnOn === null ? [] : [{ label: '撤回', value: `${notice.withdrawnOn} ${notice.withdrawnReason ?? ''}`, wide: true }])] }]);
}

function decisionLetter(detail: CaseForPapers): Paper[] {
  const { decision } = detail;
  if (!decision) return [];
  const granted = decision.outcome === 'granted';
  const unmet = decision.grounds.filter((ground) => ground.result === 'unmet');
  return [base(detail, 'letter', detail.sealed === null ? '决定通知书' : `${detail.sealed}通知书`, decision.decidedOn, [
    { is: 'text', text: `${detail.name}：` }, { is: 'text', text: `您在${dayWords(detail.openedOn)}提出的${detail.matterTitle}申请（案号 ${detail.number}），决定如下。${decision.statement}` },
    ...(granted || unmet.length === 0 ? [] : [{ is: 'table' as const, caption: '理由', head: ['条件', '为什么不符', '依据'], rows: unmet.map((ground) => [ground.title, ground.because, citeLaw(ground.law)]) }]),
    { is: 'text', text: '对这个决定不服的，可以依法申请行政复议，或者向人民法院提起行政诉讼。' },
    { is: 'signatures', places: [{ label: '决定机关（盖章）', name: decision.officeName, day: dayWords(decision.decidedOn) }, { label: '收件人', name: '', day: '' }] }])];
}
