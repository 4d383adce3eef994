import { defineRegister } from '../../../kernel/contract/register.ts';
import { contact, note, papers } from '../../../kernel/records/shapes/terms.ts';

export const communityOrganisation = defineRegister({
  id: 'community-organisation', title: '社区社会组织', unit: '支', series: 'JZ',
  purpose: '社区里的队伍从培育到备案、登记，始终是同一条记录：谁发起、得到什么扶持、做了哪些活动。',
  holder: { kind: 'division' },
  name: 'name',
  key: ['name', 'division'],
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, maxLength: 60, columns: ['组织名称', '队伍名称'] },
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, columns: ['类型'], options: [{ value: 'mutual-aid', title: '互助服务' }, { value: 'culture', title: '文体活动' }, { value: 'charity', title: '公益慈善' }, { value: 'mediation', title: '矛盾调解' }, { value: 'governance', title: '议事协商' }, { value: 'environment', title: '环境治安' }, { value: 'other', title: '其他' }] },
    { key: 'formedOn', title: '组建日期', kind: 'date', listed: true, indexed: true, columns: ['成立日期'] },
    { key: 'size', title: '成员人数', kind: 'integer', unit: '人', min: 1, listed: true, columns: ['人数'] },
    { key: 'guidedBy', title: '指导单位', kind: 'text', maxLength: 60 },
    { key: 'supportedOn', title: '首次扶持日期', kind: 'date', help: '得到第一次扶持才算培育；以后的写在“扶持”里', columns: ['扶持日期'] },
    { key: 'supportedBy', title: '扶持单位', kind: 'text', maxLength: 60 },
    { key: 'filingNumber', title: '备案号', kind: 'text', maxLength: 40 },
    { key: 'filedOn', title: '备案日期', kind: 'date' },
    { key: 'organisation', title: '登记的法人', kind: 'link', to: 'organisation', help: '登记后链接到单位' },
    { key: 'registeredOn', title: '登记日期', kind: 'date' },
    { key: 'endedBecause', title: '解散原因', kind: 'text', maxLength: 100 },
    ...contact, papers, note,
  ],
  states: {
    formed: { title: '自发组建', before: true },
    cultivated: { title: '培育', from: ['formed'], needs: ['formedOn', 'size', 'supportedOn', 'supportedBy'] },
    filed: { title: '备案', from: ['cultivated'], needs: ['filingNumber', 'filedOn'] },
    registered: { title: '登记', from: ['filed', 'cultivated'], needs: ['organisation', 'registeredOn'] },
    dissolved: { title: '解散', ends: true, needs: ['endedBecause'] },
  },
  subRecords: [
    {
      id: 'founders', title: '发起人', unit: '人', day: '日期', person: { title: '发起人' }, key: ['person'],
      fields: [{ key: 'duty', title: '职务', kind: 'choice', required: true, options: [{ value: 'head', title: '队长（会长）' }, { value: 'deputy', title: '副队长' }, { value: 'founder', title: '发起人' }] }],
      totals: [{ key: 'founderCount', title: '发起人', unit: '人', as: 'distinct', of: 'person' }],
    },
    {
      id: 'support', title: '扶持（历次）', unit: '次', day: '日期',
      fields: [
        { key: 'kind', title: '方式', kind: 'choice', required: true, options: [{ value: 'money', title: '资金' }, { value: 'place', title: '场地' }, { value: 'training', title: '培训' }, { value: 'guidance', title: '社工指导' }, { value: 'goods', title: '物资' }] },
        { key: 'amount', title: '金额', kind: 'money', min: 0 },
        { key: 'givenBy', title: '扶持单位', kind: 'text', required: true, maxLength: 60 },
      ],
      totals: [{ key: 'supportCount', title: '扶持', unit: '次', as: 'count' }, { key: 'supportMoney', title: '扶持金额', as: 'sum', of: 'amount' }],
    },
    {
      id: 'activities', title: '活动', unit: '次', day: '日期',
      fields: [{ key: 'content', title: '内容', kind: 'text', required: true, maxLength: 100 }, { key: 'people', title: '参加人次', kind: 'integer', unit: '人次', required: true, min: 0 }],
      totals: [{ key: 'activitiesHeld', title: '活动', unit: '次', as: 'count' }, { key: 'peopleTotal', title: '参加人次', unit: '人次', as: 'sum', of: 'people' }],
    },
  ],
  checks: [
    { id: 'supported-after-formed', title: '扶持不早于组建', then: 'refuse', test: { left: 'supportedOn', is: '>=', right: 'formedOn', sentence: '首次扶持日期不能早于组建日期。' } },
    { id: 'has-founder', title: '有发起人', then: 'warn', test: ({ totals, state }) => (state !== 'dissolved' && Number(totals['founderCount'] ?? 0) === 0 ? '还没有登记发起人。' : undefined) },
    { id: 'filed-after-formed', title: '备案不早于组建', then: 'refuse', test: { left: 'filedOn', is: '>=', right: 'formedOn', sentence: '备案日期不能早于组建日期。' } },
    { id: 'registered-after-filed', title: '登记不早于备案', then: 'refuse', test: { left: 'registeredOn', is: '>=', right: 'filedOn', sentence: '登记日期不能早于备案日期。' } },
  ],
  reminders: [{ id: 'quiet', title: '半年没有活动', in: ['cultivated', 'filed'], due: { entries: 'activities', every: 6 } }, { id: 'ripe', title: '培育一年了，看能不能备案', in: ['cultivated'], due: { standing: 365 } }],
  counts: [
    { id: 'cultivated', title: '培育社区社会组织数', unit: '支', of: { what: 'stock' }, definition: '有扶持记录、没有解散的队伍，培育、备案、登记的都算', figures: ['py2018-052'] },
    { id: 'only-cultivated', title: '其中培育中', unit: '支', of: { what: 'stock', states: ['cultivated'] } },
    { id: 'filed', title: '其中备案', unit: '支', of: { what: 'stock', states: ['filed'] } },
    { id: 'registered', title: '其中登记', unit: '支', of: { what: 'stock', states: ['registered'] } },
    { id: 'new', title: '当期新培育', unit: '支', of: { what: 'opened' } },
    { id: 'villages-covered', title: '有社区社会组织的社区', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'stock', distinct: 'village' }, over: { what: 'stock', divisions: 'village' }, definition: '有队伍的村（社区）数 ÷ 全部村（社区）数' },
    { id: 'support-money', title: '当期扶持金额', unit: '元', of: { what: 'entries', sub: 'support', sum: 'amount' } },
    { id: 'activities', title: '当期活动', unit: '次', of: { what: 'entries', sub: 'activities' } },
  ],
  events: [
    { id: 'organisation-filed', title: '备案：进入镇街备案名册', entering: ['filed'], to: 'S091' },
    { id: 'organisation-registered', title: '登记：转到社会组织登记', entering: ['registered'], to: 'S089' },
  ],
  covers: ['S128'],
});
