import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { accompanyingFamilyMeasures } from '../common/law.ts';

/** 随军家属: waiting with a monthly subsidy, then placed and the subsidy over. Unit and soldier are for the line's own eyes: nobody else of an area reads this register. */
export const accompanyingFamily = defineRegister({
  id: 'accompanying-family', title: '随军家属', unit: '人', series: 'NS',
  purpose: '谁在等安置、会什么、想做什么；怎么安置的；没有安置时生活补贴发到哪个月。',
  law: [accompanyingFamilyMeasures('第二条')],
  holder: { kind: 'person', title: '随军家属' },
  key: ['person'],
  keepers: ['special-care-clerk'],
  readers: ['auditor', 'statistician'],
  fields: [
    { key: 'unitName', title: '所在部队', kind: 'text', required: true, listed: true, searched: true, indexed: true, maxLength: 60, help: '写对外用的代号，不写番号', columns: ['部队', '部队代号'] },
    { key: 'soldier', title: '军人姓名', kind: 'person-name', required: true, listed: true, searched: true, indexed: true, columns: ['现役军人'] },
    { key: 'approvedOn', title: '随军批准日期', kind: 'date', required: true, listed: true, columns: ['批准随军时间'] },
    { key: 'approvalPaper', title: '批准文号', kind: 'text', maxLength: 60 },
    { key: 'formerPost', title: '随军前身份', kind: 'choice', listed: true, counted: true, options: [{ value: 'civil-servant', title: '公务员' }, { value: 'institution', title: '事业单位人员' }, { value: 'enterprise', title: '企业职工' }, { value: 'none', title: '无工作' }] },
    { key: 'education', title: '学历', kind: 'choice', counted: true, options: [{ value: 'junior', title: '初中及以下' }, { value: 'senior', title: '高中（中专）' }, { value: 'college', title: '大专' }, { value: 'bachelor', title: '本科' }, { value: 'master', title: '研究生' }] },
    { key: 'skill', title: '专长', kind: 'text', listed: true },
    { key: 'wish', title: '安置意愿', kind: 'choice', listed: true, counted: true, options: [{ value: 'assigned', title: '指令性安置' }, { value: 'recruited', title: '招聘就业' }, { value: 'self-employed', title: '自谋职业' }] },
    { key: 'policy', title: '依据文件', kind: 'link', to: 'accompanying-family-policy' },
    { key: 'subsidyMonthly', title: '每月生活补贴', kind: 'money', min: 0, help: '按依据文件；没有安置时发' },
    { key: 'placement', title: '安置方式', kind: 'choice', listed: true, counted: true, options: [{ value: 'assigned', title: '指令性安置' }, { value: 'recruited', title: '招聘就业' }, { value: 'self-employed', title: '自谋职业（扶持）' }] },
    { key: 'placedOn', title: '安置日期', kind: 'date', listed: true },
    organisation('安置单位', false),
    { key: 'stoppedOn', title: '放弃、离开日期', kind: 'date', help: '从次月起不再发生活补贴' },
    { key: 'startUpAid', title: '自谋职业扶持', kind: 'money', min: 0 },
    papers, note,
  ],
  states: {
    waiting: { title: '待安置' },
    placed: { title: '已安置', from: ['waiting'], needs: ['placement', 'placedOn'] },
    withdrawn: { title: '放弃安置', needs: ['stoppedOn'], ends: true },
    gone: { title: '随调离开', needs: ['stoppedOn'], ends: true },
  },
  subRecords: [{
    id: 'subsidies', title: '生活补贴', unit: '笔', day: '发放日期', key: ['month'],
    fields: [
      { key: 'month', title: '补贴月份', kind: 'month', required: true },
      { key: 'amount', title: '金额', kind: 'money', required: true, min: 1 },
      { key: 'paper', title: '凭证', kind: 'text', maxLength: 60 },
    ],
    totals: [{ key: 'subsidyMonths', title: '已发', unit: '个月', as: 'count' }, { key: 'subsidyPaid', title: '已发生活补贴', as: 'sum', of: 'amount' }, { key: 'lastMonth', title: '发到', as: 'last', of: 'month' }],
  }],
  derived: [{ key: 'waitedMonths', title: '等待', kind: 'integer', unit: '个月', value: ({ values, today, state }) => monthsBetween(values['approvedOn'], state === 'placed' ? values['placedOn'] : today) }],
  checks: [
    { id: 'until-placed', title: '生活补贴发到安置当月', then: 'refuse', test: notInWaiting },
    { id: 'as-the-paper-says', title: '补贴不超过每月标准', then: 'refuse', test: ({ values, entry }) => (entry?.of === 'subsidies' && typeof values['subsidyMonthly'] === 'number' && Number(entry.values['amount']) > values['subsidyMonthly'] ? '这个月的补贴超过了每月标准。标准调了的，先变更“每月生活补贴”。' : undefined) },
    { id: 'placed-after', title: '安置不早于批准随军', then: 'refuse', test: ({ values }) => (typeof values['approvedOn'] === 'string' && typeof values['placedOn'] === 'string' && values['placedOn'] < values['approvedOn'] ? '安置日期不能早于随军批准日期。' : undefined) },
    { id: 'placed-is-a-state', title: '写了安置日期就转“已安置”', then: 'refuse', test: ({ values, state }) => (state === 'waiting' && values['placedOn'] !== undefined ? '安置日期在转“已安置”时写；还在等的不写。' : undefined) },
    { id: 'placed-where', title: '安置写明单位或扶持', then: 'refuse', entering: ['placed'], test: ({ values }) => placedNowhere(values) },
    { id: 'overpaid', title: '安置后还有补贴', then: 'warn', test: ({ values, totals }) => (typeof values['placedOn'] === 'string' && typeof totals['lastMonth'] === 'string' && totals['lastMonth'] > values['placedOn'].slice(0, 7) ? `补贴发到了 ${totals['lastMonth']}，安置在 ${values['placedOn']}。请核对多发的月份。` : undefined) },
  ],
  reminders: [
    { id: 'waiting-long', title: '等待安置满半年', in: ['waiting'], due: { standing: 180 } },
    { id: 'subsidy', title: '又满一个月，该记生活补贴了', in: ['waiting'], due: { entries: 'subsidies', every: 1 } },
  ],
  counts: [
    { id: 'waiting', title: '待安置随军家属', unit: '人', of: { what: 'stock', states: ['waiting'] } },
    { id: 'placed', title: '已安置随军家属', unit: '人', of: { what: 'stock', states: ['placed'] } },
    { id: 'placement-rate', title: '安置率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '已安置 ÷（已安置 + 待安置）', of: { what: 'stock', states: ['placed'] }, over: { what: 'stock' } },
    ...([['assigned', '指令性安置'], ['recruited', '招聘就业'], ['self-employed', '自谋职业']] as const).map(([placement, title]) => ({ id: `placed-${placement}`, title: `当期安置：${title}`, unit: '人', of: { what: 'entered' as const, states: ['placed'], where: { placement } } })),
    { id: 'start-up-aid', title: '自谋职业扶持', unit: '元', definition: '当期转为已安置的自谋职业者的扶持金额之和', of: { what: 'entered', states: ['placed'], where: { placement: 'self-employed' }, sum: 'startUpAid' } },
    { id: 'arrived', title: '当期登记', unit: '人', of: { what: 'opened' } },
    { id: 'subsidies', title: '发放生活补贴', unit: '元', of: { what: 'entries', sub: 'subsidies', sum: 'amount' } },
  ],
  targets: [{ id: 'placed', title: '计划安置', count: 'placed' }],
  covers: ['S167'],
});

function notInWaiting({ values, entry }: RecordSeen): string | undefined {
  if (entry?.of !== 'subsidies') return undefined;
  const month = String(entry.values['month']);
  const [from, placed, stopped] = [values['approvedOn'], values['placedOn'], values['stoppedOn']];
  if (typeof from === 'string' && month < from.slice(0, 7)) return `${from.slice(0, 7)} 才批准随军，这个月不发。`;
  if (typeof stopped === 'string' && month > stopped.slice(0, 7)) return `${stopped} 起不再等安置，从次月起不再发生活补贴。`;
  return typeof placed === 'string' && month > placed.slice(0, 7) ? `${placed} 已安置，从次月起不再发生活补贴。` : undefined;
}

function placedNowhere(values: RecordSeen['values']): string | undefined {
  if (values['placement'] === 'self-employed') return values['startUpAid'] === undefined ? '自谋职业的，请写明扶持金额（没有的写 0）。' : undefined;
  return values['organisation'] === undefined ? '请写明安置单位。' : undefined;
}

function monthsBetween(from: unknown, to: unknown): number | undefined {
  if (typeof from !== 'string' || typeof to !== 'string' || to < from) return undefined;
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) - (to.slice(8) < from.slice(8) ? 1 : 0);
}
