import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { businessLines } from '../common/business-lines.ts';

/** A study ends with a report that was handed in; with a survey, with as many answers as it planned, or the reason why not. */
export const sampleReached = ({ values, totals }: Pick<RecordSeen, 'values' | 'totals'>): string | undefined => {
  const [planned, sheets] = [values['sampleSize'], Number(totals['sheets'] ?? 0)];
  return typeof planned === 'number' && sheets < planned && values['sampleShort'] === undefined ? `计划样本${planned}份，收回${sheets}份。请补调查，或写样本不足的原因。` : undefined;
};

/** Answers are to the questions of the form: there are no more numbers among them than questions on it. */
export const questionsKnown = ({ totals, entry }: Pick<RecordSeen, 'totals' | 'entry'>): string | undefined => {
  const [asked, answered] = [Number(totals['questions'] ?? 0), Number(totals['questionsAnswered'] ?? 0)];
  return entry?.of === 'answers' && answered > asked ? `问卷登记了${asked}题，回答里有${answered}个题号。请先登记问卷题目，或核对题号。` : undefined;
};

/** What a report supports is named: a draft or an issued policy is linked. */
export const policyLinked = ({ entry }: Pick<RecordSeen, 'entry'>): string | undefined =>
  (entry?.of === 'outcomes' && ['draft', 'issued'].includes(String(entry.values['kind'])) && entry.values['policy'] === undefined ? '转化为政策的要链接到那份政策文件（草案也先在政策文件台账登记）。' : undefined);

/** An answer is a choice, a number or words. */
export const answerHasValue = ({ entry }: Pick<RecordSeen, 'entry'>): string | undefined =>
  (entry?.of === 'answers' && entry.values['choice'] === undefined && entry.values['amount'] === undefined && entry.values['words'] === undefined ? '回答要写选项、数值或文字中的一样。' : undefined);

export const researchTopic = defineRegister({
  id: 'research-topic', title: '民政课题调研', unit: '项', series: 'ZT',
  purpose: '课题谁牵头、什么计划、问卷和样本、收回多少答卷、报告出来支持了哪份政策文件，今年结题几项。',
  name: 'topic',
  key: ['topic'],
  fields: [
    { key: 'topic', title: '课题名称', kind: 'text', required: true, listed: true, searched: true, maxLength: 200, columns: ['课题', '调研题目'] },
    { key: 'rank', title: '层次', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'major', title: '重大课题' }, { value: 'special', title: '专题调研' }, { value: 'ordinary', title: '一般课题' }] },
    { key: 'line', title: '业务', kind: 'choice', required: true, counted: true, options: businessLines },
    { key: 'office', title: '承办处室', kind: 'text', required: true, listed: true, columns: ['责任科室', '牵头处室'] },
    { key: 'owner', title: '负责人', kind: 'person-name', required: true, listed: true, columns: ['课题负责人', '牵头人'] },
    organisation('合作单位', false),
    { key: 'plan', title: '调研方案', kind: 'long-text' },
    { key: 'startsOn', title: '开始日期', kind: 'date', columns: ['启动时间'] },
    { key: 'dueOn', title: '计划完成日期', kind: 'date', required: true, listed: true, columns: ['完成时限'] },
    { key: 'surveyForm', title: '问卷名称', kind: 'text' },
    { key: 'population', title: '调查对象', kind: 'text', help: '如：全市养老机构护理员' },
    { key: 'sampling', title: '抽样办法', kind: 'choice', options: [{ value: 'all', title: '普查' }, { value: 'random', title: '随机抽样' }, { value: 'stratified', title: '分层抽样' }, { value: 'typical', title: '典型调查' }] },
    { key: 'sampleSize', title: '计划样本', kind: 'integer', unit: '份', min: 1, columns: ['样本量'] },
    { key: 'sampleShort', title: '样本不足原因', kind: 'text' },
    { key: 'finishedOn', title: '结题日期', kind: 'date' },
    { key: 'report', title: '报告名称', kind: 'text', columns: ['调研报告'] },
    papers, note,
  ],
  states: {
    proposed: { title: '选题', before: true },
    approved: { title: '立项', from: ['proposed'], needs: ['plan'] },
    survey: { title: '调研中', from: ['approved'], needs: ['startsOn'] },
    writing: { title: '撰写报告', from: ['approved', 'survey'] },
    finished: { title: '结题', ends: true, from: ['writing'], needs: ['finishedOn', 'report'] },
    cancelled: { title: '撤销', ends: true },
  },
  subRecords: [
    {
      id: 'questions', title: '问卷题目', unit: '题', day: '定稿日期', key: ['code'],
      fields: [
        { key: 'code', title: '题号', kind: 'text', required: true, maxLength: 10 },
        { key: 'question', title: '题目', kind: 'text', required: true, maxLength: 200 },
        { key: 'choices', title: '选项', kind: 'text', help: '1 是；2 否', maxLength: 400 },
      ],
      totals: [{ key: 'questions', title: '题目', unit: '题', as: 'count' }],
    },
    {
      id: 'answers', title: '答卷数据', unit: '条', day: '调查日期', key: ['sheet', 'code'],
      fields: [
        { key: 'sheet', title: '答卷编号', kind: 'text', required: true, maxLength: 20, help: '不写姓名和证件号' },
        { key: 'code', title: '题号', kind: 'text', required: true, maxLength: 10 },
        { key: 'choice', title: '选项', kind: 'text', maxLength: 20 },
        { key: 'amount', title: '数值', kind: 'number' },
        { key: 'words', title: '文字', kind: 'long-text' },
        { key: 'surveyed', title: '镇街', kind: 'division' },
      ],
      totals: [{ key: 'sheets', title: '收回答卷', unit: '份', as: 'distinct', of: 'sheet' }, { key: 'answersKept', title: '回答', unit: '条', as: 'count' }, { key: 'questionsAnswered', title: '有回答的题', unit: '题', as: 'distinct', of: 'code' }],
    },
    {
      id: 'outcomes', title: '成果转化', unit: '项', day: '日期',
      fields: [
        { key: 'kind', title: '形式', kind: 'choice', required: true, options: [{ value: 'draft', title: '政策草案' }, { value: 'issued', title: '出台政策' }, { value: 'instruction', title: '领导批示' }, { value: 'published', title: '发表' }, { value: 'award', title: '获奖' }] },
        { key: 'policy', title: '支持的政策文件', kind: 'link', to: 'policy-document' },
        { key: 'summary', title: '说明', kind: 'text', required: true },
      ],
      totals: [{ key: 'outcomes', title: '成果', unit: '项', as: 'count' }, { key: 'policiesSupported', title: '支持的政策文件', unit: '份', as: 'distinct', of: 'policy', where: { kind: ['draft', 'issued'] } }],
    },
  ],
  derived: [{ key: 'returnRate', title: '样本完成率', kind: 'number', unit: '%', listed: true, value: ({ values, totals }) => (typeof values['sampleSize'] === 'number' ? Math.round((Number(totals['sheets'] ?? 0) / values['sampleSize']) * 1000) / 10 : undefined) }],
  checks: [
    { id: 'sample-reached', title: '样本够了再结题', then: 'refuse', entering: ['finished'], test: sampleReached },
    { id: 'answer-has-value', title: '回答不空', then: 'refuse', test: answerHasValue },
    { id: 'questions-known', title: '回答对得上问卷', then: 'refuse', test: questionsKnown },
    { id: 'policy-linked', title: '写明支持的政策文件', then: 'refuse', test: policyLinked },
    { id: 'days-in-order', title: '结题不早于开始', then: 'refuse', test: { left: 'startsOn', is: '<=', right: 'finishedOn', sentence: '结题日期不能早于开始日期。' } },
    { id: 'overdue', title: '按期完成', then: 'warn', test: ({ values, state, today }) => (['approved', 'survey', 'writing'].includes(state) && typeof values['dueOn'] === 'string' && values['dueOn'] < today ? `计划${values['dueOn']}完成，还没有结题。` : undefined) },
  ],
  reminders: [{ id: 'due', title: '课题快到期', in: ['approved', 'survey', 'writing'], due: { field: 'dueOn', before: 30 } }],
  counts: [
    { id: 'under-way', title: '在研课题', unit: '项', of: { what: 'stock' } },
    { id: 'begun', title: '当期立项课题', unit: '项', of: { what: 'opened' } },
    { id: 'finished', title: '当期结题', unit: '项', of: { what: 'ended', states: ['finished'] }, definition: '当期结题的课题，不算撤销的' },
    { id: 'sheets', title: '当期收回答卷', unit: '份', of: { what: 'entries', sub: 'answers', distinct: 'sheet' }, definition: '答卷编号在全部课题里不重；一份数一次' },
    { id: 'policies', title: '当期转化为政策', unit: '项', of: { what: 'entries', sub: 'outcomes', where: { kind: ['draft', 'issued'] } } },
  ],
  targets: [{ id: 'finished', title: '计划结题', count: 'finished' }],
  events: [{ id: 'report-finished', title: '调研报告送政策文件库', entering: ['finished'], to: 'S226' }],
  covers: ['S232'],
});
