import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { elderRightsLaw } from '../common/law.ts';
import { notAhead } from '../common/not-ahead.ts';

/** A regional home says when it was upgraded and whom it serves beyond its own town. */
export function regionalServesAnArea({ values }: Pick<RecordSeen, 'values'>): string | undefined {
  if (values['scope'] !== 'regional') return values['upgradedOn'] === undefined ? undefined : '写了升级日期，服务范围还是本镇。';
  return values['upgradedOn'] === undefined || values['serviceArea'] === undefined ? '区域性敬老院要写升级日期和服务区域。' : undefined;
}

/** A home is a legal person from a day, by a certificate; without them it is not, and with them it is. */
export function legalPersonHasItsDay({ values }: Pick<RecordSeen, 'values'>): string | undefined {
  const [status, on, certificate] = [values['legalStatus'], values['registeredOn'], values['certificate']];
  if (status === 'unregistered') return on === undefined ? undefined : '写了法人登记日期，法人状况还是未登记。';
  return on === undefined || certificate === undefined ? '已登记的法人要写登记日期和证书号。' : undefined;
}

/** 农村敬老院: a home of a town for its five-guarantee and other old people. */
export const ruralHome = defineRegister({
  id: 'rural-home', title: '农村敬老院', unit: '家', series: 'CJL',
  purpose: '各镇的敬老院：有没有法人身份、何时登记，服务本镇还是一片，床位和入住，消防等改造做了哪些。',
  law: [elderRightsLaw('第四十一条')],
  name: 'name',
  key: ['name', 'division'],
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, columns: ['敬老院名称', '机构名称'] },
    { key: 'legalStatus', title: '法人状况', kind: 'choice', required: true, listed: true, counted: true, columns: ['法人登记'], options: [{ value: 'unregistered', title: '未登记' }, { value: 'public-institution', title: '事业单位法人' }, { value: 'service-organisation', title: '民办非企业单位法人' }] },
    { key: 'registeredOn', title: '法人登记日期', kind: 'date', listed: true, indexed: true, columns: ['登记日期', '法人登记时间'] },
    { key: 'certificate', title: '法人证书号', kind: 'text', maxLength: 60, columns: ['法人证号', '证书号'] },
    organisation('法人单位', false),
    { key: 'scope', title: '服务范围', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'town', title: '本镇' }, { value: 'regional', title: '区域性' }] },
    { key: 'upgradedOn', title: '升级为区域性日期', kind: 'date' },
    { key: 'serviceArea', title: '服务区域', kind: 'text', help: '服务的各镇街' },
    { key: 'beds', title: '床位', kind: 'integer', unit: '张', required: true, listed: true, min: 0, columns: ['床位数'] },
    { key: 'residents', title: '入住老人', kind: 'integer', unit: '人', min: 0, listed: true, columns: ['入住人数'] },
    { key: 'fiveGuarantee', title: '其中五保供养', kind: 'integer', unit: '人', min: 0, columns: ['五保人数'] },
    { key: 'staff', title: '工作人员', kind: 'integer', unit: '人', min: 0 },
    { key: 'area', title: '建筑面积', kind: 'number', unit: '平方米', min: 0 },
    ...contact, ...whereItIs, papers, note,
  ],
  states: { open: { title: '运营' }, suspended: { title: '停业整改', from: ['open'] }, merged: { title: '并入别院', ends: true }, closed: { title: '撤销', ends: true } },
  subRecords: [{
    id: 'milestones', title: '大事', unit: '件', day: '日期', key: ['day', 'kind'],
    fields: [
      { key: 'kind', title: '事项', kind: 'choice', required: true, options: [{ value: 'beds-changed', title: '床位增减' }, { value: 'head-changed', title: '院长变动' }, { value: 'certificate-changed', title: '法人证书变更' }, { value: 'other', title: '其他' }] },
      { key: 'certificate', title: '文号', kind: 'text', maxLength: 60 },
      { key: 'told', title: '内容', kind: 'text' },
    ],
    totals: [{ key: 'milestoneCount', title: '大事', unit: '件', as: 'count' }],
  }],
  derived: [{ key: 'occupancyRate', title: '入住率', kind: 'number', unit: '%', value: ({ values }) => (Number(values['beds']) > 0 && values['residents'] !== undefined ? Math.round((Number(values['residents']) / Number(values['beds'])) * 1000) / 10 : undefined) }],
  checks: [
    { id: 'regional-area', title: '区域性敬老院写明服务区域', then: 'refuse', test: regionalServesAnArea },
    { id: 'legal-person', title: '法人状况与登记日期、证书号一致', then: 'refuse', test: legalPersonHasItsDay },
    notAhead({ registeredOn: '法人登记日期', upgradedOn: '升级日期' }),
    { id: 'five-guarantee-within', title: '五保供养不超过入住', then: 'refuse', test: { left: 'fiveGuarantee', is: '<=', right: 'residents', sentence: '五保供养人数不能多于入住老人。' } },
    { id: 'within-beds', title: '入住不超过床位', then: 'warn', test: { left: 'residents', is: '<=', right: 'beds', sentence: '入住老人多于床位，请核对。' } },
  ],
  counts: [
    { id: 'homes', title: '农村敬老院数', unit: '家', of: { what: 'stock' } },
    { id: 'beds', title: '敬老院床位', unit: '张', of: { what: 'stock', sum: 'beds' } },
    { id: 'registered', title: '敬老院法人登记数', unit: '家', definition: '当期完成法人登记的家数，按登记日期', of: { what: 'dated', on: 'registeredOn' }, figures: ['zs2014-060'] },
    { id: 'unregistered', title: '未登记的敬老院', unit: '家', of: { what: 'stock', where: { legalStatus: 'unregistered' } } },
    { id: 'upgraded', title: '升级为区域性敬老院', unit: '家', definition: '当期升级的家数，按升级日期', of: { what: 'dated', on: 'upgradedOn', where: { scope: 'regional' } } },
    { id: 'registered-share', title: '法人登记率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '已登记法人的敬老院 ÷ 全部敬老院', of: { what: 'stock', where: { legalStatus: ['public-institution', 'service-organisation'] } }, over: { what: 'stock' } },
  ],
  targets: [{ id: 'registered', title: '法人登记目标', count: 'registered' }, { id: 'upgraded', title: '计划升级为区域性敬老院', count: 'upgraded' }],
  covers: ['S047'],
});
