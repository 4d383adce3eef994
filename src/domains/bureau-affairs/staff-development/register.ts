import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { personsTrained, training } from '../../../kernel/records/shapes/training.ts';
import { civilServantsLaw } from '../common/law.ts';

/** 民政队伍: who works where, in which post, with which qualification; party workers among them. */
export const staffMember = defineRegister({
  id: 'staff-member', title: '民政队伍', unit: '人', series: 'ZG',
  purpose: '机关、局属单位的工作人员和党务人员：在哪个岗位、有什么资格、证书哪天到期、学了多少学时。',
  holder: { kind: 'person', title: '人员' },
  key: ['person', 'post'],
  fields: [
    { key: 'staffing', title: '编制', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'civil-servant', title: '公务员' }, { value: 'public-institution', title: '事业编' }, { value: 'contract', title: '聘用' }, { value: 'town', title: '镇街民政' }] },
    organisation('单位', false),
    { key: 'office', title: '科室', kind: 'text', listed: true, columns: ['部门', '处室'] },
    { key: 'post', title: '岗位', kind: 'text', required: true, listed: true, searched: true, columns: ['职务', '职位'] },
    { key: 'party', title: '党务岗位', kind: 'choice', listed: true, counted: true, options: [{ value: 'secretary', title: '党组织书记' }, { value: 'committee', title: '支部委员' }, { value: 'full-time', title: '专职党务' }, { value: 'none', title: '不是' }] },
    { key: 'branch', title: '党支部', kind: 'link', to: 'party-branch' },
    { key: 'education', title: '学历', kind: 'choice', counted: true, options: [{ value: 'below-college', title: '大专以下' }, { value: 'college', title: '大专' }, { value: 'bachelor', title: '本科' }, { value: 'master', title: '研究生' }] },
    { key: 'startedOn', title: '到岗日期', kind: 'date', listed: true, columns: ['任职日期', '入职日期'] },
    { key: 'leftOn', title: '离岗日期', kind: 'date' },
    note,
  ],
  states: { serving: { title: '在岗' }, seconded: { title: '借调外出' }, left: { title: '调离', ends: true, needs: ['leftOn'] }, retired: { title: '退休', ends: true, needs: ['leftOn'] } },
  subRecords: [
    {
      id: 'qualifications', title: '资格', unit: '项', day: '取得日期', key: ['qualification', 'level'],
      fields: [
        { key: 'qualification', title: '资格', kind: 'choice', required: true, options: [{ value: 'social-worker', title: '社会工作者' }, { value: 'counsellor', title: '心理咨询师' }, { value: 'funeral', title: '殡葬职业资格' }, { value: 'care', title: '养老护理员' }, { value: 'accounting', title: '会计' }, { value: 'law', title: '执法资格' }, { value: 'other', title: '其他' }] },
        { key: 'level', title: '级别', kind: 'text' },
        { key: 'certificate', title: '证书编号', kind: 'text', maxLength: 60 },
        { key: 'validUntil', title: '有效期至', kind: 'date' },
      ],
      totals: [{ key: 'qualificationsHeld', title: '资格', unit: '项', as: 'count' }],
    },
    {
      id: 'outside-learning', title: '外出与网络学习', unit: '次', day: '结束日期',
      fields: [
        { key: 'course', title: '课程', kind: 'text', required: true },
        { key: 'way', title: '方式', kind: 'choice', required: true, options: [{ value: 'party-school', title: '党校调训' }, { value: 'outside', title: '外出培训' }, { value: 'online', title: '网络学习' }] },
        { key: 'creditHours', title: '学时', kind: 'number', decimals: 1, required: true, min: 0, max: 1000 },
      ],
      totals: [{ key: 'outsideHours', title: '外出与网络学时', as: 'sum', of: 'creditHours' }],
    },
  ],
  counts: [
    { id: 'serving', title: '在岗人员', unit: '人', of: { what: 'stock' } },
    { id: 'party-workers', title: '党务人员', unit: '人', of: { what: 'stock', where: { party: ['secretary', 'committee', 'full-time'] } } },
    { id: 'joined', title: '当期到岗', unit: '人', of: { what: 'opened' } },
    { id: 'gone', title: '当期离岗', unit: '人', of: { what: 'ended' } },
    { id: 'outside-hours', title: '外出与网络学时', unit: '学时', of: { what: 'entries', sub: 'outside-learning', sum: 'creditHours' } },
    { id: 'social-workers', title: '当期取得社会工作者资格', unit: '项', of: { what: 'entries', sub: 'qualifications', where: { qualification: 'social-worker' } } },
  ],
  covers: ['S230'],
});

const shape = training('参训人员');

/** After the class: everyone who was due came, or was excused. */
export const everyoneCame = ({ totals, state }: Pick<RecordSeen, 'totals' | 'state'>): string | undefined => {
  const [due, excused, came] = ['dueToCome', 'excusedDue', 'persons'].map((key) => Number(totals[key] ?? 0)) as [number, number, number];
  return state === 'held' && came + excused < due ? `应训${due}人，到课${came}人，准假${excused}人。请安排补训，或在应训名单上写准假和原因。` : undefined;
};
/** Nobody has more hours of a class than the class had. */
export const hoursWithinClass = ({ values, entry }: Pick<RecordSeen, 'values' | 'entry'>): string | undefined =>
  (entry?.of === 'attendance' && values['hours'] !== undefined && Number(entry.values['creditHours'] ?? 0) > Number(values['hours']) ? '这个人的学时超过了本期培训的学时。' : undefined);

/** 培训班: planned by the year; who is due to come, and who came. */
export const staffTraining = defineRegister({
  id: 'staff-training', title: '民政队伍与党务人员培训', unit: '期', series: 'XX',
  purpose: '民政干部、党组织书记和党务人员的培训：今年计划几期、应训多少人、到了多少人、多少学时，谁还没来。',
  law: [civilServantsLaw('第六十二条')],
  name: 'name',
  key: ['name', 'startsOn'],
  fields: [
    { key: 'name', title: '培训班', kind: 'text', required: true, listed: true, searched: true, columns: ['班次', '培训名称'] },
    { key: 'planYear', title: '计划年度', kind: 'year', required: true },
    { key: 'audience', title: '对象', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'secretaries', title: '基层党组织书记' }, { value: 'party-workers', title: '党务人员' }, { value: 'officials', title: '机关干部' }, { value: 'unit-staff', title: '局属单位人员' }, { value: 'town-staff', title: '镇街民政干部' }] },
    ...shape.fields,
    { key: 'cost', title: '经费', kind: 'money', min: 0 },
    papers, note,
  ],
  states: shape.states,
  subRecords: [
    { id: 'due', title: '应训名单', unit: '人', day: '列入日期', person: { title: '应训人员' }, key: ['person'], fields: [{ key: 'must', title: '轮训必到', kind: 'yes-no', required: true }, { key: 'excused', title: '准假', kind: 'yes-no' }, { key: 'excuse', title: '未到原因', kind: 'text' }],
      totals: [{ key: 'dueToCome', title: '应训', unit: '人', as: 'distinct', of: 'person' }, { key: 'excusedDue', title: '准假', unit: '人', as: 'distinct', of: 'person', where: { excused: true } }] },
    ...(shape.subRecords ?? []),
  ],
  derived: [...(shape.derived ?? []), { key: 'trainedRate', title: '参训率', kind: 'number', unit: '%', listed: true, value: ({ totals }) => (Number(totals['dueToCome'] ?? 0) > 0 ? Math.round((Number(totals['persons'] ?? 0) / Number(totals['dueToCome'])) * 1000) / 10 : undefined) }],
  checks: [
    ...(shape.checks ?? []),
    { id: 'hours-within-class', title: '学时不超过本期学时', then: 'refuse', test: hoursWithinClass },
    { id: 'everyone-came', title: '应训人员都到了', then: 'warn', test: everyoneCame },
  ],
  reminders: [{ id: 'starting', title: '培训班快开班', in: ['planned'], due: { field: 'startsOn', before: 20 } }],
  counts: [
    { id: 'held', title: '当期举办培训', unit: '期', of: { what: 'opened' } },
    { id: 'persons', title: '参训人数', unit: '人', of: personsTrained, definition: '当期到课的人，一人数一次' },
    { id: 'attended', title: '参训人次', unit: '人次', of: { what: 'entries', sub: 'attendance', where: { came: true } } },
    { id: 'trained-rate', title: '参训率', unit: '%', percent: true, rounding: { decimals: 1 }, of: personsTrained, over: { what: 'entries', sub: 'due', distinct: 'person' }, definition: '到课的人 ÷ 列入应训名单的人，各数一次' },
    { id: 'credit-hours', title: '学时合计', unit: '学时', of: { what: 'entries', sub: 'attendance', where: { came: true }, sum: 'creditHours' } },
  ],
  targets: [{ id: 'classes', title: '计划举办', count: 'held' }, { id: 'persons', title: '计划培训人数', count: 'persons' }],
  covers: ['S230'],
});
