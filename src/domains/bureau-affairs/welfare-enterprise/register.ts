import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, papers } from '../../../kernel/records/shapes/terms.ts';
import { welfareEnterpriseMeasures } from '../common/law.ts';
import { belowRatio } from './staff-ratio.ts';

const entryOf = ({ entry }: Pick<RecordSeen, 'entry'>, of: string) => (entry?.of === of ? entry.values : undefined);

/** Disabled staff are part of the staff. */
export const disabledWithinStaff = (seen: Pick<RecordSeen, 'entry'>): string | undefined => {
  const written = entryOf(seen, 'staffing');
  return written !== undefined && Number(written['disabled']) > Number(written['staff']) ? '残疾人职工不会多于全部职工。' : undefined;
};

/** The last count of the staff against the rule of its day; of today where that day is not said. */
export const ratioKept = ({ totals, state, today }: Pick<RecordSeen, 'totals' | 'state' | 'today'>): string | undefined => {
  const [day, staff, disabled] = [totals['countedOn'], totals['staffLast'], totals['disabledLast']];
  return (state === 'running' || state === 'struggling') && typeof staff === 'number' && typeof disabled === 'number' ? belowRatio(typeof day === 'string' ? day : today, staff, disabled) : undefined;
};

export const welfareEnterprise = defineRegister({
  id: 'welfare-enterprise', title: '民政直管福利企业', unit: '家', series: 'ZQ',
  purpose: '民政直管的福利企业：有多少职工、多少残疾人职工，比例够不够，每年产值、利润多少，有什么风险。',
  name: 'name',
  holder: { kind: 'link', field: 'organisation' },
  key: ['organisation'],
  fields: [
    { key: 'name', title: '企业名称', kind: 'text', required: true, listed: true, searched: true, columns: ['单位名称', '企业'] },
    { key: 'organisation', title: '单位', kind: 'link', to: 'organisation', required: true },
    { key: 'certificate', title: '福利企业证书号', kind: 'text', listed: true, maxLength: 60, columns: ['证书编号'] },
    { key: 'certifiedOn', title: '认定日期', kind: 'date' },
    { key: 'checkedUntil', title: '年检有效期至', kind: 'date', listed: true, columns: ['年检日期'] },
    { key: 'ownership', title: '经济性质', kind: 'choice', required: true, counted: true, options: [{ value: 'state', title: '国有' }, { value: 'collective', title: '集体' }, { value: 'joint', title: '合资' }, { value: 'reformed', title: '改制' }] },
    { key: 'business', title: '主营', kind: 'text', listed: true, columns: ['经营范围'] },
    { key: 'stateReason', title: '停产、关闭原因', kind: 'long-text' },
    papers, note,
  ],
  states: {
    running: { title: '正常经营' },
    struggling: { title: '经营困难', needs: ['stateReason'] },
    idle: { title: '停产', needs: ['stateReason'] },
    closed: { title: '关闭注销', ends: true, needs: ['stateReason'] },
    withdrawn: { title: '取消资格', ends: true, needs: ['stateReason'], law: welfareEnterpriseMeasures('（条号未录入）') },
  },
  subRecords: [
    {
      id: 'staffing', title: '职工', unit: '期', day: '统计日期', key: ['day'],
      fields: [
        { key: 'staff', title: '职工总数', kind: 'integer', unit: '人', required: true, min: 1, columns: ['在职职工'] },
        { key: 'disabled', title: '残疾人职工', kind: 'integer', unit: '人', required: true, min: 0, columns: ['残疾职工'] },
        { key: 'countedOn', title: '数据截至', kind: 'date', required: true, columns: ['截止日期'] },
        { key: 'insured', title: '已参保残疾人职工', kind: 'integer', unit: '人', min: 0 },
        { key: 'lowestWage', title: '残疾人职工最低月工资', kind: 'money', min: 0 },
      ],
      totals: [{ key: 'staffLast', title: '职工', unit: '人', as: 'last', of: 'staff' }, { key: 'disabledLast', title: '残疾人职工', unit: '人', as: 'last', of: 'disabled' }, { key: 'countedOn', title: '数据截至', as: 'last', of: 'countedOn' }],
    },
    {
      id: 'results', title: '年度经营', unit: '年', day: '年末日', key: ['day'],
      fields: [
        { key: 'output', title: '产值', kind: 'money', required: true, min: 0, columns: ['总产值', '营业收入'] },
        { key: 'profit', title: '利润', kind: 'money', required: true, min: -100_000_000_000, help: '亏损写负数', columns: ['利润总额'] },
        { key: 'taxReturned', title: '退（免）税', kind: 'money', min: 0 },
      ],
      totals: [{ key: 'outputLast', title: '最近一年产值（分）', as: 'last', of: 'output' }, { key: 'profitLast', title: '最近一年利润（分）', as: 'last', of: 'profit' }],
    },
    {
      id: 'risks', title: '风险事项', unit: '件', day: '发现日期',
      fields: [
        { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'debt', title: '债务' }, { value: 'wages', title: '欠薪欠保' }, { value: 'safety', title: '安全生产' }, { value: 'assets', title: '资产、租赁' }, { value: 'lawsuit', title: '诉讼' }, { value: 'petition', title: '信访' }, { value: 'market', title: '经营' }] },
        { key: 'matter', title: '情况', kind: 'long-text', required: true },
        { key: 'involved', title: '涉及金额', kind: 'money', min: 0 },
        { key: 'measure', title: '措施', kind: 'long-text' },
        { key: 'settled', title: '已化解', kind: 'yes-no', required: true },
      ],
      totals: [{ key: 'risksOpen', title: '未化解风险', unit: '件', as: 'count', where: { settled: false } }],
    },
  ],
  derived: [{ key: 'disabledShare', title: '残疾人职工占比', kind: 'number', unit: '%', listed: true, value: ({ totals }) => (Number(totals['staffLast'] ?? 0) > 0 ? Math.round((Number(totals['disabledLast'] ?? 0) / Number(totals['staffLast'])) * 1000) / 10 : undefined) }],
  checks: [
    { id: 'disabled-within-staff', title: '残疾人职工是职工的一部分', then: 'refuse', test: disabledWithinStaff },
    { id: 'ratio-kept', title: '残疾人职工比例和人数', law: welfareEnterpriseMeasures('第二条'), then: 'warn', test: ratioKept },
  ],
  reminders: [{ id: 'count-staff', title: '该报职工人数了', in: ['running', 'struggling'], due: { entries: 'staffing', every: 3 } }, { id: 'yearly-check', title: '年检快到期', in: ['running', 'struggling'], due: { field: 'checkedUntil', before: 60 } }, { id: 'year-results', title: '该报年度经营了', in: ['running', 'struggling'], due: { entries: 'results', every: 13 } }],
  counts: [
    { id: 'enterprises', title: '福利企业数', unit: '家', of: { what: 'stock' } },
    ...(['running', 'struggling', 'idle'] as const).map((state) => ({ id: `${state}-enterprises`, title: { running: '正常经营的', struggling: '经营困难的', idle: '停产的' }[state], unit: '家', of: { what: 'stock' as const, states: [state] } })),
    { id: 'disabled-share', title: '残疾人职工占职工', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'entries', sub: 'staffing', sum: 'disabled' }, over: { what: 'entries', sub: 'staffing', sum: 'staff' }, definition: '当期所报残疾人职工 ÷ 所报职工；按季看就是那一季' },
    { id: 'gone', title: '当期关闭、取消资格', unit: '家', of: { what: 'ended' } },
    { id: 'output', title: '产值', unit: '元', of: { what: 'entries', sub: 'results', sum: 'output' }, definition: '年末日在当期的年度产值合计' },
    { id: 'profit', title: '利润', unit: '元', of: { what: 'entries', sub: 'results', sum: 'profit' } },
    { id: 'risks', title: '当期发现风险', unit: '件', of: { what: 'entries', sub: 'risks' } },
  ],
  covers: ['S231'],
});
